import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { drop, openSite, toast } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const sheet = (page) => page.getByRole('button', { name: 'Desk', exact: true }).click();

/** Ana encrypts her desk, names Ben and locks it; what the locked page then gives away. */
async function packForBen() {
  const { page, close } = await site.open({ area: 'handover' });
  await sheet(page);
  const own = page.locator('dialog section', { has: page.getByRole('heading', { name: 'Passphrase', exact: true }) });
  await own.locator('input[name=new]').fill('ana ana ana');
  await own.locator('input[name=again]').fill('ana ana ana');
  await own.getByRole('button', { name: 'Encrypt the desk' }).click();
  const deputy = page.locator('dialog section', { has: page.getByRole('heading', { name: 'Deputy', exact: true }) });
  await deputy.locator('select[name=deputy]').selectOption('ben');
  await deputy.locator('input[name=deputy-new]').fill('ben ben ben');
  await deputy.locator('input[name=deputy-again]').fill('ben ben ben');
  await deputy.getByRole('button', { name: 'Name the deputy' }).click();
  await deputy.getByText('can go on alone').waitFor();
  await own.getByRole('button', { name: 'Lock', exact: true }).click();
  await page.locator('main.locked').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save the pack for Ben Carter' }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  await close();
  return text;
}

async function openWith(page, pack, passphrase) {
  await drop(page, 'relais-Ben.relais', pack);
  await page.locator('dialog input[name=passphrase]').fill(passphrase);
  await page.locator('dialog').getByRole('button', { name: 'Open', exact: true }).click();
}

async function savedDesk(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.status .backup button').click()]);
  return readFile(await download.path(), 'utf8');
}

async function openDesk(page, text, answer) {
  await drop(page, 'relais.json', text);
  await page.locator('dialog').getByRole('button', { name: answer, exact: true }).click();
}

describe('the one who falls ill at noon', () => {
  test('leaves a pack that the deputy’s passphrase opens and no other, without what the deputy may not read', async () => {
    const pack = await packForBen();
    assert.ok(!/Haas|Tanguy|Whitfield/.test(pack), 'sealed');
    const { page, troubles, close } = await site.open({ area: 'handover', who: null });
    await openWith(page, pack, 'ana ana ana');
    await page.locator('dialog [role=alert]', { hasText: 'not the right passphrase' }).waitFor();
    await page.locator('dialog input[name=passphrase]').fill('ben ben ben');
    await page.locator('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await page.locator('dialog .actions button').first().waitFor();
    assert.deepEqual(troubles, []);
    await close();
  });

  test('may be stood in for without them, and what they wrote late comes home', async () => {
    const ben = await site.open({ area: 'handover', who: 'Ben Carter' });
    const ana = await site.open({ area: 'handover', who: 'Ana Morel' });
    await openDesk(ana.page, await savedDesk(ben.page), 'Open in its place');
    await sheet(ana.page);
    await ana.page.locator('dialog').getByRole('button', { name: 'Ana Morel' }).click();
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('button', { name: 'Claim the desk' }).click();
    await ana.page.locator('dialog .primary').click();
    await toast(ana.page, 'The desk is yours');
    await ana.page.locator('.paper', { hasText: 'Non signée' }).waitFor();

    await ben.page.keyboard.press('m');
    await ben.page.keyboard.type('Mme Tessier a rappelé pour le bail');
    await ben.page.keyboard.press('Enter');
    await toast(ben.page, 'Noted among the requests');
    await openDesk(ana.page, await savedDesk(ben.page), 'Bring in');
    await toast(ana.page, /\d late entr(y|ies) brought in/);
    await ana.page.locator('.areas .area').nth(1).click();
    await ana.page.locator('.request-list', { hasText: 'Mme Tessier a rappelé pour le bail' }).waitFor();
    assert.deepEqual([...ana.troubles, ...ben.troubles], []);
    await Promise.all([ana.close(), ben.close()]);
  });
});
