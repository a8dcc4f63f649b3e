// The saved document itself, as a browser shows and prints it: without an accessibility fault, on few sheets, tagged.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { drafts, policy } from '../bench/support/journal.mjs';
import { native } from '../wasm/support.mjs';
import { chromiumArguments, executablePath } from './page.mjs';

let browser, axe;
before(async () => {
  browser = await chromium.launch({ executablePath, args: chromiumArguments });
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
after(() => browser.close());

async function answer(name, params) {
  const [text] = await native([{ name, params }]);
  const { result, error } = JSON.parse(text);
  assert.ok(!error, text);
  return result;
}

async function pageOf(lang, { seed = 5, width = 1000 } = {}) {
  const { entries } = await answer('journal.append', { add: drafts(600, { seed }) });
  const { document } = await answer('handover.compose', { entries, policy, reader: 'ben', since: '2026-03-09T08:00:00Z', at: '2026-03-10T08:00:00Z' });
  const { text } = await answer('handover.render', { document, format: 'html', lang });
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => request.url().startsWith('http') && troubles.push(request.url()));
  await page.setContent(text);
  return { page, document, troubles, close: () => context.close() };
}

const sheets = (pdf) => Number(/\/Type\s*\/Pages\b[^>]*\/Count\s+(\d+)/.exec(pdf.toString('latin1'))?.[1] ?? NaN);

for (const lang of ['fr', 'en']) {
  describe(`the document in ${lang}`, () => {
    for (const width of [1000, 320]) {
      test(`has no axe violation and nothing beside the screen, ${width} wide`, async () => {
        const { page, troubles, close } = await pageOf(lang, { width });
        const session = await page.context().newCDPSession(page);
        await session.send('Runtime.evaluate', { expression: axe });
        const found = await page.evaluate(async () => (await globalThis.axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.length}`));
        assert.deepEqual(found, []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        assert.deepEqual(troubles, []);
        await close();
      });
    }

    for (const seed of [5, 6, 7]) {
      test(`takes at most three sheets of A4 with 40 open tasks, and its PDF is tagged (seed ${seed})`, async (t) => {
        const { page, document, close } = await pageOf(lang, { seed });
        assert.ok(document.counts.open >= 38 && document.counts.open <= 40, `${document.counts.open} open`);
        const pdf = await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true });
        assert.ok(sheets(pdf) <= 3, `${sheets(pdf)} sheets`);
        assert.match(pdf.toString('latin1'), /\/StructTreeRoot/);
        assert.match(pdf.toString('latin1'), /\/MarkInfo\s*<<[^>]*\/Marked\s+true/);
        t.diagnostic(`${document.counts.open} open tasks, ${sheets(pdf)} sheets`);
        await close();
      });
    }
  });
}
