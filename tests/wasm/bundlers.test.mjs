import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import webpack from 'webpack';
import { titleOf } from './browser.mjs';
import { consumer, hardWeek } from './support.mjs';

const expected = {
  answers: [14400, 14400],
  stopped: 'cancelled',
  aborted: 'TimeoutError',
  prompt: true,
  error: 'missing-member',
};
const html = '<!doctype html><title></title><script type="module" src="./page.js"></script>';

/** A consumer with the page of consumer/page.js, before any bundling. */
function page(name) {
  const made = consumer(name);
  copyFileSync(new URL('consumer/page.js', import.meta.url), new URL('page.js', made.folder));
  made.write('index.html', html);
  return made;
}

async function check(folder) {
  const title = await titleOf(folder);
  assert.deepEqual(title.startsWith('{') ? JSON.parse(title) : title, expected);
}

const problem = JSON.stringify({ problem: hardWeek() });
const wasmFiles = (folder) => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.wasm'));

describe('a page, in Chromium under a strict content security policy,', () => {
  it('works unbundled', async () => {
    const { folder, write } = page('unbundled');
    const text = readFileSync(new URL('page.js', folder), 'utf8');
    write('page.js', text.replace("'relais'", "'./node_modules/relais/index.js'").replace("'relais/worker'", "'./node_modules/relais/worker.js'"));
    write('problem.json', problem);
    await check(folder);
  });

  it('works when Vite has built it, with one copy of the module', async () => {
    const { folder, write } = page('vite');
    await vite({ root: fileURLToPath(folder), logLevel: 'error', worker: { format: 'es' }, build: { modulePreload: { polyfill: false } } });
    write('dist/problem.json', problem);
    const dist = new URL('dist/', folder);
    assert.equal(wasmFiles(dist).length, 1);
    await check(dist);
  });

  it('works when webpack has built it, with one copy of the module', async () => {
    const { folder, write } = page('webpack');
    const dist = new URL('dist/', folder);
    const output = { path: fileURLToPath(dist), publicPath: '' };
    const compiler = webpack({ context: fileURLToPath(folder), mode: 'production', entry: './page.js', performance: false, output });
    const stats = await new Promise((resolve, reject) => compiler.run((error, stats) => (error ? reject(error) : resolve(stats))));
    assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString());
    write('dist/index.html', '<!doctype html><title></title><script defer src="./main.js"></script>');
    write('dist/problem.json', problem);
    assert.equal(wasmFiles(dist).length, 1);
    await check(dist);
  });

  it('works when esbuild has built it with the module inside', async () => {
    const { folder, write } = consumer('esbuild');
    write('page.js', `import { load } from 'relais'; import wasm from 'relais/core.wasm';
      load({ wasm }).then((relais) => (document.title = relais.version), (error) => (document.title = String(error)));`);
    write('index.html', html.replace('page.js', 'bundle.js'));
    await esbuild({
      absWorkingDir: fileURLToPath(folder), entryPoints: ['page.js'], outfile: 'bundle.js', bundle: true, minify: true,
      format: 'esm', loader: { '.wasm': 'binary' }, logLevel: 'error',
    });
    assert.match(await titleOf(folder), /^\d+\.\d+\.\d+$/);
  });
});
