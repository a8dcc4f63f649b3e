import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { openSite } from './page.mjs';

let site;
let axe;
before(async () => {
  site = await openSite();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
after(() => site.close());

/** axe is put in by the browser's own hand, past the page's policy. */
async function violations(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  return page.evaluate(async () => (await globalThis.axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`));
}

const sizes = [{ width: 1366, height: 800 }, { width: 360, height: 740 }];

for (const lang of ['fr', 'en']) {
  for (const theme of ['light', 'dark']) {
    describe(`in ${lang}, ${theme}`, () => {
      for (const area of ['agenda', 'requests', 'handover']) {
        test(`${area} has no axe violation and fits a narrow screen`, async () => {
          for (const size of sizes) {
            const { page, close } = await site.open({ lang, theme, area, ...size });
            await page.waitForTimeout(600);
            assert.deepEqual(await violations(page), [], `${size.width} wide`);
            const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(over <= 0, `${over} pixels too wide at ${size.width}`);
            await close();
          }
        });
      }

      test('the rules of the desk have no axe violation and fit a narrow screen', async () => {
        for (const size of sizes) {
          const { page, close } = await site.open({ lang, theme, ...size });
          await page.keyboard.press('?');
          await page.getByRole('button', { name: lang === 'fr' ? 'Voir et changer…' : 'Look and change…' }).click();
          for (const tab of await page.getByRole('tab').all()) {
            await tab.click();
            await page.waitForTimeout(300);
            await page.locator('.rules').evaluate((rules) => rules.querySelectorAll('details').forEach((more) => (more.open = true)));
            assert.deepEqual(await violations(page), [], `${await tab.innerText()}, ${size.width} wide`);
            assert.ok(await page.locator('dialog').evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth), `${await tab.innerText()} is too wide`);
          }
          await close();
        }
      });

      test('the sheet, the palette and the note have no axe violation', async () => {
        const { page, close } = await site.open({ lang, theme });
        for (const key of ['?', 'Control+k', 'm']) {
          await page.keyboard.press(key);
          await page.waitForTimeout(200);
          assert.deepEqual(await violations(page), [], key);
          await page.keyboard.press('Escape');
        }
        await close();
      });
    });
  }
}

test('both languages, all of them: what is said is said in the language asked for, and kept', async () => {
  const { page, close } = await site.open({ lang: 'fr', who: 'Ana Morel' });
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
  assert.match(await page.locator('.bar').innerText(), /Demandes[^]*Relève/);
  await page.getByRole('button', { name: 'English' }).click();
  assert.match(await page.locator('.bar').innerText(), /Requests[^]*Handover/);
  await page.reload();
  await page.locator('.strip').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await close();
});

test('digits work on an AZERTY keyboard, where they are shifted', async () => {
  const { page, close } = await site.open();
  await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'à', code: 'Digit1', bubbles: true })));
  await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: '"', code: 'Digit3', bubbles: true })));
  await page.waitForURL(/#handover$/);
  await close();
});
