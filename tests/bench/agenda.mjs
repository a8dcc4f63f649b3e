// The agenda solver beside general solvers on the same weeks in one run: HiGHS, CP-SAT, glpk.js, yalps and the greedy of
// calendars. The referee beside the corpus judges every answer; without the corpus the weeks are drawn from seeds.
//
//     node tests/bench/agenda.mjs [--sizes 10,20,40,80,160,320] [--families std,tight,calm] [--seeds 1,7]
//                                 [--limit SECONDS] [--peers highs,cp-sat,glpk,yalps] [--only-relais]
//
// Seconds are CPU time, each engine in a process of its own, one after the other. Peers get `--limit` seconds (8) a week,
// three times as many from 160 events on, where only HiGHS runs; none runs at 320 unless `--limit` is given.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { corpusPath, root } from '../conformance/corpus.mjs';
import { greedy, packing, solutionOf } from './support/agenda_packing.mjs';
import { week } from './support/agenda_weeks.mjs';

const { values: asked } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10,20,40,80,160,320' }, families: { type: 'string', default: 'std,tight,calm' },
    seeds: { type: 'string', default: '1' }, limit: { type: 'string' },
    peers: { type: 'string', default: 'highs,cp-sat,glpk,yalps' }, 'only-relais': { type: 'boolean', default: false },
    'own-limit': { type: 'string', default: '20' },
  },
});
const list = (text) => text.split(',').filter(Boolean);
const peers = asked['only-relais'] ? [] : list(asked.peers);
const folder = `${root}/build/bench`;
const engine = new URL('./support/agenda_engine.mjs', import.meta.url).pathname;
// Proved costs and best ones seen, of the corpus beside the repository (its README.md).
const known = {
  'std-n10': 176, 'std-n20': 5263, 'std-n40': 7008, 'std-n80': 15205, 'std-n160': 27692, 'tight-n40': 2261, 'tight-n80': 38893,
  'tight-n160': 72859, 'calm-n20': 383, 'calm-n40': 4518, 'calm-n80': 3118, 'calm-n160': 4616, 'calm-n320': 31934,
};

mkdirSync(folder, { recursive: true });
const corpus = (() => {
  try {
    return corpusPath('agenda');
  } catch {
    return null;
  }
})();
const referee = corpus && existsSync(`${corpus}/../../tools/check_agenda.mjs`) ? await import(`${corpus}/../../tools/check_agenda.mjs`) : null;

/** CP-SAT weighs 300 MB, so that it is installed here, for who runs this bench, and not beside the tests' packages. */
function withCpSat() {
  const version = '0.9.1';
  const there = `${folder}/node_modules/or-tools-wasm/package.json`;
  if (existsSync(there) && JSON.parse(readFileSync(there, 'utf8')).version === version) return;
  console.error(`Installing or-tools-wasm ${version} into build/bench`);
  execFileSync('npm', ['install', '--silent', '--no-save', '--ignore-scripts', '--prefix', folder, `or-tools-wasm@${version}`]);
}

function weeks() {
  const out = [];
  for (const size of list(asked.sizes)) {
    for (const seed of list(asked.seeds)) {
      for (const family of list(asked.families)) {
        const name = `${family}-n${size}`;
        const kept = `${corpus}/${name}-s${seed}.json`;
        const file = corpus && existsSync(kept) ? kept : `${folder}/${name}-s${seed}.json`;
        if (file !== kept) writeFileSync(file, JSON.stringify(week(family, Number(size), Number(seed))));
        out.push({ name, seed, size: Number(size), file, known: file === kept ? known[name] : undefined });
      }
    }
  }
  return out;
}

function ask(name, file, seconds) {
  const { stdout, status } = spawnSync(process.execPath, [engine, name, file, String(seconds)],
    { encoding: 'utf8', maxBuffer: 1 << 28, timeout: (seconds * 6 + 60) * 1000, stdio: ['ignore', 'pipe', 'ignore'] });
  if (status !== 0 || !stdout) return { status: 'none', seconds };
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** The command, by the CPU time that the shell counts for it. */
function native(file, seconds) {
  const script = 'TIMEFORMAT="%U %S"; time build/release/relais agenda.solve --effort 1000000000000 --seconds "$1" "$2" > "$3"';
  const out = `${folder}/native.json`;
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', String(seconds), file, out], { cwd: root, encoding: 'utf8' });
  const spent = stderr.trim().split('\n').at(-1).split(' ').reduce((sum, part) => sum + Number(part), 0);
  return { seconds: spent, solution: JSON.parse(readFileSync(out, 'utf8')) };
}

const seconds = (value) => (value < 0.0995 ? `${(value * 1000).toFixed(1)} ms` : `${value.toFixed(2)} s`);
const geometricMean = (list) => Math.exp(list.reduce((sum, one) => sum + Math.log(one), 0) / list.length);
const judged = (problem, solution, cost) => {
  if (!referee) return '';
  const verdict = referee.check(problem, solution);
  return verdict.feasible && verdict.cost === cost ? '' : ` REFUSED ${JSON.stringify(verdict)}`;
};

const ratios = new Map();
const short = [];
let memory = 0;
let slowestFirst = 0;

function compare({ name, seed, size, file, known: best }) {
  const problem = JSON.parse(readFileSync(file, 'utf8'));
  const model = size <= 160 || asked.limit ? packing(problem) : null;
  const limit = Number(asked.limit ?? (size >= 160 ? 24 : 8));
  const ours = ask('relais', file, Number(asked['own-limit']));
  const command = native(file, Number(asked['own-limit']));
  memory = Math.max(memory, size >= 320 ? ours.memory : 0);
  slowestFirst = Math.max(slowestFirst, ours.first);
  console.log(`\n${name} seed ${seed}${best === undefined ? '' : `, best known ${best}`}`);
  const line = (who, answer, note = '') => console.log(`  ${who.padEnd(14)} ${answer.status.padEnd(9)} ${String(answer.cost ?? '–').padStart(7)}` +
    ` bound ${String(answer.bound ?? '–').padStart(7)}  ${seconds(answer.seconds).padStart(9)}${note}`);
  line('Relais, wasm', ours, `  first ${seconds(ours.first)} (${ours.trail[0][1]}), ${(ours.memory / 2 ** 20).toFixed(0)} MB${judged(problem, ours.solution, ours.cost)}`);
  const { status, cost, bound } = command.solution;
  line('Relais, native', { status, cost, bound, seconds: command.seconds }, judged(problem, command.solution, cost));
  if (status === 'optimal' && ours.status === 'optimal' && cost !== ours.cost) short.push(`${name}: native ${cost}, wasm ${ours.cost}`);
  if (best !== undefined && (ours.cost > best || (name !== 'tight-n160' && ours.status !== 'optimal'))) short.push(`${name}: ${ours.cost} beside ${best}, ${ours.status}`);
  if (!model) return;
  const plan = greedy(model);
  line('greedy', { status: 'feasible', cost: solutionOf(problem, model, plan).cost, seconds: 0 }, judged(problem, solutionOf(problem, model, plan), solutionOf(problem, model, plan).cost));
  let fastest = Infinity;
  for (const peer of peers) {
    if ((size >= 160 && peer !== 'highs' && !asked.limit) || (size > 40 && peer === 'yalps' && !asked.limit)) continue;
    const theirs = ask(peer, file, limit);
    line(peer, theirs, theirs.chosen ? judged(problem, solutionOf(problem, model, theirs.chosen), theirs.cost) : '');
    if (theirs.status === 'optimal') fastest = Math.min(fastest, theirs.seconds);
    if (theirs.status === 'optimal' && ours.status === 'optimal' && theirs.cost !== ours.cost) short.push(`${name}: ${peer} ${theirs.cost}, Relais ${ours.cost}`);
    if (peer === 'highs') early(ours, theirs, size);
  }
  if (peers.length === 0) return;
  // A peer that does not end within its limit is counted at the limit.
  const ratio = Math.min(fastest, limit) / ours.seconds;
  console.log(`  fastest peer ${fastest === Infinity ? `over ${limit} s` : seconds(fastest)}: Relais ${ours.status === 'optimal' ? `${ratio.toFixed(1)} times as fast` : 'without a proof'}`);
  if (!ratios.has(size)) ratios.set(size, []);
  ratios.get(size).push(ours.status === 'optimal' ? ratio : Math.min(fastest, limit) / Number(asked['own-limit']));
}

/** How far from our last cost we were after a tenth of what HiGHS took. */
function early({ trail, cost }, { seconds: spent }, size) {
  const then = trail.filter(([at], i) => i === 0 || at <= spent / 10).at(-1)[1];
  console.log(`  after a tenth of HiGHS's time: ${then}, ${(((then - cost) / Math.max(cost, 1)) * 100).toFixed(1)} % above (goal ${size < 160 ? 1 : 3} %)`);
}

/** Events of 1,000 people over a year, one in some beside another. */
function conflicts(count) {
  const draw = (i) => (Math.imul(i, 2654435761) >>> 0) % 480;
  const events = Array.from({ length: count }, (_, i) => ({
    uid: `e${i}`, start: new Date(Date.UTC(2026, 0, 5 + Math.floor(i / 100) % 350, 8, draw(i))).toISOString().slice(0, 19),
    duration: 'PT15M', people: [{ id: `p${i % 1000}` }],
  }));
  return { timeZone: 'Etc/UTC', horizon: { from: '2026-01-01', to: '2026-12-31' }, people: Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}` })), events };
}

function conflictTime(count) {
  const file = `${folder}/conflicts.json`;
  writeFileSync(file, JSON.stringify(conflicts(count)));
  const times = Array.from({ length: 3 }, () => {
    const { stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U"; time build/release/relais agenda.conflicts "$1" > /dev/null', 'bash', file], { cwd: root, encoding: 'utf8' });
    return Number(stderr.trim().split('\n').at(-1));
  });
  return times.sort((a, b) => a - b)[1];
}

/** What the solver's own objects weigh in the module: their code, packed; an upper bound, since names and links are in it. */
function weight() {
  const objects = ['alternatives', 'board', 'branching', 'cliques', 'exchange', 'gaps', 'ground', 'halves', 'merged_rooms', 'neighbourhood', 'options', 'part_search', 'parts',
    'plan', 'ranking', 'relaxation', 'search', 'simplex'].map((name) => `${root}/build/wasm/core/CMakeFiles/relais_core.dir/agenda/${name}.cpp.o`);
  if (!objects.every((file) => existsSync(file))) return null;
  const bytes = Buffer.concat(objects.map((file) => readFileSync(file)));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

if (peers.includes('cp-sat')) withCpSat();
if (!referee) console.log('No corpus beside the repository: no referee either, and seeded weeks.');
for (const one of weeks()) compare(one);

console.log('\nSumming up');
const goals = { 10: 5, 20: 5, 40: 5, 80: 3, 160: 1, 320: 1 };
for (const [size, all] of ratios) console.log(`  n = ${size}: ${geometricMean(all).toFixed(1)} times as fast as the fastest peer (goal ${goals[size] ?? '–'})`);
console.log(`  first answer: at most ${seconds(slowestFirst)} (goal 20 ms)`);
if (memory) console.log(`  memory at n = 320: ${(memory / 2 ** 20).toFixed(0)} MB (goal 64)`);
const [half, whole] = [conflictTime(50000), conflictTime(100000)];
console.log(`  conflicts of 100,000 events: ${(whole / half).toFixed(2)} times the time of 50,000, ${whole.toFixed(2)} s with reading (goal 2.5)`);
const packed = weight();
if (packed) console.log(`  the solver's objects: ${(packed / 1024).toFixed(1)} KB brotli (goal 45)`);
for (const one of short) console.log(`  SHORT: ${one}`);
