import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumArguments, drop, executablePath, figure, openSite, ready, startEmpty, toast, watch } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const noteText = 'Mme Berthier rappelle pour la fuite, avant 17 h.';

async function note(page, text) {
  await page.keyboard.press('m');
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await page.locator('.note').waitFor({ state: 'detached' });
  await toast(page, /Noted|Noté/);
}

describe('what is typed, imported or accepted is kept', () => {
  test('a note survives a reload', async () => {
    const { page, troubles, close } = await site.open();
    await note(page, noteText);
    await page.reload();
    await ready(page);
    await page.getByRole('searchbox').fill('Berthier');
    await page.locator('.request', { hasText: 'Berthier' }).waitFor();
    assert.deepEqual(troubles, []);
    await close();
  });

  test('a note that was being typed when the browser was killed is there again', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'relais-e2e-'));
    try {
      const first = await startBrowser(profile);
      const page = await pageOf(first, site.url);
      await page.keyboard.press('m');
      await page.locator('#note-field').pressSequentially('Half a sentence about the');
      await sleep(300);
      await kill(first);
      const second = await startBrowser(profile);
      const again = await pageOf(second, site.url);
      await again.locator('#note-field').waitFor();
      assert.equal(await again.locator('#note-field').inputValue(), 'Half a sentence about the');
      await kill(second);
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('what was kept a moment before the browser was killed is there again', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'relais-e2e-'));
    try {
      const first = await startBrowser(profile);
      const page = await pageOf(first, site.url);
      const open = Number(await figure(page, 2));
      await page.keyboard.press('e');
      await page.waitForFunction((before) => document.querySelectorAll('.figure dd')[2].textContent === String(before - 1), open);
      await kill(first);
      const second = await startBrowser(profile);
      const again = await pageOf(second, site.url);
      assert.equal(await figure(again, 2), String(open - 1));
      await kill(second);
    } finally {
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('undo takes back the last step, also after a reload', async () => {
    const { page, close } = await site.open();
    const open = await figure(page, 2);
    await note(page, noteText);
    await page.waitForFunction((before) => document.querySelectorAll('.figure dd')[2].textContent === String(Number(before) + 1), open);
    await page.reload();
    await ready(page);
    await page.keyboard.press('Control+z');
    await toast(page, 'Undone');
    await page.waitForFunction((before) => document.querySelectorAll('.figure dd')[2].textContent === before, open);
    await close();
  });

  test('a second tab shows and does not write, and takes over when the first is closed', async () => {
    const { context, page, close } = await site.open();
    const second = await context.newPage();
    await second.goto(`${site.url}#requests`);
    await ready(second);
    await second.locator('.banner.amber').waitFor();
    assert.ok(await second.locator('.note-button').isDisabled());
    await note(page, noteText);
    await second.getByRole('searchbox').fill('Berthier');
    await second.locator('.request', { hasText: 'Berthier' }).waitFor();
    await page.close();
    await second.locator('.banner.amber').waitFor({ state: 'detached' });
    assert.ok(await second.locator('.note-button').isEnabled());
    await close();
  });
});

describe('the whole desk in a file', () => {
  async function save(page) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.status .backup button').click()]);
    return readFile(await download.path());
  }

  test('is saved, its age is shown, and it is opened again on another device', async () => {
    const one = await site.open();
    assert.match(await one.page.locator('.status .backup').textContent(), /Never backed up/);
    await note(one.page, noteText);
    const file = await save(one.page);
    await one.page.locator('.status .backup', { hasText: /just now/ }).waitFor();
    const open = await figure(one.page, 2);
    await one.close();

    const other = await site.open({ who: null });
    await startEmpty(other.page);
    await drop(other.page, 'desk.relais', file);
    await other.page.getByRole('button', { name: 'Open in its place' }).click();
    await toast(other.page, 'desk.relais');
    await ready(other.page);
    assert.equal(await figure(other.page, 2), open);
    assert.deepEqual(other.troubles, []);
    await other.close();
  });

  test('of a sealed desk needs its passphrase', async () => {
    const one = await site.open();
    await setPassphrase(one.page, 'correct horse battery');
    await note(one.page, noteText);
    const file = await save(one.page);
    assert.ok(!file.includes('Berthier'), 'the file is encrypted');
    await one.close();

    const other = await site.open({ who: null });
    await drop(other.page, 'desk.relais', file);
    await other.page.locator('dialog input[type=password]').fill('wrong horse');
    await other.page.keyboard.press('Enter');
    await other.page.locator('dialog .problem', { hasText: 'not the right passphrase' }).waitFor();
    await other.page.locator('dialog input[type=password]').fill('correct horse battery');
    await other.page.keyboard.press('Enter');
    await other.page.getByRole('button', { name: 'Open in its place' }).click();
    await toast(other.page, 'desk.relais');
    await other.page.locator('.status', { hasText: 'Encrypted on this device' }).waitFor();
    await other.page.reload();
    await other.page.locator('#passphrase').fill('correct horse battery');
    await other.page.keyboard.press('Enter');
    await ready(other.page);
    await other.close();
  });

  for (const [what, content] of [
    ['damaged', '{"relaisDesk": 1, "savedAt": "2026-01-01T00:00:00Z", "desk": {"entries": 3}}'],
    ['cut short', '{"relaisDesk": 1, "savedAt": "2026-01-01T0'],
    ['of a later version', '{"relaisDesk": 2, "desk": {}}'],
    ['with a made-up seal', '{"relaisDesk": 1, "savedAt": "x", "seal": {"salt": "%%"}, "iv": "", "data": ""}'],
  ]) {
    test(`that is ${what} is refused, and nothing is lost`, async () => {
      const { page, close, troubles } = await site.open();
      const open = await figure(page, 2);
      await drop(page, 'bad.relais', content);
      const asked = page.locator('dialog input[type=password]');
      await Promise.race([page.locator('.toast.error').waitFor(), asked.waitFor()]);
      if (await asked.count()) {
        await asked.fill('whatever it is');
        await page.keyboard.press('Enter');
        await page.locator('dialog .problem:not(:empty)').waitFor();
        await page.keyboard.press('Escape');
      }
      assert.equal(await figure(page, 2), open);
      assert.deepEqual(troubles, []);
      await close();
    });
  }

  /** What is done to a saved desk, and what each language says of it. */
  const spoiled = [
    ['whose rules are none', (desk) => (desk.policy = { assistants: 'x' }), { en: /\/policy\/assistants.*Expected: an array of objects/, fr: /\/policy\/assistants.*Attendu.*une liste d’objets/ }],
    ['with impossible hours', (desk) => (desk.policy.clients[0].hours = { mo: [['25:00', '26:00']] }), { en: /25:00.*\/policy\/clients\/0\/hours/, fr: /25:00.*une heure de 00:00 à 24:00/ }],
    ['of an unknown zone', (desk) => (desk.policy.clients[0].timeZone = 'Mars/Olympus'), { en: /Mars\/Olympus.*IANA/, fr: /Mars\/Olympus.*un nom IANA/ }],
    ['whose entries were cut', (desk) => (desk.entries = desk.entries.slice(0, 60)), { en: /says that it has \d+ journal entries and holds 60/, fr: /annonce \d+ entrées de journal et en contient 60/ }],
    ['without its entries', (desk) => delete desk.entries, { en: /“entries” is missing/, fr: /il manque «.entries.»/ }],
    ['without its tip', (desk) => delete desk.tip, { en: /“tip” is missing/, fr: /il manque «.tip.»/ }],
    ['with a calendar that is none', (desk) => (desk.calendars = [{ person: 3 }]), { en: /“calendars” is not of the expected form/, fr: /«.calendars.» n’a pas la forme/ }],
  ];
  for (const lang of ['en', 'fr']) {
    test(`that is spoiled is refused with what is wrong in it, before anything is overwritten (${lang})`, async () => {
      const { page, troubles, close } = await site.open({ lang });
      const text = await save(page);
      const open = await figure(page, 2);
      for (const [what, spoil, said] of spoiled) {
        const file = JSON.parse(text);
        spoil(file.desk);
        await drop(page, 'spoiled.relais', JSON.stringify(file));
        await toast(page, said[lang]).catch((error) => assert.fail(`${what}: ${error.message}`));
        assert.equal(await page.locator('dialog[open]').count(), 0, what);
        await page.keyboard.press('Escape');
      }
      await page.reload();
      await ready(page);
      assert.equal(await figure(page, 2), open);
      assert.deepEqual(troubles, []);
      await close();
    });
  }

  test('is opened with a rule that never applies, and in the form of the first version', async () => {
    const one = await site.open();
    const file = JSON.parse(await save(one.page));
    await one.close();
    file.desk.policy.rules = [...(file.desk.policy.rules ?? []), { id: 'never', when: { kind: 'astronaut' }, then: { priority: 'high' } }];
    delete file.desk.withheld;
    const other = await site.open({ who: null });
    await startEmpty(other.page);
    await drop(other.page, 'first.relais', JSON.stringify(file));
    await other.page.getByRole('button', { name: 'Open in its place' }).click();
    await toast(other.page, 'first.relais');
    await ready(other.page);
    assert.deepEqual(other.troubles, []);
    await other.close();
  });

  test('whose journal was altered is refused', async () => {
    const one = await site.open();
    const file = JSON.parse(await save(one.page));
    const line = file.desk.entries.find(({ head }) => head.type === 'task.opened');
    line.payload.title = 'Something else';
    await drop(one.page, 'altered.relais', JSON.stringify(file));
    await toast(one.page, /altered or damaged/);
    await one.close();
  });
});

describe('the passphrase', () => {
  test('is set later, and nothing readable stays in the database', async () => {
    const { page, close } = await site.open();
    await note(page, noteText);
    assert.ok((await stored(page)).includes('Berthier'), 'readable before');
    await setPassphrase(page, 'correct horse battery');
    const after = await stored(page);
    assert.ok(!/Berthier|Tilleuls|Ana Morel/.test(after), 'not readable after');
    await page.reload();
    await page.locator('#passphrase').waitFor();
    assert.equal(await page.locator('.request').count(), 0);
    await page.locator('#passphrase').fill('no');
    await page.keyboard.press('Enter');
    await page.locator('#passphrase-problem:not(:empty)').waitFor();
    await page.locator('#passphrase').fill('correct horse battery');
    await page.keyboard.press('Enter');
    await ready(page);
    await page.getByRole('searchbox').fill('Berthier');
    await page.locator('.request', { hasText: 'Berthier' }).waitFor();
    await close();
  });

  test('is changed and removed', async () => {
    const { page, close } = await site.open();
    await setPassphrase(page, 'correct horse battery');
    const sheet = await openSheet(page);
    await sheet.locator('[name=old]').fill('correct horse battery');
    await sheet.locator('[name=new]').fill('another one altogether');
    await sheet.locator('[name=again]').fill('another one altogether');
    await sheet.getByRole('button', { name: 'Change', exact: true }).click();
    await toast(page, 'Passphrase changed');
    await sheet.locator('[name=old]').fill('correct horse battery');
    await sheet.getByRole('button', { name: 'Encrypt no more' }).click();
    await sheet.locator('.problem:not(:empty)').waitFor();
    await sheet.locator('[name=old]').fill('another one altogether');
    await sheet.getByRole('button', { name: 'Encrypt no more' }).click();
    await toast(page, 'no longer encrypted');
    await page.keyboard.press('Escape');
    await page.reload();
    await ready(page);
    await close();
  });

  test('locks the desk at once', async () => {
    const { page, close } = await site.open();
    await setPassphrase(page, 'correct horse battery');
    await (await openSheet(page)).getByRole('button', { name: 'Lock', exact: true }).click();
    await page.locator('#passphrase').waitFor();
    assert.ok(!(await page.content()).includes('Tilleuls'));
    await close();
  });
});

async function openSheet(page) {
  await page.getByRole('button', { name: 'Desk', exact: true }).click();
  return page.locator('dialog.sheet');
}

async function setPassphrase(page, passphrase) {
  const sheet = await openSheet(page);
  await sheet.locator('[name=new]').fill(passphrase);
  await sheet.locator('[name=again]').fill(passphrase);
  await sheet.getByRole('button', { name: 'Encrypt the desk' }).click();
  await toast(page, 'The desk is encrypted');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

/** All that IndexedDB holds, as text. */
const stored = (page) => page.evaluate(async () => {
  const request = indexedDB.open('relais');
  const database = await new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  const names = [...database.objectStoreNames];
  const texts = await Promise.all(names.map((name) => new Promise((resolve) => {
    const all = database.transaction(name).objectStore(name).getAll();
    all.onsuccess = () => resolve(all.result.map((value) => JSON.stringify(value, (_, part) =>
      part instanceof Uint8Array ? new TextDecoder('latin1').decode(part) : part)).join('\n'));
  })));
  database.close();
  return texts.join('\n');
});

/** A browser of its own process group and profile, so that it can be killed as a crash would. */
async function startBrowser(profile) {
  const child = spawn(executablePath, [...chromiumArguments, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((resolve, reject) => {
    let text = '';
    child.stderr.on('data', (data) => {
      text += data;
      const found = /DevTools listening on (ws:\S+)/.exec(text);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`Chromium ended: ${text}`)));
  });
  return { child, browser: await chromium.connectOverCDP(address) };
}

async function kill({ child, browser }) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
  await browser.close().catch(() => undefined);
}

async function pageOf({ browser }, url) {
  const page = await browser.contexts()[0].newPage();
  watch(page, url);
  await page.goto(`${url}#requests`);
  await ready(page);
  return page;
}
