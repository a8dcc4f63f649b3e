import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { setTimeout } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { examples, hardWeek, load } from './support.mjs';

const relais = await load();
const calls = examples().filter(({ name }) => !relais.operations.find((op) => op.name === name).hasWork);
const call = ({ name, params }) => {
  const [room, operation] = name.split('.');
  return relais[room][operation](params);
};

describe('the memory of the module', () => {
  it('holds the same after 10,000 calls, good and bad', () => {
    const round = (count) => {
      for (let i = 0; i < count; ++i) {
        call(calls[i % calls.length]);
        assert.throws(() => call({ ...calls[i % calls.length], params: { wrong: i } }));
      }
    };
    round(calls.length);
    const before = relais.memoryInUse();
    round(5000);
    assert.equal(relais.memoryInUse(), before);
  });

  it('holds the same after searches, ended and abandoned', () => {
    const problem = hardWeek(20, 4);
    const search = () => {
      relais.agenda.solve(problem, { effort: 500 });
      const work = relais.agenda.solve.start(problem);
      work.advance(100);
      work.dispose();
      assert.throws(() => relais.agenda.solve({ ...problem, grid: 'x' }));
    };
    search();
    const before = relais.memoryInUse();
    for (let i = 0; i < 50; ++i) search();
    assert.equal(relais.memoryInUse(), before);
  });

  it('comes back from a search that was forgotten, when the collector finds it', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc');
    const problem = hardWeek(20, 4);
    const before = relais.memoryInUse();
    (() => relais.agenda.solve.start(problem))();
    assert.ok(relais.memoryInUse() > before);
    for (let i = 0; i < 50 && relais.memoryInUse() > before; ++i) {
      collect();
      await setTimeout(20);
    }
    assert.equal(relais.memoryInUse(), before);
  });
});
