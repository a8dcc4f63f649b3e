import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, describe, it } from 'node:test';
import { RelaisError, built, connect, examples, hardWeek, load, wasmBytes } from './support.mjs';

const relais = await connect();
after(() => relais.close());
/** A small question: the seconds of office hours between two instants. */
const question = {
  hours: { mo: [['09:00', '12:00'], ['14:00', '18:00']] }, timeZone: 'Europe/Paris', holidays: [],
  from: '2026-03-09T10:00:00Z', to: '2026-03-09T16:00:00Z',
};
const seconds = 4 * 3600;

describe('connect()', () => {
  it('serves the same operations as load(), with the same answers', async () => {
    const here = await load();
    assert.deepEqual(relais.operations, here.operations);
    assert.equal(relais.version, here.version);
    for (const { name, params } of examples()) {
      const [room, operation] = name.split('.');
      const { takesNow } = here.operations.find((op) => op.name === name);
      const given = takesNow ? { now: '2026-03-09T07:00:00Z', ...params } : params;
      assert.deepEqual(await relais[room][operation](given), here[room][operation](given), name);
    }
  });

  it('rejects with the same RelaisError', async () => {
    const here = await load();
    for (const params of [{ ...question, timeZone: 7 }, { ...question, zone: 'UTC' }, null, [], undefined]) {
      const error = await relais.report.businessTime(params).then(() => assert.fail('answered'), (error) => error);
      assert.ok(error instanceof RelaisError);
      assert.throws(() => here.report.businessTime(params), (other) => {
        assert.deepEqual(error.toJSON(), other.toJSON());
        return true;
      });
    }
  });

  it('answers small calls while a search runs', async () => {
    const stop = new AbortController();
    let solved = false;
    const search = relais.agenda.solve(hardWeek(), { effort: 1e12, enough: stop.signal }).finally(() => (solved = true));
    for (let i = 0; i < 20; ++i) assert.equal((await relais.report.businessTime(question)).seconds, seconds);
    assert.equal(solved, false);
    stop.abort();
    await search;
  });

  it('runs two searches side by side', async () => {
    const both = await Promise.all([1, 2].map(() => relais.agenda.solve(hardWeek(), { effort: 1000 })));
    assert.deepEqual(both[0], both[1]);
  });

  it('ends a search by `enough` with the best found so far', async () => {
    const solution = await relais.agenda.solve(hardWeek(), { effort: 1e12, enough: AbortSignal.timeout(200) });
    assert.equal(solution.stopped, 'cancelled');
    assert.equal(solution.events.length, hardWeek().events.length);
  });

  it('rejects with the reason of its signal, soon, and lets the worker go', async () => {
    const began = performance.now();
    await assert.rejects(relais.agenda.solve(hardWeek(), { effort: 1e12, signal: AbortSignal.timeout(100) }), { name: 'TimeoutError' });
    assert.ok(performance.now() - began < 1000);
    const again = performance.now();
    await relais.report.businessTime(question);
    assert.ok(performance.now() - again < 500, 'the worker is free');
  });

  it('does nothing for a signal that has been aborted', async () => {
    await assert.rejects(relais.report.businessTime(question, { signal: AbortSignal.abort() }), { name: 'AbortError' });
    const reason = new Error('not now');
    await assert.rejects(relais.report.businessTime(question, { signal: AbortSignal.abort(reason) }), reason);
    assert.equal((await relais.agenda.solve(hardWeek(), { effort: 1e12, enough: AbortSignal.abort() })).stopped, 'cancelled');
  });

  it('reports progress that only gets better, and nothing after the answer', async () => {
    const seen = [];
    const solution = await relais.agenda.solve(hardWeek(), { seconds: 1, onProgress: (progress) => seen.push(progress) });
    const count = seen.length;
    assert.ok(count >= 2);
    for (let i = 1; i < count; ++i) assert.ok(seen[i].cost <= seen[i - 1].cost && seen[i].bound >= seen[i - 1].bound);
    assert.equal(seen.at(-1).cost, solution.cost);
    await relais.report.businessTime(question);
    assert.equal(seen.length, count);
  });

  it('takes nothing away from its caller', async () => {
    const bytes = wasmBytes();
    const length = bytes.byteLength;
    const own = await connect({ wasm: bytes });
    assert.equal(bytes.byteLength, length);
    const text = JSON.stringify(question);
    const given = JSON.parse(text);
    await own.report.businessTime(given);
    assert.equal(JSON.stringify(given), text);
    own.close();
  });

  it('takes the module compiled and by its URL', async () => {
    for (const wasm of [await WebAssembly.compile(wasmBytes()), new URL('core.wasm', built)]) {
      const own = await connect({ wasm });
      assert.equal((await own.report.businessTime(question)).seconds, seconds);
      own.close();
    }
  });

  it('rejects where there is no module', async () => {
    await assert.rejects(connect({ wasm: new Uint8Array([0, 1, 2, 3]) }), /WebAssembly/);
    await assert.rejects(connect({ wasm: new URL('nowhere.wasm', built) }), /ENOENT/);
  });

  it('rejects what is open, and all that follows, when it is closed', async () => {
    const own = await connect();
    const open = own.agenda.solve(hardWeek(), { effort: 1e12 });
    own.close();
    own[Symbol.dispose]();
    await own[Symbol.asyncDispose]();
    await assert.rejects(open, { name: 'RelaisError', code: 'cancelled' });
    await assert.rejects(own.report.businessTime(question), { code: 'cancelled' });
  });

  it('keeps no process alive that has nothing to wait for', () => {
    const script = `import { connect } from ${JSON.stringify(new URL('worker.node.js', built).href)};
      const relais = await connect(); console.log((await relais.report.businessTime(${JSON.stringify(question)})).seconds);`;
    const options = { encoding: 'utf8', timeout: 20_000 };
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], options), `${seconds}\n`);
  });
});
