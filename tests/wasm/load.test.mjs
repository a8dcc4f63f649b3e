import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { RelaisError, Work, built, examples, hardWeek, load, rawCore, root, wasmBytes } from './support.mjs';

const relais = await load();
/** A small question: the seconds of office hours between two instants. */
const question = {
  hours: { mo: [['09:00', '12:00'], ['14:00', '18:00']] }, timeZone: 'Europe/Paris', holidays: [],
  from: '2026-03-09T10:00:00Z', to: '2026-03-09T16:00:00Z',
};
const seconds = 4 * 3600;

describe('load()', () => {
  it('gives each operation of the table as a function of its room', () => {
    assert.ok(relais.operations.length > 0);
    for (const { name } of relais.operations) {
      const [room, operation] = name.split('.');
      assert.equal(typeof relais[room][operation], 'function', name);
    }
  });

  it('has the version of CMakeLists.txt', () => {
    const [, version] = /project\(Relais VERSION (\S+)/.exec(readFileSync(new URL('CMakeLists.txt', root), 'utf8'));
    assert.equal(relais.version, version);
    assert.equal(JSON.parse(readFileSync(new URL('package.json', built), 'utf8')).version, version);
  });

  it('answers a call with a plain object', () => {
    assert.equal(relais.report.businessTime(question).seconds, seconds);
  });

  it('throws a RelaisError with the code, the path and the place in words', () => {
    assert.throws(
      () => relais.report.businessTime({ ...question, timeZone: 7 }),
      (error) => error instanceof RelaisError && error instanceof Error && error.code === 'wrong-type' && error.path === '/timeZone',
    );
    assert.throws(
      () => relais.report.businessTime({ ...question, zone: 'UTC' }),
      (error) => error.code === 'unknown-member' && error.args.member === 'zone' && error.name === 'RelaisError',
    );
    assert.throws(() => relais.report.businessTime(question.timeZone), { code: 'wrong-type' });
    assert.throws(() => relais.report.businessTime(null), { code: 'wrong-type' });
    assert.throws(() => relais.report.businessTime(), { code: 'missing-member' });
  });

  it('takes lone surrogates for U+FFFD, and leaves what only looks like one', () => {
    const kept = (text) => {
      const entry = { at: '2026-03-09T10:00:00Z', by: 'ana', type: 'note', ref: 'n1', payload: { text }, salt: '0'.repeat(32) };
      return relais.journal.append({ add: [entry] }).entries[0].payload.text;
    };
    const cases = [
      ['\ud800', '\ufffd'], ['a\udfffb', 'a\ufffdb'], ['\\ud800', '\\ud800'], ['\\\ud83d', '\\\ufffd'],
      ['\u{1f600}', '\u{1f600}'], ['\ud83d\\ude00', '\ufffd\\ude00'], ['\ude00\ud83d', '\ufffd\ufffd'],
    ];
    for (const [given, expected] of cases) assert.equal(kept(given), expected, JSON.stringify(given));
  });

  it('fills `now` from its clock where the operation takes it and it is not given', async () => {
    const seen = [];
    const fixed = await load({ now: () => (seen.push(1), '2026-03-09T07:00:00Z') });
    const { name, params } = examples().find(({ name }) => relais.operations.some((op) => op.name === name && op.takesNow));
    const [room, operation] = name.split('.');
    const { now, ...without } = params;
    fixed[room][operation](without);
    assert.equal(seen.length, 1);
    fixed[room][operation]({ ...without, now: '2026-03-09T08:00:00Z' });
    assert.equal(seen.length, 1, 'a given `now` stays');
  });

  it('leaves the parameters as they were', () => {
    for (const { name, params } of examples()) {
      const [room, operation] = name.split('.');
      const before = JSON.stringify(params);
      relais[room][operation](params);
      assert.equal(JSON.stringify(params), before, name);
    }
  });

  it('refuses a text over the limit, however long, and works on', () => {
    for (const size of [32 << 20, 200e6]) {
      assert.throws(() => relais.report.businessTime({ ...question, timeZone: 'é'.repeat(size / 2) }), (error) =>
        error.code === 'input-too-large' && error.args.size > size && error.args.limit === 32 << 20);
    }
    assert.equal(relais.report.businessTime(question).seconds, seconds);
  });

  it('takes the module compiled, as bytes, and by its URL', async () => {
    const bytes = wasmBytes();
    const length = bytes.byteLength;
    for (const wasm of [await WebAssembly.compile(bytes), bytes, new URL('core.wasm', built)]) {
      assert.equal((await load({ wasm })).report.businessTime(question).seconds, seconds);
    }
    assert.equal(bytes.byteLength, length);
  });

  it('rejects where there is no module, and may be called again', async () => {
    await assert.rejects(load({ wasm: new URL('nowhere.wasm', built) }), { code: 'ENOENT' });
    await assert.rejects(load({ wasm: new Uint8Array([0, 1, 2, 3]) }), WebAssembly.CompileError);
    assert.equal((await load()).version, relais.version);
  });

  it('runs where code from strings is forbidden', () => {
    const script = `import { load } from ${JSON.stringify(new URL('index.node.js', built).href)};
      const relais = await load(); console.log(relais.report.businessTime(${JSON.stringify(question)}).seconds);`;
    const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '-e', script];
    assert.equal(execFileSync(process.execPath, flags, { encoding: 'utf8' }), `${seconds}\n`);
  });

  it('says of parameters that have no JSON what they lack', () => {
    const circle = {};
    circle.reasons = circle;
    for (const params of [circle, { n: 1n }]) {
      assert.throws(() => relais.words.render(params), { name: 'RelaisError', code: 'invalid-json' });
    }
  });

  it('answers nothing more after a trap, with the code `internal`', async () => {
    const core = await rawCore();
    assert.throws(() => core.guard(() => { throw new WebAssembly.RuntimeError('unreachable'); }), { code: 'internal' });
    assert.throws(() => core.run('words.render', '{}'), { code: 'internal' });
    assert.ok(core.broken);
  });

  it('keeps Node code out of what pages load', () => {
    for (const file of ['index.js', 'worker.js', 'thread.js', 'wasm.js', 'load.js', 'client.js', 'server.js', 'core.js']) {
      const text = readFileSync(new URL(file, built), 'utf8');
      assert.ok(!/node:|require\(|process\./.test(text), file);
    }
    assert.match(readFileSync(new URL('wasm.js', built), 'utf8'), /new URL\('\.\/core\.wasm', import\.meta\.url\)/);
  });
});

describe('a search on this thread', () => {
  const problem = hardWeek();

  it('ends by `effort`, and gives the same answer each time', () => {
    const first = relais.agenda.solve(problem, { effort: 1000 });
    assert.equal(first.stopped, 'effort');
    assert.deepEqual(relais.agenda.solve({ ...problem, effort: 1000 }), first);
  });

  it('ends by the clock', () => {
    const began = performance.now();
    const solution = relais.agenda.solve(problem, { seconds: 0.3, effort: 1e12 });
    assert.equal(solution.stopped, 'clock');
    assert.ok(performance.now() - began < 3000);
  });

  it('reports a cost that only falls and a bound that only rises', () => {
    const seen = [];
    const solution = relais.agenda.solve(problem, { seconds: 1, onProgress: (progress) => seen.push(progress) });
    assert.ok(seen.length >= 2);
    for (let i = 1; i < seen.length; ++i) {
      assert.ok(seen[i].cost <= seen[i - 1].cost && seen[i].bound >= seen[i - 1].bound && seen[i].effort >= seen[i - 1].effort);
    }
    assert.equal(seen.at(-1).cost, solution.cost);
  });

  it('gives the same answer in slices of any size', () => {
    const { agenda } = relais;
    const whole = agenda.solve({ ...problem, effort: 1000 });
    for (const units of [100, 333, 1e9]) {
      const work = agenda.solve.start({ ...problem, effort: 1000 });
      assert.ok(work instanceof Work);
      while (work.advance(units)) continue;
      assert.deepEqual(work.answer(), whole, `slices of ${units}`);
      work[Symbol.dispose]();
    }
  });

  it('says what is wrong when it starts on a wrong problem', () => {
    assert.throws(() => relais.agenda.solve({ ...problem, grid: 'PT7' }), { code: 'invalid-value', path: '/grid' });
  });

  it('is over once it is disposed of', () => {
    const work = relais.agenda.solve.start(problem);
    work.dispose();
    work.dispose();
    assert.throws(() => work.advance(1), TypeError);
    assert.equal(relais.report.businessTime(question).seconds, seconds, 'and the module lives on');
  });
});
