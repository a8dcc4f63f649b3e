import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drop, openSite, ready, toast } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** A calendar of one event of next hour, today. */
const calendar = (title) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', 'BEGIN:VEVENT', 'UID:t1@example', 'DTSTAMP:20261120T080000Z',
  `SUMMARY:${title}`, `DTSTART:${day()}T120000`, `DTEND:${day()}T123000`, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const day = () => new Date().toISOString().slice(0, 10).replaceAll('-', '');

async function take(page, title) {
  await drop(page, 'Atelier - Zoe.ics', calendar(title));
  await page.locator('dialog[open] .import-row input').first().fill('Atelier');
  await page.locator('dialog[open] .import-row input').nth(1).fill('Zoe');
  await page.locator('dialog[open] .dialog-foot .primary').click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.locator('[data-key^="t1@example"]').first().click();
  await page.locator('.event-panel').waitFor();
}

describe('what people typed', () => {
  for (const lang of ['en', 'fr']) {
    test(`cannot turn a sentence around (${lang})`, async () => {
      const { page, troubles, close } = await site.open({ lang, area: 'agenda' });
      await take(page, '\u202Egnitirw desreveR');
      await page.locator('.event-panel .danger').click();
      const asked = await page.locator('dialog[open]').innerText();
      assert.match(asked, /gnitirw desreveR/);
      assert.doesNotMatch(await page.locator('body').innerText(), /[\u202A-\u202E]/);
      assert.deepEqual(troubles, []);
      await close();
    });

    test(`is isolated where it runs from right to left (${lang})`, async () => {
      const { page, close } = await site.open({ lang, area: 'agenda' });
      await take(page, 'פגישה');
      await page.locator('.event-panel .danger').click();
      assert.match(await page.locator('dialog[open]').innerText(), /\u2068פגישה\u2069/);
      await close();
    });
  }

  test('does not spill over the buttons beside it', async () => {
    for (const width of [1366, 390]) {
      const { page, close } = await site.open({ area: 'agenda', width });
      await take(page, 'W'.repeat(300));
      const [panel, title, button, actions] = await Promise.all(['.event-panel', '.event-panel .event-title', '.event-panel .side-head button', '.event-panel .actions']
        .map((one) => page.locator(one).first().boundingBox()));
      assert.ok(title.x + title.width <= button.x + 1, 'ends before the button');
      assert.ok(button.x + button.width <= panel.x + panel.width, 'the button is in the panel');
      assert.ok(title.y + title.height <= actions.y, 'ends above the actions');
      assert.ok(title.height < 120, 'is cut after some lines');
      await close();
    }
  });
});

describe('a word where something is lacking', () => {
  for (const [lang, said] of [['en', /client and the person/], ['fr', /le client et la personne/]]) {
    test(`marks the empty field of an import and goes there (${lang})`, async () => {
      const { page, close } = await site.open({ lang, area: 'agenda' });
      await drop(page, 'Atelier - Zoe.ics', calendar('Visit'));
      const [client, person] = [0, 1].map((at) => page.locator('dialog[open] .import-row input').nth(at));
      await client.fill('Atelier');
      await person.fill('');
      await page.locator('dialog[open] .dialog-foot .primary').click();
      await page.locator('dialog[open] .form-error', { hasText: said }).waitFor();
      assert.equal(await person.getAttribute('aria-invalid'), 'true');
      assert.equal(await client.getAttribute('aria-invalid'), 'false');
      assert.ok(await person.evaluate((field) => field === document.activeElement));
      await close();
    });
  }

  for (const [lang, said] of [['en', /open in another tab/], ['fr', /ouvert dans un autre onglet/]]) {
    test(`says why M notes nothing in a second tab (${lang})`, async () => {
      const { context, page, close } = await site.open({ lang });
      const second = await context.newPage();
      await second.goto(`${site.url}#requests`);
      await ready(second);
      await second.keyboard.press('m');
      await toast(second, said);
      assert.equal(await second.locator('.note').count(), 0);
      assert.equal(await page.locator('.toast.error').count(), 0);
      await close();
    });
  }

  for (const [lang, menu, said] of [['en', 'Desk', 'The two passphrases differ.'], ['fr', 'Bureau', 'Les deux phrases secrètes diffèrent.']]) {
    test(`tells differing passphrases plainly (${lang})`, async () => {
      const { page, close } = await site.open({ lang });
      await page.locator('.tools button').last().click();
      const sheet = page.locator('dialog.sheet');
      await sheet.locator('[name=new]').fill('correct horse battery');
      await sheet.locator('[name=again]').fill('correct horse staple');
      await sheet.locator('button[name=what][value=set]').first().click();
      await sheet.locator('.problem:not(:empty)').waitFor();
      assert.equal(await sheet.locator('.problem:not(:empty)').innerText(), said, menu);
      await close();
    });
  }

  test('calls the first room Agenda in both languages', async () => {
    for (const lang of ['en', 'fr']) {
      const { page, close } = await site.open({ lang });
      assert.match(await page.locator('.areas .area').first().innerText(), /^Agenda/);
      await close();
    }
  });
});

describe('a message', () => {
  for (const area of ['agenda', 'requests']) {
    for (const [width, height] of [[1366, 800], [1100, 700]]) {
      test(`covers no control and no row of the ${area} at ${width} × ${height}`, async () => {
        const { page, close } = await site.open({ area, width, height });
        await page.keyboard.press('m');
        await page.keyboard.type('Mme Berthier rappelle');
        await page.keyboard.press('Escape');
        await drop(page, 'empty.ics', '');
        await page.locator('.toast').nth(1).waitFor();
        const covered = await page.evaluate(() => {
          const toasts = [...document.querySelectorAll('.toast')].map((one) => one.getBoundingClientRect());
          const top = Math.min(...toasts.map((one) => one.top));
          return [...document.querySelectorAll('.status, .request-list, .requests-detail, .grid-scroll, .agenda-side')]
            .filter((one) => one.getBoundingClientRect().bottom > top + 0.5).map((one) => one.className);
        });
        assert.deepEqual(covered, []);
        await close();
      });
    }
  }
});
