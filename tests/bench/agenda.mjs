// The agenda solver beside general solvers on the same weeks in one run: HiGHS, CP-SAT, glpk.js, yalps and the greedy of
// calendars. The referee beside the corpus judges every answer; without the corpus the weeks are drawn from seeds.
//
//     ./dev bench agenda                                 all of it
//     node tests/bench/agenda.mjs small n80 conflicts    some of it: small n80 n160 n320 conflicts weight
//          [--sizes 10,40] [--families std,tight,calm] [--seeds 1,7] [--limit SECONDS] [--own-limit SECONDS]
//          [--peers highs,cp-sat,glpk,yalps] [--only-relais]
//
// Seconds are CPU time from the problem to the proof, and of that the solving alone, each engine in a process of its own, warm, one after the other on each
// week (support/agenda_engine.mjs says what counts). A peer that does not end within its limit is counted at the limit.
// The sections say who runs and for how long. Each takes under three minutes on an idle machine.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { corpusPath, root } from '../conformance/corpus.mjs';
import { greedy, packing, solutionOf } from './support/agenda_packing.mjs';
import { week } from './support/agenda_weeks.mjs';

const sections = {
  small: { sizes: '10,20,40', limit: 6, peers: 'highs,cp-sat,glpk,yalps' },
  n80: { sizes: '80', limit: 12, peers: 'highs,cp-sat,glpk' },
  n160: { sizes: '160', limit: 24, peers: 'highs' },
  n320: { sizes: '320', limit: 0, peers: '' },
  conflicts: {},
  weight: {},
};
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' }, families: { type: 'string', default: 'std,tight,calm' },
    seeds: { type: 'string', default: '1' }, limit: { type: 'string' },
    peers: { type: 'string' }, 'only-relais': { type: 'boolean', default: false },
    'own-limit': { type: 'string', default: '20' },
  },
});
const list = (text) => text.split(',').filter(Boolean);
const chosen = positionals.length ? positionals : Object.keys(sections);
for (const name of chosen) {
  if (!sections[name]) throw new Error(`no section ${name}; there are ${Object.keys(sections).join(' ')}`);
}
const peersOf = ({ peers = '' }) => (asked['only-relais'] ? [] : list(asked.peers ?? peers));
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

function weeks(sizes) {
  const out = [];
  for (const size of list(sizes)) {
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

/** A small week of another seed, which every engine solves before it is timed: what is measured is the solving, not the start of a virtual machine. */
const warmUp = `${folder}/warm-up.json`;
writeFileSync(warmUp, JSON.stringify(week('std', 20, 1000)));

function ask(name, file, seconds) {
  const { stdout, status } = spawnSync(process.execPath, [engine, name, file, String(seconds), warmUp],
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

const whole = ({ built = 0, seconds: alone }) => built + alone;
// Of each size how many times as fast as the fastest peer: from the problem, and solving alone.
const ratios = new Map();
const ratiosAlone = new Map();
const note = (table, size, ratio) => table.set(size, [...(table.get(size) ?? []), ratio]);
const short = [];
let memory = 0;
let slowestFirst = 0;

function compare({ name, seed, size, file, known: best }, peers, limit) {
  const problem = JSON.parse(readFileSync(file, 'utf8'));
  const model = peers.length ? packing(problem) : null;
  const ours = ask('relais', file, Number(asked['own-limit']));
  const command = native(file, Number(asked['own-limit']));
  memory = Math.max(memory, size >= 320 ? ours.memory : 0);
  slowestFirst = Math.max(slowestFirst, ours.built);
  console.log(`\n${name} seed ${seed}${best === undefined ? '' : `, best known ${best}`}`);
  const line = (who, answer, note = '') => console.log(`  ${who.padEnd(14)} ${answer.status.padEnd(9)} ${String(answer.cost ?? '–').padStart(7)}` +
    ` bound ${String(answer.bound ?? '–').padStart(7)}  ${seconds(whole(answer)).padStart(9)}, ${seconds(answer.seconds).padStart(9)} alone${note}`);
  line('Relais, wasm', ours, `  first ${seconds(ours.built)} (${ours.trail[0][1]}), with reasons ${seconds(ours.answered)}, ${(ours.memory / 2 ** 20).toFixed(0)} MB${judged(problem, ours.solution, ours.cost)}`);
  const { status, cost, bound } = command.solution;
  line('Relais, native', { status, cost, bound, seconds: command.seconds }, judged(problem, command.solution, cost));
  if (status === 'optimal' && ours.status === 'optimal' && cost !== ours.cost) short.push(`${name}: native ${cost}, wasm ${ours.cost}`);
  if (best !== undefined && (ours.cost > best || (name !== 'tight-n160' && ours.status !== 'optimal'))) short.push(`${name}: ${ours.cost} beside ${best}, ${ours.status}`);
  if (!model) return;
  const plan = greedy(model);
  line('greedy', { status: 'feasible', cost: solutionOf(problem, model, plan).cost, seconds: 0 }, judged(problem, solutionOf(problem, model, plan), solutionOf(problem, model, plan).cost));
  const proofs = [];
  for (const peer of peers) {
    const theirs = ask(peer, file, limit);
    line(peer, theirs, theirs.chosen ? judged(problem, solutionOf(problem, model, theirs.chosen), theirs.cost) : '');
    if (theirs.status === 'optimal') proofs.push(theirs);
    if (theirs.status === 'optimal' && ours.status === 'optimal' && theirs.cost !== ours.cost) short.push(`${name}: ${peer} ${theirs.cost}, Relais ${ours.cost}`);
    if (peer === 'highs') early(ours, theirs, size);
  }
  const fastest = (of) => Math.min(limit, ...proofs.map(of));
  const proved = ours.status === 'optimal';
  const ratio = fastest(whole) / (proved ? whole(ours) : Number(asked['own-limit']));
  const alone = fastest((one) => one.seconds) / (proved ? ours.seconds : Number(asked['own-limit']));
  note(ratios, size, ratio);
  note(ratiosAlone, size, alone);
  console.log(`  fastest peer ${proofs.length ? seconds(fastest(whole)) : `over ${limit} s`}: Relais ${proved ? `${ratio.toFixed(1)} times as fast, ${alone.toFixed(1)} solving alone` : 'without a proof'}`);
}

/** How far from our last cost we were after a tenth of what HiGHS took. */
function early({ trail, cost }, theirs, size) {
  const then = trail.filter(([at], i) => i === 0 || at <= whole(theirs) / 10).at(-1)[1];
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

/** The code and data of a WebAssembly object, without its names, links and debug information. */
function codeOf(bytes) {
  const parts = [];
  for (let at = 8; at < bytes.length; ) {
    const id = bytes[at++];
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      more = bytes[at] >= 128;
      size += (bytes[at++] % 128) * 2 ** shift;
    }
    if (id === 10 || id === 11) parts.push(bytes.subarray(at, at + size));
    at += size;
  }
  return Buffer.concat(parts);
}

/**
 * What the solver's own sources weigh, packed, compiled as the module's are but without link-time optimisation: an upper
 * bound, since what they share is in each object and places for links are wide.
 */
function weight() {
  const names = ['alternatives', 'board', 'branching', 'cliques', 'exchange', 'gaps', 'ground', 'halves', 'merged_rooms', 'neighbourhood', 'options', 'part_search', 'parts',
    'plan', 'ranking', 'relaxation', 'search', 'simplex'];
  if (!existsSync(`${root}/build/wasm/build.ninja`)) return null;
  const code = names.map((name) => {
    const object = `core/CMakeFiles/relais_core.dir/agenda/${name}.cpp.o`;
    const command = execFileSync('ninja', ['-C', 'build/wasm', '-t', 'commands', object], { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1);
    const out = `${folder}/${name}.o`;
    const plain = command.replace(/^.*?(?=\S*em\+\+)/, '').replaceAll('-flto', '').replace(/-MD -MT \S+ -MF \S+/, '').replace(/-o \S+/, `-o ${out}`);
    execFileSync('bash', ['-c', plain], { cwd: `${root}/build/wasm`, stdio: ['ignore', 'ignore', 'inherit'] });
    return codeOf(readFileSync(out));
  });
  return brotliCompressSync(Buffer.concat(code), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const goals = { 10: 5, 20: 5, 40: 5, 80: 3, 160: 1 };

function summary() {
  console.log('\nSumming up');
  const small = [...ratios].filter(([size]) => size <= 40).flatMap(([, all]) => all);
  const smallAlone = [...ratiosAlone].filter(([size]) => size <= 40).flatMap(([, all]) => all);
  const said = (all, alone, goal) => `${geometricMean(all).toFixed(1)} times as fast as the fastest peer (goal ${goal}), ${geometricMean(alone).toFixed(1)} solving alone`;
  for (const [size, all] of ratios) console.log(`  n = ${size}: ${said(all, ratiosAlone.get(size), goals[size] ?? '–')}`);
  if (small.length) console.log(`  n ≤ 40: ${said(small, smallAlone, 5)}`);
  if (slowestFirst) console.log(`  first answer: at most ${seconds(slowestFirst)} (goal 20 ms)`);
  if (memory) console.log(`  memory at n = 320: ${(memory / 2 ** 20).toFixed(0)} MB (goal 64)`);
  for (const one of short) console.log(`  SHORT: ${one}`);
}

function conflictGrowth() {
  const [half, whole] = [conflictTime(50000), conflictTime(100000)];
  console.log(`\nConflicts of 100,000 events: ${(whole / half).toFixed(2)} times the time of 50,000, ${whole.toFixed(2)} s with reading (goal 2.5)`);
}

function packedWeight() {
  const packed = weight();
  console.log(packed ? `\nThe solver: ${(packed / 1024).toFixed(1)} KB brotli (goal 45)` : '\nThe solver weighs nothing here: the module is not built');
}

if (!referee) console.log('No corpus beside the repository: no referee either, and seeded weeks.');
for (const name of chosen) {
  const section = sections[name];
  if (name === 'conflicts') conflictGrowth();
  if (name === 'weight') packedWeight();
  if (!section.sizes) continue;
  const peers = peersOf(section);
  const limit = Number(asked.limit ?? section.limit);
  console.log(`\n${name}: ${peers.length ? `${peers.join(', ')}, ${limit} s each` : 'no peer'}`);
  if (peers.includes('cp-sat')) withCpSat();
  for (const one of weeks(asked.sizes ?? section.sizes)) compare(one, peers, limit);
}
if (ratios.size || slowestFirst) summary();
