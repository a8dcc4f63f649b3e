import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);

/** Floors, from the ground up; the rooms of one floor are neighbours. */
const floors = [
  ['base'],
  ['time'],
  ['words', 'mail', 'calendar', 'journal', 'policy'],
  ['document', 'agenda', 'triage'],
  ['report', 'handover'],
  ['desk'],
];
const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor])));

/** What the faces may open, besides themselves. */
const faces = { 'core/cli': ['base', 'desk'], wasm: ['base', 'desk'] };

const sources = (folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true })
    .filter((file) => /\.(cpp|hpp)$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`);

const includes = (file) =>
  [...readFileSync(new URL(file, root), 'utf8').matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)].map(
    ([, mark, path]) => ({ own: mark === '"', path }),
  );

const roomOf = (path) => /^core\/([^/]+)\//.exec(path)?.[1];
const rooms = readdirSync(new URL('core/', root), { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('the house', () => {
  it('has each room of core/ on a floor', () => {
    const homeless = rooms.map(({ name }) => name).filter((name) => name !== 'cli' && !floorOf.has(name));
    assert.deepEqual(homeless, []);
  });

  for (const room of floorOf.keys()) {
    it(`${room} includes only itself and what is below`, { skip: !existsSync(new URL(`core/${room}`, root)) }, () => {
      const wrong = [];
      for (const file of sources(`core/${room}`)) {
        for (const { own, path } of includes(file)) {
          if (!own) continue;
          const other = roomOf(path);
          const down = other === room || floorOf.get(other) < floorOf.get(room);
          if (!down || !existsSync(new URL(path, root))) wrong.push(`${file} → ${path}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  for (const [face, open] of Object.entries(faces)) {
    it(`${face} opens only ${open.join(' and ')}`, { skip: !existsSync(new URL(face, root)) }, () => {
      const wrong = [];
      for (const file of sources(face)) {
        for (const { own, path } of includes(file)) {
          if (own && !path.startsWith(`${face}/`) && !open.includes(roomOf(path))) wrong.push(`${file} → ${path}`);
        }
      }
      assert.deepEqual(wrong, []);
    });
  }

  it('keeps clocks, files, threads and streams out of the core, and what em++ 3.1.6 lacks', () => {
    const barred = new Set([
      'iostream', 'fstream', 'sstream', 'istream', 'ostream', 'iomanip', 'filesystem', 'ctime', 'time.h', 'random', 'regex',
      'locale', 'clocale', 'thread', 'mutex', 'future', 'atomic', 'format', 'ranges', 'coroutine', 'source_location',
    ]);
    const wrong = [];
    const rooms = [...floorOf.keys()].filter((room) => existsSync(new URL(`core/${room}`, root)));
    // The trainer is a program beside the core, as the command is.
    for (const file of rooms.flatMap((room) => sources(`core/${room}`)).filter((path) => !path.startsWith('core/triage/training/'))) {
      for (const { own, path } of includes(file)) {
        if (!own && barred.has(path)) wrong.push(`${file}: <${path}>`);
      }
      const used = /\b(system_clock|steady_clock|random_device|fopen|getenv|std::ranges)\b/.exec(readFileSync(new URL(file, root), 'utf8'));
      if (used) wrong.push(`${file}: ${used[0]}`);
    }
    assert.deepEqual(wrong, []);
  });
});
