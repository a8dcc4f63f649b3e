import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { openSite, ready, toast } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const paper = (page) => page.locator('.paper');

async function composed(page) {
  await page.locator('.paper h1, .paper h2').first().waitFor();
  return paper(page).innerText();
}

describe('the handover', () => {
  test('is composed for the other assistant, in their language, and opens with its bottom line', async () => {
    const { page, close } = await site.open({ area: 'handover', lang: 'fr', who: 'Ana Morel' });
    const text = await composed(page);
    assert.equal(await page.locator('.handover-bar select').first().inputValue(), 'ben');
    assert.equal(await paper(page).getAttribute('lang'), 'en');
    assert.match(text.split('\n').filter(Boolean).slice(0, 8).join(' '), /\d/, 'the bottom line counts what is open');
    await close();
  });

  test('is masked for its reader: professional secrecy does not reach internal clearance', async () => {
    const { page, close } = await site.open({ area: 'handover', who: 'Ana Morel' });
    const forBen = await composed(page);
    assert.ok(!/partie adverse|Conclusions Haas/.test(forBen), 'masked for Ben');
    await page.locator('.handover-bar select').first().selectOption('ana');
    await page.waitForFunction(() => document.querySelector('.paper').innerText.includes('Haas'));
    await close();
  });

  test('is said in the language chosen', async () => {
    const { page, close } = await site.open({ area: 'handover' });
    const english = await composed(page);
    await page.locator('.handover-bar select').nth(1).selectOption('fr');
    await page.waitForFunction((before) => document.querySelector('.paper').lang === 'fr' && document.querySelector('.paper').innerText !== before, english);
    await close();
  });

  for (const ending of ['html', 'md', 'txt']) {
    test(`is saved as .${ending}`, async () => {
      const { page, close } = await site.open({ area: 'handover' });
      await composed(page);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Save .${ending}` }).click()]);
      assert.ok(download.suggestedFilename().endsWith(`.${ending}`));
      const text = await readFile(await download.path(), 'utf8');
      assert.ok(text.length > 300);
      assert.equal(/<html/i.test(text), ending === 'html');
      assert.ok(!/<script|https?:\/\/(?!www\.w3\.org)/i.test(text));
      await close();
    });
  }

  test('is printed alone: no bar, no strip, black on white in the dark theme too', async () => {
    const { page, close } = await site.open({ area: 'handover', theme: 'dark' });
    await composed(page);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.bar', '.strip', '.status', '.handover-bar']) assert.ok(!await page.locator(hidden).isVisible(), hidden);
    assert.ok(await paper(page).isVisible());
    const [ink, ground] = await paper(page).evaluate((element) => [getComputedStyle(element).color, getComputedStyle(element).backgroundColor]);
    assert.equal(ink, 'rgb(0, 0, 0)');
    assert.equal(ground, 'rgb(255, 255, 255)');
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const [, sheets] = /\/Type\s*\/Pages\b[^>]*\/Count\s+(\d+)/.exec(pdf.toString('latin1'));
    assert.ok(pdf.length > 5000 && Number(sheets) <= 3, `${sheets} sheets`);
    await close();
  });

  test('that is handed over is in the journal, and waits for its reader', async () => {
    const { page, close } = await site.open({ area: 'handover', who: 'Ana Morel' });
    await composed(page);
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.locator('dialog .primary').click();
    await toast(page, 'Handed over to Ben Carter');
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: 'Desk', exact: true }).click();
    await page.locator('dialog').getByRole('button', { name: 'Ben Carter' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Read back and accept' }).click();
    await page.locator('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
    await toast(page, 'Handover accepted');
    await page.getByRole('button', { name: 'Read back and accept' }).waitFor({ state: 'detached' });
    await close();
  });
});
