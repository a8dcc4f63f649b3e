import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openSite, startEmpty } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

async function openRules(page, lang, tab) {
  await page.getByRole('button', { name: lang === 'fr' ? 'Bureau' : 'Desk', exact: true }).click();
  await page.getByRole('button', { name: lang === 'fr' ? 'Voir et changer…' : 'Look and change…' }).click();
  await page.locator(`#rules-${tab}`).click();
}

/** Types into a field and leaves it. */
async function put(field, text) {
  await field.fill(text);
  await field.blur();
}

/** The rules as the page would save them, once they hold what was changed last. */
async function kept(page, holds = '') {
  await page.locator('#rules-text').click();
  await page.waitForFunction((text) => document.querySelector('.rules-text').value.includes(text), holds);
  return JSON.parse(await page.locator('.rules-text').inputValue());
}

describe('the rules of the desk', () => {
  for (const lang of ['en', 'fr']) {
    test(`are changed in fields, kept at once, and undone (${lang})`, async () => {
      const { page, troubles, close } = await site.open({ lang });
      await openRules(page, lang, 'assistants');
      const ben = page.locator('.rules-card', { hasText: 'Ben Carter' });
      await ben.locator('summary').click();
      await put(ben.getByLabel(lang === 'fr' ? 'Samedi' : 'Saturday'), lang === 'fr' ? '9h à 12h30' : '9 to 12:30, 14-16');
      await page.locator('#rules-levels').click();
      await put(page.locator('.rules-card').nth(1).getByLabel(lang === 'fr' ? 'Réglée' : 'Settled'), lang === 'fr' ? '2 jours 30 min' : '2 days 30 min');
      const { assistants, serviceLevels } = await kept(page, 'P2DT30M');
      assert.deepEqual(assistants[1].hours.sa, lang === 'fr' ? [['09:00', '12:30']] : [['09:00', '12:30'], ['14:00', '16:00']]);
      assert.equal(serviceLevels[1].resolution, 'P2DT30M');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await page.locator('.toasts', { hasText: lang === 'fr' ? 'règles du bureau' : 'rules of the desk' }).waitFor();
      await openRules(page, lang, 'assistants');
      assert.equal((await kept(page)).serviceLevels[1].resolution, 'P1D');
      assert.deepEqual(troubles, []);
      await close();
    });
  }

  test('give every signal its weight, which the requests follow', async () => {
    const { page, close } = await site.open();
    await page.getByText('Mrs Hughes').first().click();
    assert.match(await page.locator('main').innerText(), /\+200\s+A person is in danger/);
    await openRules(page, 'en', 'weights');
    const danger = page.locator('.rules-more', { hasText: 'Danger' });
    await danger.locator('summary').click();
    const field = danger.getByLabel('A person is in danger.');
    assert.equal(await field.getAttribute('placeholder'), '200');
    await put(field, '151,5');
    await put(danger.locator('input').first(), 'a lot');
    await danger.getByText('A number of points').waitFor();
    assert.equal(await danger.locator('input').first().inputValue(), 'a lot', 'what was typed stays');
    assert.deepEqual((await kept(page, 'person-in-danger')).weights, { 'person-in-danger': 1515 });
    await page.keyboard.press('Escape');
    await page.getByText('+151.5').waitFor();
    await close();
  });

  test('are refused where the core finds them wrong, and nothing typed is lost', async () => {
    const { page, close } = await site.open();
    await openRules(page, 'en', 'assistants');
    const zone = page.locator('.rules-card').first().getByLabel('Time zone');
    await put(zone, 'Europe/Atlantis');
    await page.locator('.rules-card [role=alert]').waitFor();
    assert.equal(await zone.inputValue(), 'Europe/Atlantis');
    assert.equal((await kept(page)).assistants[0].timeZone, 'Europe/Paris');
    const text = page.locator('.rules-text');
    await text.fill('{"clients": [\n{"id": 3}]}');
    await page.getByRole('button', { name: 'Keep this text' }).click();
    await page.locator('.problems', { hasText: '/clients/0/id' }).waitFor();
    await text.fill('{"clients": [\n');
    await page.getByRole('button', { name: 'Keep this text' }).click();
    await page.locator('.problems', { hasText: 'line 2' }).waitFor();
    await page.keyboard.press('Escape');
    await openRules(page, 'en', 'text');
    assert.equal(await text.inputValue(), '{"clients": [\n', 'closing loses nothing');
    await page.getByRole('button', { name: 'Back to what is kept' }).click();
    assert.equal(JSON.parse(await text.inputValue()).clients.length, 3);
    await close();
  });

  test('are written from nothing: a colleague and a client with an instruction', async () => {
    const { page, close } = await site.open();
    await startEmpty(page);
    await openRules(page, 'en', 'assistants');
    await page.getByRole('button', { name: 'Add an assistant' }).click();
    await put(page.locator('.rules-card').nth(1).getByLabel('Name'), 'Zoé');
    await page.locator('#rules-clients').click();
    await page.getByRole('button', { name: 'Add a client' }).click();
    const client = page.locator('.rules-card').first();
    await put(client.getByLabel('Name').first(), 'Atelier');
    await client.getByText('Instructions (0)').click();
    await client.getByRole('button', { name: 'Add an instruction' }).click();
    await put(client.getByLabel('Instruction', { exact: true }), 'Never before nine');
    const policy = await kept(page, 'Never before nine');
    assert.equal(policy.assistants[1].name, 'Zoé');
    assert.deepEqual(policy.clients.map(({ name, instructions }) => [name, instructions[0].text]), [['Atelier', 'Never before nine']]);
    await close();
  });
});
