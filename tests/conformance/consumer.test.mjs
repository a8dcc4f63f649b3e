// The core is used by a stranger's CMake project, both ways that README.md shows.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import test from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');
const consumer = path.join(import.meta.dirname, 'consumer');

const build = (name, ...options) => {
  const folder = path.join(root, 'build', name);
  execFileSync('cmake', ['-S', consumer, '-B', folder, '-G', 'Ninja', ...options], {stdio: 'pipe'});
  execFileSync('cmake', ['--build', folder], {stdio: 'pipe'});
  return JSON.parse(execFileSync(path.join(folder, 'consumer'), {encoding: 'utf8'}));
};

test('find_package(Relais) finds what `cmake --install` laid down', () => {
  const prefix = path.join(root, 'build/prefix');
  execFileSync('cmake', ['--install', path.join(root, 'build/release'), '--prefix', prefix], {stdio: 'pipe'});
  const {result} = build('consumer-package', `-DCMAKE_PREFIX_PATH=${prefix}`);
  assert.match(result.deadline, /^2026-11-27T17:00/);
});

test('add_subdirectory takes the sources as they are', () => {
  const {result} = build('consumer-source', `-DRELAIS_SOURCE=${root}`);
  assert.match(result.deadline, /^2026-11-27T17:00/);
});
