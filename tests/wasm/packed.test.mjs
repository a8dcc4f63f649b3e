import assert from 'node:assert/strict';
import { it } from 'node:test';
import { connect, examples, load, native } from './support.mjs';

const expand = (events, from, to) => ({ name: 'calendar.expand', params: { events, from, to, timeZone: 'Etc/UTC' } });

/** An occurrence with and without a `recurrenceId`, a changed one, one too long for a row, and no occurrence. */
const series = { uid: 's', title: 'Étude', start: '2026-03-09T09:00:00', timeZone: 'Europe/Paris', duration: 'PT1H',
  participants: { ana: { name: 'Ana', roles: { attendee: true } } }, keywords: { b: true, a: true },
  recurrenceRules: [{ frequency: 'daily', count: 4 }], recurrenceOverrides: { '2026-03-10T09:00:00': { title: 'Déplacée' } } };
const own = [
  expand([series, { uid: 'once', start: '2026-03-09T08:30:00' }], '2026-03-01', '2026-04-01'),
  expand([{ uid: 'long', start: '9998-06-01T00:00:00', duration: 'P600D' }, series], '2026-01-01', '9999-01-01'),
  expand([series], '2027-01-01', '2028-01-01'),
  { name: 'calendar.export', params: { format: 'ics', stamp: '2026-03-01T00:00:00Z', events: [series] } },
];

it('puts packed answers together as the core would have written them, in the page and in a worker', async () => {
  const calls = [...examples().filter(({ name }) => /^calendar\.(expand|export)$/.test(name)), ...own];
  const answers = await native(calls);
  const here = await load();
  const there = await connect();
  for (const [i, { name, params }] of calls.entries()) {
    const [room, operation] = name.split('.');
    const { result } = JSON.parse(answers[i]);
    assert.equal(JSON.stringify(here[room][operation](params)), JSON.stringify(result), answers[i]);
    assert.equal(JSON.stringify(await there[room][operation](params)), JSON.stringify(result), answers[i]);
  }
  there.close();
});

it('gives each occurrence members of its own', async () => {
  const relais = await load();
  const { occurrences } = relais.calendar.expand(own[0].params);
  const [first, last] = [occurrences[0], occurrences.at(-1)];
  assert.equal(first.uid, last.uid);
  assert.notEqual(first.participants[0], last.participants[0]);
  assert.notEqual(first.participants[0].roles, last.participants[0].roles);
  assert.notEqual(first.keywords, last.keywords);
});
