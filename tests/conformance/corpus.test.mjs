// The report vectors of the corpus, through the command `relais`.
import assert from 'node:assert/strict';
import test from 'node:test';
import { corpusMissing, readCsv, results } from './corpus.mjs';

const weekdays = ['mo', 'tu', 'we', 'th', 'fr'];
const on = (days, spans) => Object.fromEntries(days.map((day) => [day, spans]));
const schedules = {
  office: on(weekdays, [['09:00', '12:00'], ['14:00', '18:00']]),
  night: on([...weekdays, 'sa', 'su'], [['00:00', '06:00'], ['22:00', '24:00']]),
  sat: { ...on(weekdays, [['08:00', '20:00']]), sa: [['09:00', '13:00']] },
};
const holidays = ['01-01', '04-06', '05-01', '05-08', '05-14', '05-25', '07-14', '08-15', '11-01', '11-11', '12-25'].map(
  (day) => `2026-${day}`,
);

const instant = (seconds) => new Date(seconds * 1000).toISOString().replace('.000', '');

function businessTime({ schedule, start_utc_s: from, end_utc_s: to }) {
  const hours = schedules[schedule];
  return { hours, timeZone: 'Europe/Paris', holidays, from: instant(from), to: instant(to) };
}

test('working time is that of every vector', { skip: corpusMissing('report') }, async () => {
  const vectors = readCsv('report', 'business_hours_vectors.csv');
  assert.ok(vectors.length > 100);
  const got = await results(vectors.map((vector) => ({ op: 'report.businessTime', params: businessTime(vector) })));
  assert.deepEqual(
    got.map(({ seconds }) => seconds),
    vectors.map(({ business_s: seconds }) => Number(seconds)),
  );
});

// The corpus holds 12 digits of numbers computed with 50.
const close = (got, expected) => Math.abs(got - expected) <= 2e-12 * Math.abs(expected) + 1e-15;

function checkStaffing(row, patience, { erlangC, erlangA }) {
  const expected = { erlangC: { waitProbability: row.C_pwait }, erlangA: {} };
  if (row.C_asa_s !== '') {
    Object.assign(expected.erlangC, { meanWaitSeconds: row.C_asa_s, answeredInTarget: row.C_sl, occupancy: row.C_occupancy });
  }
  const columns = { waitProbability: 'pwait', meanWaitSeconds: 'ew_s', abandoned: 'pabandon', servedInTarget: 'sl_served_in_T' };
  for (const [name, column] of Object.entries(columns)) expected.erlangA[name] = row[`A${patience}_${column}`];
  assert.equal(erlangC.stable, row.C_asa_s !== '');
  for (const [model, got] of Object.entries({ erlangC, erlangA })) {
    for (const [name, value] of Object.entries(expected[model])) {
      assert.ok(close(got[name], Number(value)), `${model} ${name}: ${got[name]}, expected ${value}`);
    }
  }
}

test('Erlang C and A are those of the reference', { skip: corpusMissing('report') }, async () => {
  const rows = readCsv('report', 'erlang_reference.csv').flatMap((row) => [60, 120].map((patience) => ({ row, patience })));
  assert.equal(rows.length, 22);
  const params = ({ row, patience }) => ({
    callsPerHour: Number(row.calls_per_h),
    handleSeconds: Number(row.aht_s),
    targetSeconds: Number(row.target_s),
    agents: Number(row.agents),
    patienceSeconds: patience,
  });
  const got = await results(rows.map((row) => ({ op: 'report.staffing', params: params(row) })));
  rows.forEach(({ row, patience }, i) => checkStaffing(row, patience, got[i]));
});
