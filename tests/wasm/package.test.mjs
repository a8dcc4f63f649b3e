import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { publint } from 'publint';
import { built, consumer } from './support.mjs';

const script = `
import { load, RelaisError } from 'relais';
import { connect } from 'relais/worker';
const params = {
  hours: { mo: [['09:00', '12:00'], ['14:00', '18:00']] }, timeZone: 'Europe/Paris', holidays: [],
  from: '2026-03-09T10:00:00Z', to: '2026-03-09T16:00:00Z',
};
const here = await load();
const there = await connect();
console.log(here.report.businessTime(params).seconds, (await there.report.businessTime(params)).seconds);
try { here.report.businessTime({}); } catch (error) { console.log(error instanceof RelaisError, error.code); }
`;

describe('the packed package', () => {
  const { run, write, folder } = consumer('node');

  it('works in an empty folder under Node', () => {
    write('main.mjs', script);
    assert.equal(run(process.execPath, 'main.mjs'), '14400 14400\ntrue missing-member\n');
  });

  it('lets CommonJS import it', () => {
    write('main.cjs', `import('relais').then(({ load }) => load()).then((relais) => console.log(relais.version));`);
    assert.match(run(process.execPath, 'main.cjs'), /^\d+\.\d+\.\d+\n$/);
  });

  it('holds its licence, its documentation and its types, and nothing of the build', () => {
    const installed = new URL('node_modules/relais/', folder);
    for (const file of ['LICENSE', 'README.md', 'operations.d.ts', 'core.wasm']) {
      assert.ok(statSync(new URL(file, installed)).size > 100, file);
    }
    const { dependencies, scripts, devDependencies } = JSON.parse(readFileSync(new URL('package.json', installed), 'utf8'));
    assert.deepEqual([dependencies, scripts, devDependencies], [undefined, undefined, undefined]);
  });

  it('is clean to publint', async () => {
    const { messages } = await publint({ pkgDir: fileURLToPath(built), strict: true, pack: false });
    assert.deepEqual(messages, []);
  });

  it('stays small', (t) => {
    const size = (file) => brotliCompressSync(readFileSync(new URL(file, built))).length;
    t.diagnostic(`core.wasm ${size('core.wasm')}, core.mjs ${size('core.mjs')} bytes in brotli`);
    assert.ok(size('core.mjs') < 12_000);
    assert.ok(size('core.wasm') < 830_000); // a quarter of it the weights that the triage begins with
  });
});
