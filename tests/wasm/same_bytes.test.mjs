import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { examples, native, rawCore } from './support.mjs';

it('answers each example of each operation with the same bytes natively and in WebAssembly', async (t) => {
  const core = await rawCore();
  const takesNow = new Set(core.table.filter((op) => op.takesNow).map((op) => op.name));
  const calls = examples().map(({ name, params }) => ({
    name,
    params: takesNow.has(name) ? { now: '2026-03-09T07:00:00Z', ...params } : params,
  }));
  assert.ok(calls.length >= core.table.length);
  const digest = createHash('sha256');
  const answers = await native(calls);
  assert.equal(answers.length, calls.length);
  calls.forEach(({ name, params }, i) => {
    const here = core.run(name, JSON.stringify(params));
    assert.equal(here, answers[i], `${name}: ${JSON.stringify(params)}`);
    assert.match(here, /^\{"result":/, `${name}: ${JSON.stringify(params)}`);
    digest.update(here);
  });
  t.diagnostic(`${calls.length} answers, SHA-256 ${digest.digest('hex')}`);
});
