import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drop, figure, openSite, toast } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const calendar = (...lines) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const latin1 = (text) => Buffer.from(text, 'latin1');

/** What a user does to the page by accident, and what must be told. Nothing may be lost, nothing may stop. */
const rows = [
  ['an empty file', 'empty.ics', '', { en: /is empty/, fr: /est vide/ }],
  ['a file of 50 MB', 'huge.ics', { size: 50 * 1024 * 1024 }, { en: /limit/, fr: /limite/ }],
  ['a calendar that is none', 'not.ics', 'Dear all, please find attached', { en: /calendar|iCalendar/i, fr: /iCalendar|agenda/i }],
  ['malformed JSON lines', 'bad.jsonl', '{"id": "x", "body": ', { en: /JSON|could not be read/, fr: /JSON|pas pu être lue/ }],
  ['a message that is none', 'bad.eml', latin1('\x00\x01\x02\xff\xfe'), { en: /./, fr: /./ }],
  ['a picture', 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), { en: /neither a calendar/, fr: /ni un agenda/ }],
  ['rules that are none', 'policy.json', '{"clients": 3}', { en: /./, fr: /./ }],
  ['rules in broken JSON', 'policy.json', '{"clients": [', { en: /JSON/, fr: /JSON/ }],
  ['lines that are no requests', 'numbers.jsonl', '1\n2\n3\n', { en: /could not be read|neither|JSON/, fr: /pas pu être lue|ni un agenda|JSON/ }],
];

for (const [what, name, content, said] of rows) {
  for (const lang of ['en', 'fr']) {
    test(`${what} gets a clear word (${lang}), and nothing is lost`, async () => {
      const { page, troubles, close } = await site.open({ lang });
      const before = [await figure(page, 0), await figure(page, 2)];
      if (content.size) await dropLarge(page, name, content.size);
      else await drop(page, name, content);
      const told = page.locator('.toast.error, dialog[open]').first();
      await told.waitFor();
      await page.waitForFunction((source) => new RegExp(source, 'i').test([...document.querySelectorAll('.toast.error, dialog[open]')].map((one) => one.innerText).join(' ')), said[lang].source);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('2');
      assert.deepEqual([await figure(page, 0), await figure(page, 2)], before);
      await page.keyboard.press('m');
      await page.keyboard.type('Still usable');
      await page.keyboard.press('Escape');
      await toast(page, lang === 'en' ? 'Noted' : 'Noté');
      assert.deepEqual(troubles, []);
      await close();
    });
  }
}

/** A file that says it is large; its bytes are made in the page. */
const dropLarge = (page, name, size) => page.evaluate(([name, size]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([new Uint8Array(size)], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
}, [name, size]);

describe('calendars that are odd', () => {
  for (const [what, bytes] of [
    ['in Latin-1', latin1(calendar('BEGIN:VEVENT', 'UID:l1@example', 'DTSTAMP:20261120T080000Z', 'SUMMARY:Rendez-vous Zoé', 'DTSTART:20261125T100000Z', 'DTEND:20261125T110000Z', 'END:VEVENT'))],
    ['of an unknown zone', Buffer.from(calendar('BEGIN:VEVENT', 'UID:z1@example', 'DTSTAMP:20261120T080000Z', 'SUMMARY:Ailleurs', 'DTSTART;TZID=Mars/Olympus:20261125T100000', 'DTEND;TZID=Mars/Olympus:20261125T110000', 'END:VEVENT'))],
    ['cut in the middle', Buffer.from(calendar('BEGIN:VEVENT', 'UID:c1@example', 'DTSTAMP:20261120T080000Z', 'SUMMARY:Coupé', 'DTSTART:20261125T1000'))],
  ]) {
    test(`${what} are taken or refused with a word, and the page goes on`, async () => {
      const { page, troubles, close } = await site.open({ area: 'agenda' });
      await drop(page, 'odd.ics', bytes);
      await page.locator('.toast.error, dialog[open]').first().waitFor();
      assert.ok((await page.locator('.toast.error, dialog[open]').first().innerText()).trim().length > 10);
      await page.keyboard.press('Escape');
      assert.deepEqual(troubles, []);
      await close();
    });
  }
});

describe('a list in which an id stands twice', () => {
  const line = (id, body) => JSON.stringify({ id, channel: 'email', receivedAt: '2026-11-24T09:00:00', timeZone: 'Europe/Paris', body });
  const row = (id, body) => `${id},email,2026-11-24T09:00:00,${body}`;
  for (const [name, content, place] of [
    ['twice.jsonl', [line('1', 'First leak'), '', line('1', 'Other leak'), line('2', 'Third leak')].join('\n'), 3],
    ['twice.csv', ['id,channel,received,body', row('1', '"First\nleak"'), row('1', 'Other leak'), row('2', 'Third leak')].join('\n'), 4],
  ]) {
    for (const [lang, said, title] of [['en', /stands twice/, /One line/], ['fr', /figure deux fois|deux fois/, /Une ligne/]]) {
      test(`${name} brings in the others and names the line of the repeated one (${lang})`, async () => {
        const { page, troubles, close } = await site.open({ lang });
        const before = Number(await figure(page, 2));
        await drop(page, name, content);
        const dialog = page.locator('dialog[open]', { hasText: title });
        await dialog.waitFor();
        await dialog.locator('li', { hasText: said }).waitFor();
        assert.match(await dialog.locator('li').first().innerText(), new RegExp(`${name} ?: ?${place}`));
        assert.equal(await dialog.locator('li').count(), 1);
        await page.keyboard.press('Escape');
        await page.waitForFunction((count) => document.querySelectorAll('.figure dd')[2].textContent === String(count), before + 2);
        assert.deepEqual(troubles, []);
        await close();
      });
    }
  }
});
