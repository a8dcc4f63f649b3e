// What the tests of the package share: the built package, the native command, and the examples of the schemas.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { operationSchemas } from '../../wasm/tools/schemas.mjs';

export const root = new URL('../../', import.meta.url);
export const built = new URL('build/npm/', root);
export const command = fileURLToPath(new URL('build/release/relais', root));

export const { load, RelaisError, Work } = await import(new URL('index.node.js', built));
export const { connect } = await import(new URL('worker.node.js', built));

export const wasmBytes = () => readFileSync(new URL('core.wasm', built));

/** The core itself, under the typed interface: text in, text out. */
export async function rawCore() {
  const { Core } = await import(new URL('core.js', built));
  return Core.create(await WebAssembly.compile(wasmBytes()));
}

/** `[{name, params}]`: each example of each schema. */
export const examples = () =>
  operationSchemas().flatMap(({ name, schema }) => schema.$defs.params.examples.map((params) => ({ name, params })));

/** Answers each `{name, params}` with the native command; the text of each answer, as the core wrote it. */
export async function native(calls) {
  const id = 'the-id-of-this-line';
  const child = spawn(command, ['batch', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  child.stdin.end(calls.map(({ name, params }) => `${JSON.stringify({ id, op: name, params })}\n`).join(''));
  const code = await ended;
  if (code !== 0) throw new Error(`relais batch ended with ${code}`);
  const lines = Buffer.concat(chunks).toString().split('\n').slice(0, -1);
  return lines.map((line) => line.replace(`"id":"${id}",`, '').replace(`,"id":"${id}"`, ''));
}

/** An empty folder with the packed package installed in it, as a stranger would. */
export function consumer(name) {
  const folder = new URL(`build/consumers/${name}/`, root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const run = (file, ...args) => execFileSync(file, args, { cwd: folder, encoding: 'utf8' });
  const tarball = JSON.parse(run('npm', 'pack', fileURLToPath(built), '--json'))[0].filename;
  writeFileSync(new URL('package.json', folder), JSON.stringify({ name, private: true, type: 'module' }));
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`);
  return { folder, run, write: (file, text) => writeFileSync(new URL(file, folder), text) };
}

/** A week that a solver needs seconds for: `people` with crossing meetings in few free hours, the same every time. */
export function hardWeek(meetings = 100, people = 14) {
  let state = 7;
  const next = (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % below;
  };
  const days = ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'];
  const hours = Object.fromEntries(['mo', 'tu', 'we', 'th', 'fr'].map((day) => [day, [['09:00', '12:30'], ['13:30', '18:00']]]));
  return {
    timeZone: 'Europe/Paris',
    horizon: { from: '2026-03-09', to: '2026-03-16' },
    grid: 'PT15M',
    now: '2026-03-08T07:00:00Z',
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i}`, timeZone: 'Europe/Paris', hours })),
    rooms: [{ id: 'r1', capacity: 8 }, { id: 'r2', capacity: 4 }],
    events: Array.from({ length: meetings }, (_, i) => ({
      uid: `e${i}`,
      title: `e${i}`,
      start: `${days[next(5)]}T${String(9 + next(9)).padStart(2, '0')}:${['00', '15', '30', '45'][next(4)]}:00`,
      timeZone: 'Europe/Paris',
      duration: ['PT30M', 'PT45M', 'PT1H', 'PT1H30M'][next(4)],
      people: [...new Set([next(people), next(people), next(people)])].map((id) => ({ id: `p${id}`, role: 'required' })),
      ...(next(3) === 0 && { rooms: ['r1', 'r2'] }),
      importance: 1 + next(5),
      movable: 'yes',
    })),
  };
}
