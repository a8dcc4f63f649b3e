import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { consumer } from './support.mjs';

const tsc = fileURLToPath(new URL('../node_modules/.bin/tsc', import.meta.url));
const settings = {
  node: { module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2022'], types: ['node'], typeRoots: [fileURLToPath(new URL('../node_modules/@types', import.meta.url))] },
  page: { module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] },
};

describe('the types', () => {
  const { run, write, folder } = consumer('types');
  cpSync(new URL('consumer/types.ts', import.meta.url), new URL('types.ts', folder));
  for (const [name, options] of Object.entries(settings)) {
    it(`accept what is right and refuse what is wrong, for a ${name}`, () => {
      write('tsconfig.json', JSON.stringify({
        compilerOptions: { target: 'es2022', strict: true, noEmit: true, skipLibCheck: false, exactOptionalPropertyTypes: true, ...options },
        files: ['types.ts'],
      }));
      try {
        run(tsc, '-p', '.');
      } catch (error) {
        assert.fail(error.stdout);
      }
    });
  }
});
