import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { drop, openSite, ready, startEmpty, toast } from './page.mjs';

/** Monday 23 November 2026, 07:00 in Paris: every calendar below is of that week. */
const monday = '2026-11-23T06:00:00Z';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** An empty desk on that Monday, its agenda shown. */
async function emptyAgenda(options = {}) {
  const opened = await site.open({ area: 'agenda', ...options });
  await opened.page.clock.setFixedTime(monday);
  await startEmpty(opened.page);
  await opened.page.reload();
  await opened.page.locator('.agenda-empty').waitFor();
  return opened;
}

const day = (text) => text.replace(/[-:]/g, '');
const event = ({ uid, title, start, end, more = [] }) => [
  'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261120T080000Z', `SUMMARY:${title}`,
  `DTSTART;TZID=Europe/Paris:${day(start)}00`, `DTEND;TZID=Europe/Paris:${day(end)}00`, ...more, 'END:VEVENT',
];
const calendar = (name, ...events) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Relais//tests//EN', `X-WR-CALNAME:${name}`, ...events.flatMap(event), 'END:VCALENDAR', ''].join('\r\n');

const audience = { uid: 'audience@tests', title: 'Audience', start: '2026-11-23T10:00', end: '2026-11-23T11:00' };
const rendezvous = { uid: 'rdv@tests', title: 'Rendez-vous Orme', start: '2026-11-23T10:30', end: '2026-11-23T11:30' };
const visite = { uid: 'visite@tests', title: 'Visite', start: '2026-11-24T14:00', end: '2026-11-24T15:00' };
const appel = { uid: 'appel@tests', title: 'Appel', start: '2026-11-24T14:30', end: '2026-11-24T15:00' };
const broken = calendar('Anne Roux', audience, rendezvous, visite, appel);

/** Drops calendars, says whose each is where that is not known, and takes them in. */
async function bring(page, files, owners = []) {
  for (const [name, text] of files) await drop(page, name, text);
  const dialog = page.locator('dialog');
  await dialog.locator('.import-row').first().waitFor();
  for (const [at, { client, person }] of owners.entries()) {
    if (client) await dialog.locator(`[name=client-${at}]`).fill(client);
    if (person) await dialog.locator(`[name=person-${at}]`).fill(person);
  }
  await dialog.locator('button.primary:enabled').click();
  await dialog.waitFor({ state: 'detached' });
}

const cards = (page) => page.locator('.conflict');
const box = (page, title) => page.locator('button.event', { hasText: title });
/** The search is over: its status says how good the answer is. */
const solved = (page) => page.locator('.solve-status:not(:has(progress)) p').first().waitFor();
/** From now on, for each search that the page asks for: the sorted uids of the last answer it hands on, or null. */
async function lastAnswersSent(page) {
  await page.evaluate(() => {
    window.lastAnswers = [];
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.name === 'agenda.solve') {
        const { last } = JSON.parse(message.params);
        window.lastAnswers.push(last ? last.events.map(({ uid }) => uid).sort() : null);
      }
      return send.call(this, message, ...rest);
    };
  });
  return () => page.evaluate(() => window.lastAnswers);
}
/** Clock times as the grid shows them on a day, by title. */
const clockOf = async (page, title) => (await box(page, title).first().locator('.event-clock').innerText()).slice(0, 5);

describe('conflicts are listed with what to change, before and after', () => {
  test('an .ics with two conflicts shows both, and the answer is proved', async () => {
    const { page, troubles, close } = await emptyAgenda();
    await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    assert.equal(await cards(page).count(), 2);
    assert.match(await page.locator('.solve-status').innerText(), /Proved: no smaller change exists/);
    const first = await cards(page).first().innerText();
    assert.match(first, /Anne Roux/);
    assert.match(first, /Audience/);
    assert.match(first, /Rendez-vous Orme/);
    assert.match(first, /Before/);
    assert.match(first, /After/);
    assert.ok((await cards(page).first().locator('.reasons li').first().innerText()).length > 10, 'the reason is a sentence');
    assert.equal(await page.locator('.event.is-conflict').count(), 2);
    assert.match(await box(page, 'Audience').innerText(), /Conflict/);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a preview shows the old place dashed and the new one outlined', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    await page.keyboard.press('p');
    await page.locator('.event.is-new').waitFor();
    assert.equal(await page.locator('.event.is-old').count(), 1);
    await page.keyboard.press('p');
    await page.locator('.event.is-new').waitFor({ state: 'detached' });
    await close();
  });

  test('one is accepted with A, undone with Ctrl+Z, and a reload keeps what was accepted', async () => {
    const { page, troubles, close } = await emptyAgenda();
    await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    await page.keyboard.press('a');
    await toast(page, 'Change accepted');
    await page.waitForFunction(() => document.querySelectorAll('.conflict').length === 1);
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelectorAll('.conflict').length === 2);
    assert.equal(await clockOf(page, 'Rendez-vous Orme'), '10:30');
    await solved(page);
    await page.keyboard.press('a');
    await page.waitForFunction(() => document.querySelectorAll('.conflict').length === 1);
    await page.reload();
    await ready(page);
    await solved(page);
    assert.equal(await cards(page).count(), 1);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('all are accepted as one step', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    await page.locator('.accept-all').click();
    await toast(page, '2 changes accepted');
    await page.getByText('No conflict this week.').waitFor();
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelectorAll('.conflict').length === 2);
    await close();
  });

  test('what is locked stays, and the other one is moved instead, from what was answered before', async () => {
    const { page, close } = await emptyAgenda();
    const lasts = await lastAnswersSent(page);
    await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    const changed = () => cards(page).first().locator('.change-title').first().innerText();
    const first = await changed();
    await page.keyboard.press('l');
    await page.waitForFunction((title) => {
      const now = document.querySelector('.conflict .change-title')?.textContent?.trim();
      return now && now !== title;
    }, first.trim());
    await page.locator('.conflict').first().getByRole('button', { name: `Unlock “${first}”` }).waitFor();
    await page.keyboard.press('a');
    await toast(page, 'Change accepted');
    const start = [audience, rendezvous].find(({ title }) => title === first).start.slice(11);
    assert.equal(await clockOf(page, first), start);
    await page.waitForFunction(() => document.querySelectorAll('.conflict').length === 1);
    await solved(page);
    const [begun, ...again] = await lasts();
    assert.equal(begun, null);
    assert.ok(again.length >= 2);
    for (const uids of again) assert.deepEqual(uids, [audience, rendezvous, visite, appel].map(({ uid }) => uid).sort());
    await close();
  });

  test('a conflict of two locked events says that it cannot be solved, and why', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience, rendezvous)]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    for (const title of ['Audience', 'Rendez-vous Orme']) {
      await page.getByRole('button', { name: `Lock “${title}” where it is` }).click();
      await page.getByRole('button', { name: `Unlock “${title}”` }).waitFor();
    }
    await page.getByText('Not all of it can be solved').waitFor();
    assert.equal(await page.locator('.conflict .before-after').count(), 0);
    await close();
  });
});

test('what a hostile file says is text, and no title is too long for its place', async () => {
  const { page, troubles, close } = await emptyAgenda();
  const long = { ...rendezvous, title: 'X'.repeat(3000) };
  await bring(page, [['roux.ics', calendar('<img src=x onerror=alert(1)>', { ...audience, title: '<script>alert(1)</script>' }, long)]], [{ client: '<b>Roux</b>' }]);
  await solved(page);
  await box(page, '<script>alert(1)</script>').click();
  for (const part of ['.agenda-main', '.event-panel', '.conflicts', '.conflict']) {
    const over = await page.locator(part).first().evaluate((element) => element.scrollWidth - element.clientWidth);
    assert.ok(over <= 0, `${part} is ${over} pixels too narrow`);
  }
  assert.equal(await page.locator('.agenda :is(img, script, b)').count(), 0);
  assert.deepEqual(troubles, []);
  await close();
});

describe('import', () => {
  test('asks whose calendar it is, filled in from its name, with the keyboard alone', async () => {
    const { page, close } = await emptyAgenda();
    await drop(page, 'agenda.ics', calendar('Cabinet Roux – Anne Roux', audience));
    const dialog = page.locator('dialog');
    await dialog.locator('[name=person-0]').waitFor();
    assert.equal(await dialog.locator('[name=client-0]').inputValue(), 'Cabinet Roux');
    assert.equal(await dialog.locator('[name=person-0]').inputValue(), 'Anne Roux');
    await dialog.locator('[name=client-0]').focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    assert.match(await page.locator('.column-head').innerText(), /Anne Roux\s+Cabinet Roux/);
    await close();
  });

  test('several files at once are one dialog with a row each, taken in as one step', async () => {
    const { page, close } = await emptyAgenda();
    await page.evaluate((files) => {
      const transfer = new DataTransfer();
      for (const [name, text] of files) transfer.items.add(new File([text], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, [['anne.ics', calendar('Anne', audience)], ['broken.ics', 'no calendar'], ['bruno.ics', calendar('Bruno', visite)]]);
    const rows = page.locator('dialog .import-row');
    await rows.nth(2).waitFor();
    assert.equal(await rows.count(), 3);
    await rows.nth(1).getByText(/Not read:/).waitFor();
    await page.locator('dialog button.primary').click();
    await page.getByText('Give the client and the person.').waitFor();
    for (const at of [0, 2]) await page.locator(`dialog [name=client-${at}]`).fill('Cabinet Roux');
    await page.locator('dialog button.primary').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.locator('.column-head').count(), 2);
    await page.keyboard.press('Control+z');
    await page.locator('.agenda-empty').waitFor();
    await close();
  });

  test('a pasted text is read as a file is', async () => {
    const { page, close } = await emptyAgenda();
    await page.getByRole('button', { name: 'Paste a text' }).click();
    await page.locator('dialog textarea').fill(calendar('Anne', audience));
    await page.locator('dialog button.primary').click();
    await page.locator('dialog [name=client-0]').fill('Cabinet Roux');
    await page.locator('dialog button.primary').click();
    await box(page, 'Audience').waitFor();
    await close();
  });

  test('one meeting in three calendars is one event with three people, and no conflict', async () => {
    const { page, troubles, close } = await emptyAgenda();
    for (const person of ['Anne', 'Bruno', 'Chloé']) await bring(page, [[`${person}.ics`, calendar(person, audience)]], [{ client: 'Cabinet Roux' }]);
    await page.getByText('No conflict this week.').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('button.event').length === 3);
    await box(page, 'Audience').first().click();
    const facts = page.locator('.event-panel .facts');
    await facts.waitFor();
    assert.match(await facts.innerText(), /Who\s+Anne, Bruno, Chloé/);
    assert.match(await facts.innerText(), /In the calendars of\s+Anne, Bruno, Chloé/);
    assert.equal(await page.locator('.figure dd').first().textContent(), '1');
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a newer copy shows what was added, changed and cancelled before it is taken', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience, visite)]], [{ client: 'Cabinet Roux' }]);
    const newer = calendar('Anne Roux',
      { ...audience, start: '2026-11-23T15:00', end: '2026-11-23T16:00', more: ['SEQUENCE:1'] },
      { ...visite, more: ['SEQUENCE:1', 'STATUS:CANCELLED'] }, { ...appel, uid: 'neuf@tests', title: 'Nouveau dossier' });
    await drop(page, 'roux (1).ics', newer);
    const lines = page.locator('dialog .merge-line');
    await lines.first().waitFor();
    const text = (await lines.allInnerTexts()).join('\n');
    assert.match(text, /added Nouveau dossier/);
    assert.match(text, /changed Audience .*10:00.* → .*15:00/);
    assert.match(text, /cancelled Visite/);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    assert.equal(await clockOf(page, 'Audience'), '10:00');
    await bring(page, [['roux (1).ics', newer]]);
    await page.waitForFunction(() => document.querySelector('button.event .event-clock')?.textContent?.startsWith('15:00'));
    await close();
  });

  test('what could not be read is listed with its line, and does not block the rest', async () => {
    const { page, close } = await emptyAgenda({ lang: 'fr' });
    const text = calendar('Anne Roux', audience, { ...visite, more: ['RRULE:FREQ=FORTNIGHTLY'] });
    await drop(page, 'roux.ics', text);
    const problems = page.locator('dialog .problems');
    await problems.waitFor();
    await problems.locator('summary').click();
    assert.match(await problems.locator('li').first().innerText(), /^Ligne \d+ : .{8,}/);
    await page.locator('dialog [name=client-0]').fill('Cabinet Roux');
    await page.locator('dialog button.primary').click();
    await box(page, 'Audience').first().waitFor();
    await close();
  });

  for (const [name, content, said] of [
    ['not-a-calendar.ics', 'Dear all, please find attached', /Not read:/],
    ['page.ics', '<!doctype html><title>Sign in</title>', /Not read:/],
    ['cut.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1', /Not read:|note/],
  ]) {
    test(`${name} is refused in words, and the page stays usable`, async () => {
      const { page, troubles, close } = await emptyAgenda();
      await drop(page, name, content);
      await page.locator('dialog .import-row', { hasText: said }).waitFor();
      await page.keyboard.press('Escape');
      await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
      await solved(page);
      assert.equal(await cards(page).count(), 2);
      assert.deepEqual(troubles, []);
      await close();
    });
  }

  test('an empty file and one of 50 MB are refused in words', async () => {
    const { page, close } = await emptyAgenda();
    await drop(page, 'empty.ics', '');
    await toast(page, 'empty');
    await page.evaluate(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(50 * 1024 * 1024)], 'large.ics'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await toast(page, 'the limit is');
    await close();
  });

  test('a Latin-1 file is read, and says that its accents want a look', async () => {
    const { page, close } = await emptyAgenda();
    await drop(page, 'roux.ics', Buffer.from(calendar('Chloé', { ...audience, title: 'Réunion' }), 'latin1'));
    await page.getByText('not UTF-8').waitFor();
    assert.equal(await page.locator('dialog [name=person-0]').inputValue(), 'Chloé');
    await page.locator('dialog [name=client-0]').fill('Cabinet Roux');
    await page.locator('dialog button.primary').click();
    await box(page, 'Réunion').waitFor();
    await close();
  });
});

describe('moves', () => {
  test('an event is moved with the keyboard; the core looks at the place before it is booked', async () => {
    const { page, troubles, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience, { ...rendezvous, start: '2026-11-23T12:00', end: '2026-11-23T13:00' })]], [{ client: 'Cabinet Roux' }]);
    await box(page, 'Audience').focus();
    await page.keyboard.press('Enter');
    for (let n = 0; n < 5; n += 1) await page.keyboard.press('ArrowDown');
    await page.getByText('One conflict at this place:').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Press Enter again to book anyway.').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByText('No conflict at this place.').waitFor();
    await page.keyboard.press('Enter');
    await toast(page, 'moved to');
    assert.equal(await clockOf(page, 'Audience'), '11:00');
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /Audience/, 'the focus stays on the event');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(() => document.querySelector('button.event .event-clock')?.textContent?.startsWith('10:00'));
    assert.deepEqual(troubles, []);
    await close();
  });

  test('Escape leaves the event where it was', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience)]], [{ client: 'Cabinet Roux' }]);
    await box(page, 'Audience').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.locator('.event.is-old').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.event.is-old').waitFor({ state: 'detached' });
    assert.equal(await clockOf(page, 'Audience'), '10:00');
    await close();
  });

  test('an event is dragged by the grid’s steps', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience)]], [{ client: 'Cabinet Roux' }]);
    const { x, y, width } = await box(page, 'Audience').boundingBox();
    await page.mouse.move(x + width / 2, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + 60, { steps: 5 });
    await page.mouse.move(x + width / 2, y + 10 + 66, { steps: 5 });
    await page.mouse.up();
    await toast(page, 'moved to');
    assert.equal(await clockOf(page, 'Audience'), '11:00');
    await close();
  });

  test('one occurrence of a series is moved alone', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', { ...audience, more: ['RRULE:FREQ=DAILY;COUNT=5'] })]], [{ client: 'Cabinet Roux' }]);
    await page.getByRole('button', { name: 'Week', exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll('button.event').length === 5);
    await box(page, 'Audience').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.getByText('No conflict at this place.').waitFor();
    await page.keyboard.press('Enter');
    await toast(page, 'moved to');
    const clocks = await page.locator('button.event .event-clock').allInnerTexts();
    assert.deepEqual(clocks, ['10:00', '10:15', '10:00', '10:00', '10:00']);
    await close();
  });
});

describe('new events', () => {
  test('the form refuses what is missing, warns of a conflict, and books at the second word', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience)]], [{ client: 'Cabinet Roux' }]);
    await page.getByRole('button', { name: 'New', exact: true }).click();
    const dialog = page.locator('dialog');
    await dialog.locator('button.primary').click();
    await dialog.getByText('Give a title.').waitFor();
    await dialog.locator('[name=title]').fill('Point dossier');
    await dialog.locator('[name=time]').fill('10:30');
    await dialog.locator('button.primary').click();
    await dialog.getByText('Choose one person at least.').waitFor();
    await dialog.getByLabel('Anne Roux').check();
    await dialog.locator('button.primary').click();
    await dialog.getByText('One conflict at this place:').waitFor();
    await dialog.locator('[name=time]').fill('14:00');
    await dialog.locator('button.primary').click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await clockOf(page, 'Point dossier'), '14:00');
    await close();
  });

  test('a time is found for two people and booked', async () => {
    const { page, troubles, close } = await emptyAgenda();
    await bring(page, [['anne.ics', calendar('Anne', audience)]], [{ client: 'Cabinet Roux' }]);
    await bring(page, [['bruno.ics', calendar('Bruno', visite)]], [{ client: 'Cabinet Roux' }]);
    await page.getByRole('button', { name: 'Find a time', exact: true }).click();
    const dialog = page.locator('dialog');
    await dialog.getByLabel('Anne').check();
    await dialog.getByLabel('Bruno').check();
    await dialog.locator('button.primary').click();
    await dialog.locator('.slots button').first().click();
    await page.locator('dialog [name=title]').fill('Réunion à deux');
    await page.locator('dialog button.primary').click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => [...document.querySelectorAll('button.event')].filter((one) => one.textContent.includes('Réunion à deux')).length === 2);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('an event is cancelled, marked, and taken back', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience)]], [{ client: 'Cabinet Roux' }]);
    await box(page, 'Audience').focus();
    await page.keyboard.press('Delete');
    await page.locator('dialog .danger').last().click();
    await page.locator('button.event.is-quiet', { hasText: 'cancelled' }).waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('button.event.is-quiet').waitFor({ state: 'detached' });
    await close();
  });
});

describe('saving', () => {
  test('the saved .ics holds the accepted change and can be imported again', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', audience, rendezvous)]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    await page.keyboard.press('a');
    await toast(page, 'Change accepted');
    await page.getByText('No conflict this week.').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download Cabinet Roux' }).click()]);
    assert.equal(download.suggestedFilename(), 'Cabinet Roux.ics');
    const text = await readFile(await download.path(), 'utf8');
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.equal(text.match(/BEGIN:VEVENT/g).length, 2);
    assert.match(text, /SEQUENCE:[1-9]/);
    const again = await emptyAgenda();
    await bring(again.page, [['saved.ics', text]], [{ client: 'Cabinet Roux', person: 'Anne Roux' }]);
    await again.page.getByText('No conflict this week.').waitFor();
    assert.equal(await again.page.locator('button.event').count(), 2);
    await again.close();
    await close();
  });
});

describe('those who have to be told', () => {
  const outside = { ...rendezvous, more: ['ORGANIZER:mailto:greffe@tribunal.example', 'ATTENDEE;CN=Anne Roux:mailto:anne@roux.example'] };

  test('a move of an outside organizer’s event waits as a proposal, saved as .eml and .ics until it is marked as sent', async () => {
    const { page, troubles, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', outside)]], [{ client: 'Cabinet Roux' }]);
    await box(page, 'Rendez-vous Orme').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.getByText('No conflict at this place.').waitFor();
    await page.keyboard.press('Enter');
    await toast(page, 'moved to');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.locator('dialog');
    await dialog.getByText('greffe@tribunal.example').waitFor();
    const [eml] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: /^\.eml/ }).click()]);
    const text = await readFile(await eml.path(), 'utf8');
    assert.match(text, /^To: greffe@tribunal\.example\r\n/);
    assert.match(text, /X-Unsent: 1\r\n/);
    const parts = text.split(/\r\n\r\n/);
    const ics = Buffer.from(parts.at(-1).split('\r\n--')[0], 'base64').toString();
    assert.match(ics, /METHOD:COUNTER/);
    assert.match(ics, /DTSTART;TZID=Europe\/Paris:20261123T104500/);
    await dialog.getByRole('button', { name: 'Mark as sent' }).click();
    await dialog.getByText('greffe@tribunal.example').waitFor({ state: 'detached' });
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a series is cancelled once or as a whole', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', calendar('Anne Roux', { ...audience, more: ['RRULE:FREQ=DAILY;COUNT=5'] })]], [{ client: 'Cabinet Roux' }]);
    await page.getByRole('button', { name: 'Week', exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll('button.event').length === 5);
    for (const [name, count] of [['This time only', 1], ['The whole series', 5]]) {
      await box(page, 'Audience').first().focus();
      await page.keyboard.press('Delete');
      await page.getByRole('button', { name }).click();
      await page.waitForFunction((wanted) => document.querySelectorAll('button.event.is-quiet').length === wanted, count);
      await page.keyboard.press('Control+z');
      await page.waitForFunction(() => !document.querySelector('button.event.is-quiet'));
    }
    await close();
  });
});

describe('for everyone', () => {
  for (const lang of ['fr', 'en']) {
    for (const theme of ['light', 'dark']) {
      test(`axe finds nothing in ${lang}, ${theme}: day, week, details, a move, and narrow`, async () => {
        const { page, close } = await emptyAgenda({ lang, theme });
        await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
        await solved(page);
        const check = async (state) => assert.deepEqual(await violations(page), [], state);
        await check('day');
        await page.keyboard.press('p');
        await check('preview');
        await page.keyboard.press('p');
        await box(page, 'Audience').focus();
        await page.keyboard.press(' ');
        await check('details');
        await page.keyboard.press('Enter');
        await page.keyboard.press('ArrowDown');
        await check('move');
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: lang === 'fr' ? 'Semaine' : 'Week', exact: true }).click();
        await check('week');
        await page.setViewportSize({ width: 360, height: 740 });
        await check('narrow');
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page does not scroll sideways');
        await close();
      });
    }
  }

  test('on paper there is the day as a table, and nothing else', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.on-paper tbody tr').count(), 2);
    assert.ok(await page.locator('.on-paper').isVisible());
    for (const other of ['.bar', '.strip', '.agenda-main', '.agenda-panels']) assert.ok(!(await page.locator(other).isVisible()), other);
    await close();
  });

  test('the arrows walk from event to event, T shows today, J and K walk the conflicts', async () => {
    const { page, close } = await emptyAgenda();
    await bring(page, [['roux.ics', broken]], [{ client: 'Cabinet Roux' }]);
    await solved(page);
    await box(page, 'Audience').focus();
    await page.keyboard.press('ArrowDown');
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /Rendez-vous Orme/);
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('j');
    await box(page, 'Visite').waitFor();
    await page.keyboard.press('t');
    await box(page, 'Audience').waitFor();
    await close();
  });
});

async function violations(page) {
  // Trusted Types let no text become a script: axe comes in by the debugger.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  await session.detach();
  await page.waitForTimeout(200);
  const found = await page.evaluate(async () => (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations);
  return found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}
