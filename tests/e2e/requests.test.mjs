import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { drop, figure, openSite, ready, startEmpty, toast } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const request = (id, more = {}) => ({
  id, lang: 'en', channel: 'phone', receivedAt: '2026-11-23T09:00:00', timeZone: 'Europe/Paris', from: { name: `Caller ${id}` }, body: `Question ${id}.`, ...more,
});
const lines = (...requests) => requests.map((one) => JSON.stringify(one)).join('\n');

describe('the list', () => {
  test('is printed whole, as a table in working order, in the reader\'s language', async () => {
    for (const [lang, title] of [['en', /^Open requests, /], ['fr', /^Demandes ouvertes, /]]) {
      const { page, close } = await site.open({ lang });
      const first = await page.locator('.request .main strong').first().innerText();
      const count = Number.parseInt(await page.locator('.list-head .count').innerText(), 10);
      await page.emulateMedia({ media: 'print' });
      await page.locator('.on-paper tbody tr').nth(count - 1).waitFor();
      assert.equal(await page.locator('.on-paper tbody tr').count(), count);
      assert.match(await page.locator('.on-paper h1').innerText(), title);
      assert.equal(await page.locator('.on-paper tbody strong').first().innerText(), first);
      assert.ok(!await page.locator('.requests-list').isVisible());
      await close();
    }
  });

  test('shows each request with its client, channel and due time, in working order', async () => {
    const { page, close } = await site.open();
    const rows = page.locator('.request');
    await page.waitForFunction(() => document.querySelectorAll('.request .pill.critical, .request .pill.high').length > 0);
    const ranks = await rows.locator('.pill').evaluateAll((pills) => pills.map((pill) => pill.classList[1]));
    assert.ok(ranks.indexOf('critical') === 0 || !ranks.includes('critical'), `critical ones first: ${ranks}`);
    const first = await rows.first().innerText();
    assert.match(first, /telephone|voicemail|e-mail|form|chat|text message|visit/);
    assert.match(first, /Tilleuls|Moreau|Laurent/);
    assert.match(await rows.first().locator('.due').innerText(), /\d\d:\d\d/);
    await close();
  });

  test('marks the words that carry the reasons, emoji or not', async () => {
    const { page, close } = await site.open({ who: null });
    await startEmpty(page);
    await drop(page, 'one.jsonl', lines(request('a', { body: '😀😀 Water is pouring through the ceiling, please call before 17:00 today.' })));
    await page.locator('.detail mark').first().waitFor();
    const body = await page.locator('.detail .body').innerText();
    assert.equal(body, '😀😀 Water is pouring through the ceiling, please call before 17:00 today.');
    const marks = await page.locator('.detail .body mark').allInnerTexts();
    assert.ok(marks.some((mark) => /water|17:00|today|before|pouring|call/i.test(mark)), `marks: ${marks}`);
    assert.ok(marks.every((mark) => mark === mark.toWellFormed() && !mark.includes('😀')), `marks: ${marks}`);
    const weights = await page.locator('.why li .weight').allInnerTexts();
    assert.ok(weights.some((weight) => /^[+−]\d/.test(weight)));
    await close();
  });

  test('holds ten thousand requests and stays quick', async () => {
    const { page, close, troubles } = await site.open({ who: null });
    await startEmpty(page);
    await drop(page, 'many.jsonl', lines(...Array.from({ length: 10_000 }, (_, n) => request(`n${n}`))));
    await page.waitForFunction(() => /10,000/.test(document.querySelectorAll('.figure dd')[2].textContent), undefined, { timeout: 120_000 });
    await page.waitForFunction(() => !document.querySelector('.request .pill.unknown') && document.querySelector('.request'), undefined, { timeout: 120_000 });
    assert.ok(await page.locator('.request').count() < 60, 'only the rows in view are on the page');
    const taken = await page.evaluate(async () => {
      const begun = performance.now();
      dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - begun;
    });
    assert.ok(taken < 250, `one step down took ${taken} ms`);
    assert.deepEqual(troubles, []);
    await close();
  });
});

describe('one key', () => {
  for (const [lang, key, name, which] of [
    ['en', 'c', 'Critical', 'Luc Texier'], ['fr', 'h', 'Haute', 'Luc Texier'], ['fr', 'b', 'Basse', 'ceiling is now sagging'], ['en', 'l', 'Low', 'ceiling is now sagging'],
  ]) {
    test(`${key} corrects the priority to ${name} (${lang}), is kept, and undo takes it back`, async () => {
      const { page, close } = await site.open({ lang });
      const find = async () => {
        await page.getByRole('searchbox').fill(which);
        await page.locator('.detail .body').waitFor();
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.querySelectorAll('.request').length === 1 && document.querySelector('.segments [aria-pressed=true]'));
      };
      await find();
      const pressed = page.locator('.segments [aria-pressed=true]');
      const before = await pressed.innerText();
      await page.keyboard.press(key);
      await page.waitForFunction((name) => document.querySelector('.segments [aria-pressed=true]')?.innerText.includes(name), name);
      await page.reload();
      await ready(page);
      await find();
      await page.waitForFunction((name) => document.querySelector('.segments [aria-pressed=true]')?.innerText.includes(name), name);
      await page.keyboard.press('Control+z');
      await page.waitForFunction((before) => document.querySelector('.segments [aria-pressed=true]')?.innerText === before, before);
      await close();
    });
  }

  test('ends a request, and the next one is chosen', async () => {
    const { page, close } = await site.open();
    const open = Number(await figure(page, 2));
    const second = await page.locator('.request .main strong').nth(1).innerText();
    await page.keyboard.press('e');
    await toast(page, 'handled');
    await page.waitForFunction((left) => document.querySelectorAll('.figure dd')[2].textContent === String(left), open - 1);
    assert.ok((await page.locator('.detail h2').innerText()).startsWith(second));
    await close();
  });

  test('does nothing while text is typed, or once single keys are switched off', async () => {
    const { page, close } = await site.open();
    const open = await figure(page, 2);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').pressSequentially('em1');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'em1');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Desk', exact: true }).click();
    await page.locator('dialog .check input').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await page.keyboard.press('m');
    await page.keyboard.press('1');
    assert.equal(await page.locator('.note').count(), 0);
    assert.equal(await figure(page, 2), open);
    assert.ok(page.url().endsWith('#requests'));
    await close();
  });
});

describe('the quick note', () => {
  test('opens with one key while an area is in use, and Escape keeps it and returns', async () => {
    const { page, close } = await site.open({ area: 'agenda' });
    const open = await figure(page, 2);
    const place = page.locator('main button').filter({ visible: true }).last();
    await place.focus();
    const came = await page.evaluate(() => (window.came = document.activeElement).outerHTML);
    await page.keyboard.press('m');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'note-field');
    await page.keyboard.type('Mr Osei, +44 20 7946 0999: the boiler again, call back before 5 pm');
    await page.keyboard.press('Escape');
    await page.locator('.note').waitFor({ state: 'detached' });
    assert.ok(await page.evaluate(() => window.came === document.activeElement), `back at ${came}`);
    assert.ok(page.url().endsWith('#agenda'));
    await page.waitForFunction((before) => document.querySelectorAll('.figure dd')[2].textContent === String(Number(before) + 1), open);
    await page.keyboard.press('2');
    await page.locator('.list-head input').fill('the boiler again');
    await page.locator('.request', { hasText: 'the boiler again' }).waitFor();
    await close();
  });

  test('that is empty leaves nothing', async () => {
    const { page, close } = await site.open();
    const open = await figure(page, 2);
    await page.keyboard.press('m');
    await page.keyboard.press('Escape');
    await page.locator('.note').waitFor({ state: 'detached' });
    assert.equal(await figure(page, 2), open);
    await close();
  });
});

describe('import', () => {
  test('of a message takes its sender, subject and text', async () => {
    const { page, close } = await site.open({ who: null });
    await startEmpty(page);
    await drop(page, 'lease.eml', [
      'From: =?utf-8?q?H=C3=A9l=C3=A8ne_Roux?= <h.roux@example.org>', 'To: desk@example.org', 'Subject: =?utf-8?q?Bail_=C3=A0_signer?=',
      'Date: Mon, 23 Nov 2026 09:12:00 +0100', 'Message-ID: <1@example.org>', 'Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable', '',
      'Bonjour, le bail est pr=EAt : pouvez-vous signer avant jeudi ?', ''].join('\r\n'));
    await page.locator('.detail h2', { hasText: 'Bail à signer' }).waitFor();
    assert.match(await page.locator('.detail').innerText(), /Hélène Roux/);
    assert.match(await page.locator('.detail .body').innerText(), /le bail est prêt/);
    await close();
  });

  test('of the same list twice adds nothing', async () => {
    const { page, close } = await site.open({ who: null });
    await startEmpty(page);
    const list = lines(request('a'), request('b'));
    await drop(page, 'a.jsonl', list);
    await toast(page, '2 requests imported');
    await drop(page, 'a.jsonl', list);
    await toast(page, '2 already here');
    assert.equal(await figure(page, 2), '2');
    await close();
  });

  test('of a paste works as of a file', async () => {
    const { page, close } = await site.open({ who: null });
    await startEmpty(page);
    await page.evaluate((text) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    }, lines(request('a')));
    await toast(page, 'One request imported');
    await close();
  });

  test('of a list with broken lines takes the others and names the broken ones', async () => {
    const { page, close } = await site.open({ who: null });
    await startEmpty(page);
    await drop(page, 'mixed.jsonl', `${lines(request('a'))}\n{"id": broken\n${lines(request('c'))}`);
    await page.locator('dialog .problems li').first().waitFor();
    assert.match(await page.locator('dialog .problems').innerText(), /mixed\.jsonl : 2/);
    assert.equal(await figure(page, 2), '2');
    await close();
  });
});
