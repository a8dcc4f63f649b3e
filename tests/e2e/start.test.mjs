import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { openSite, ready } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Puts a record into the database as an earlier fault might have left it. */
const spoil = (page, name, plain) => page.evaluate(async ([name, plain]) => {
  const request = indexedDB.open('relais');
  const database = await new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  const transaction = database.transaction('records', 'readwrite');
  transaction.objectStore('records').put({ v: 1, plain }, name);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}, [name, plain]);

const words = {
  en: { stored: /cannot show what is stored/, browser: /cannot start in this browser/, save: 'Save what is stored', empty: 'Start empty', cancel: 'Cancel' },
  fr: { stored: /ne peut pas montrer ce qui est gardé/, browser: /ne peut pas démarrer dans ce navigateur/, save: 'Enregistrer ce qui est gardé', empty: 'Commencer à vide', cancel: 'Annuler' },
};

describe('a page that cannot start', () => {
  for (const lang of ['en', 'fr']) {
    test(`for what is stored says so, saves it and starts empty once that is confirmed (${lang})`, async () => {
      const { page, close } = await site.open({ lang });
      const said = words[lang];
      await spoil(page, 'policy', { assistants: 'x' });
      await page.reload();
      const card = page.locator('.locked .card');
      await card.waitFor();
      assert.match(await card.innerText(), said.stored);
      assert.doesNotMatch(await card.innerText(), /WebAssembly/);

      const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name: said.save }).click()]);
      const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
      assert.deepEqual(saved.records.policy, { v: 1, plain: { assistants: 'x' } });
      assert.ok(Object.keys(saved.records).some((name) => name.startsWith('journal/')));

      await card.getByRole('button', { name: said.empty }).click();
      await page.locator('dialog[open]').getByRole('button', { name: said.cancel }).click();
      await page.reload();
      await card.waitFor();
      await card.getByRole('button', { name: said.empty }).click();
      await page.locator('dialog[open] .actions .danger').click();
      await ready(page);
      assert.equal(await page.locator('.status .sample').count(), 0);
      assert.equal(await page.locator('.request').count(), 0);
      await page.reload();
      await ready(page);
      assert.equal(await page.locator('.status .sample').count(), 0, 'it stays empty');
      await close();
    });

    for (const [what, lack] of [
      ['of room for its data', () => (IDBFactory.prototype.open = () => { throw new DOMException('no room', 'SecurityError'); })],
      ['of workers', () => (globalThis.Worker = class { constructor() { throw new Error('no workers'); } })],
    ]) test(`for want ${what} says so, and offers no erasing (${lang})`, async () => {
      const context = await site.browser.newContext({ locale: lang === 'fr' ? 'fr-FR' : 'en-GB' });
      const page = await context.newPage();
      await page.addInitScript(lack);
      await page.goto(site.url);
      const card = page.locator('.locked .card');
      await card.waitFor();
      assert.match(await card.innerText(), words[lang].browser);
      assert.equal(await card.getByRole('button', { name: words[lang].empty }).count(), 0);
      await context.close();
    });
  }

  test('because of a sealed desk says so once it is unlocked', async () => {
    const { page, close } = await site.open();
    await page.getByRole('button', { name: 'Desk', exact: true }).click();
    await page.locator('dialog.sheet [name=new]').fill('correct horse battery');
    await page.locator('dialog.sheet [name=again]').fill('correct horse battery');
    await page.getByRole('button', { name: 'Encrypt the desk' }).click();
    await page.locator('.status', { hasText: 'Encrypted on this device' }).waitFor();
    await spoil(page, 'policy', { assistants: 'x' });
    await page.reload();
    await page.locator('#passphrase').fill('correct horse battery');
    await page.keyboard.press('Enter');
    await page.locator('.locked .card', { hasText: words.en.stored }).waitFor();
    await page.getByRole('button', { name: words.en.empty }).click();
    await page.locator('dialog[open] .actions .danger').click();
    await ready(page);
    await close();
  });
});
