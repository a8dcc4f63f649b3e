// Makes build/npm, ready for `npm pack`, from build/wasm (core.mjs, core.wasm), src/ and core/desk/schema.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { declarations } from './tools/declarations.mjs';
import { manifest } from './tools/manifest.mjs';
import { checkNames, operationSchemas } from './tools/schemas.mjs';

const here = new URL('./', import.meta.url);
const built = new URL('../build/wasm/wasm/', here);
const types = new URL('../build/types/', here);
const out = new URL('../build/npm/', here);

/** What the module says of itself. */
async function ask() {
  const { default: createCore } = await import(new URL('core.mjs', built));
  const wasm = await WebAssembly.compile(readFileSync(new URL('core.wasm', built)));
  const core = await createCore({
    locateFile: () => '',
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(wasm, imports).then(receive);
      return {};
    },
  });
  return { table: JSON.parse(core.operations()), version: core.version() };
}

const { table, version } = await ask();
checkNames(table, operationSchemas());
for (const folder of [types, out]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
writeFileSync(new URL('operations.d.ts', types), await declarations(table));
execFileSync(fileURLToPath(new URL('node_modules/.bin/tsc', here)), ['-p', fileURLToPath(here)], { stdio: 'inherit' });
cpSync(new URL('operations.d.ts', types), new URL('operations.d.ts', out));
cpSync(new URL('src/core.d.mts', here), new URL('core.d.mts', out));
const glue = readFileSync(new URL('core.mjs', built), 'utf8');
writeFileSync(new URL('core.mjs', out), transformSync(glue, { minify: true, format: 'esm', target: 'es2022' }).code);
cpSync(new URL('core.wasm', built), new URL('core.wasm', out));
cpSync(new URL('README.md', here), new URL('README.md', out));
cpSync(new URL('../LICENSE', here), new URL('LICENSE', out));
writeFileSync(new URL('package.json', out), `${JSON.stringify(manifest(version), null, 2)}\n`);

for (const file of ['core.wasm', 'core.mjs']) {
  const bytes = readFileSync(new URL(file, out));
  console.log(`${file}: ${bytes.length} bytes, ${brotliCompressSync(bytes).length} in brotli`);
}
console.log(`build/npm: relais ${version}, ${table.length} operations`);
