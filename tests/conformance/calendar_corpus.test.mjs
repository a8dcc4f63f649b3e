// The calendar corpus through the command `relais`: recurrence rules, whole components, and calendar files.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { ask, corpusMissing, corpusPath, readJsonLines, readLines, results } from './corpus.mjs';

const skip = corpusMissing('calendar');
const stamp = '2026-01-01T00:00:00Z';

/** `20260310T100000` as `2026-03-10T10:00:00`, `20260310` as `2026-03-10`; other texts as they are. */
function iso(text) {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text);
  if (!parts) return text;
  const [, year, month, day, hour, minute, second, utc] = parts;
  return hour ? `${year}-${month}-${day}T${hour}:${minute}:${second}${utc}` : `${year}-${month}-${day}`;
}

const recur = ({ dtstart, tzid, rrule, limit }) => ({
  op: 'calendar.recur',
  params: { start: iso(dtstart), rule: rrule, ...(tzid ? { timeZone: tzid } : {}), ...(limit ? { limit } : {}) },
});

const excluded = /^(rfc-invalid:|ambiguous:|byweekno-implicit-day|lenient-input)/;
const isGate = ({ oracle, tags }) => oracle === 'match' && !tags.some((tag) => excluded.test(tag));

function agrees({ expected, limit }, { result }) {
  if (!result) return false;
  const got = limit ? result.occurrences.slice(0, expected.length) : result.occurrences;
  return JSON.stringify(got) === JSON.stringify(expected.map(iso));
}

/** Prints a score and gives it back, with the first rows that failed. */
function score(t, name, rows, passes) {
  const failed = rows.filter((row, i) => !passes(row, i));
  t.diagnostic(`${name}: ${rows.length - failed.length} of ${rows.length}`);
  for (const row of failed.slice(0, 10)) {
    t.diagnostic(`  ${row.id ?? row.file ?? row.note} ${row.dtstart ?? ''} ${row.tzid ?? ''} ${row.rrule ?? ''}`);
  }
  return rows.length - failed.length;
}

test('every rule of the gate has the occurrences that RFC 5545 gives it', { skip }, async (t) => {
  const cases = readJsonLines('calendar', 'recur_cases.jsonl');
  const answers = new Map((await ask(cases.map(recur))).map((answer, i) => [cases[i], answer]));
  const passes = (row) => agrees(row, answers.get(row));
  const gate = cases.filter(isGate);
  assert.equal(score(t, 'gate', gate, passes), gate.length);
  const shifted = cases.filter(({ oracle }) => oracle === 'match-gap-shift');
  assert.equal(score(t, 'skipped hours', shifted, passes), shifted.length);
  const month = cases.filter(({ oracle }) => oracle === 'match-yearly-bymonthday-in-dtstart-month');
  assert.equal(score(t, 'yearly by day of the month', month, passes), month.length);
  const skipping = cases.filter(({ tags }) => tags.includes('rfc7529') && !tags.some((tag) => /nongreg|byweekno/.test(tag)));
  assert.equal(score(t, 'SKIP', skipping, passes), skipping.length);
});

test('every rule has as many occurrences as it should', { skip }, async (t) => {
  const cases = readJsonLines('calendar', 'recur_count_cases.jsonl');
  const answers = await ask(cases.map(recur));
  const passes = ({ count, last }, i) => {
    const { occurrences, complete } = answers[i].result ?? { occurrences: [] };
    return complete && occurrences.length === count && (!last || occurrences.at(-1) === iso(last));
  };
  assert.equal(score(t, 'counts', cases, passes), cases.length);
});

test('what is no rule is refused, or read as its repair says', { skip }, async (t) => {
  const cases = readJsonLines('calendar', 'invalid_rules.jsonl').map((row) => ({
    ...row,
    dtstart: row.dtstart ? row.dtstart.replace(/^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/, '$1$2$3T$4$5$6') : '20240101T090000',
    limit: 20,
  }));
  const answers = await ask(cases.map(recur));
  const repaired = await ask(cases.map((row) => recur({ ...row, rrule: row.lax_repair ?? row.rrule })));
  const passes = ({ lax_repair: repair }, i) => {
    const { result, error } = answers[i];
    if (error) return ['invalid-value', 'unsupported', 'out-of-range'].includes(error.code);
    return Boolean(repair) && JSON.stringify(result) === JSON.stringify(repaired[i].result);
  };
  assert.equal(score(t, 'invalid rules', cases, passes), cases.length);
});

/** The wall clock of an instant in a zone. */
const wall = (instant, zone) => new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T');

/** What a case expects, as texts, and how an occurrence is written in their form. */
function expectation(row, { events }) {
  const start = Object.fromEntries(events.map((event) => [event.uid, event.start]));
  const local = ({ uid, recurrenceId, allDay }) => (recurrenceId ?? start[uid]).slice(0, allDay ? 10 : undefined);
  if (row.expected_next) {
    const read = row.expected_next.map((text) => /^(\S+) \S+ (\S+)$/.exec(text));
    // A zone that is a bare offset is the file's own: the wall clock is then that of the event.
    const zone = read[0]?.[2] === 'GMT' ? 'UTC' : (read[0]?.[2] ?? 'UTC');
    return { want: read.map(([, at]) => at), write: zone.startsWith('UTC-') ? local : ({ start: at }) => wall(at, zone) };
  }
  const utc = row.expected_starts.some((text) => text.endsWith('Z'));
  return { want: row.expected_starts.map(iso), write: utc ? ({ start: at }) => at : local };
}

const lastDay = (row) => row.expected_next.at(-1)?.slice(0, 10) ?? '2038-01-01';

function windowOf(row) {
  if (!row.window) return { from: '1900-01-01', to: new Date(Date.parse(lastDay(row)) + 3 * 864e5).toISOString().slice(0, 10) };
  const [from, to] = row.window.map((text) => iso(text.replace(/Z$/, '')));
  return { from, to };
}

/**
 * The differences that stand, each with the clause that decides. `extra` are the occurrences that only Relais has.
 */
const judgements = [
  {
    clause: 'RFC 5545 section 3.8.5.3: DTSTART is the first instance, also where the rule misses it',
    holds: (row, { extra, missing }, events) => missing.length === 0 && extra.length === 1 &&
      events.some(({ start, recurrenceRules }) => recurrenceRules && extra[0].startsWith(start.slice(0, 8))),
  },
  {
    clause: 'RFC 5545 section 3.3.5, form 1: a floating time is that of the zone of who looks, which the row leaves out',
    holds: (row, { extra, missing }, events) => !row.view_tz && events.every(({ timeZone }) => !timeZone) &&
      extra.length === missing.length && extra.every((at, i) => Math.abs(Date.parse(at) - Date.parse(missing[i])) < 864e5),
  },
];

function judge(t, row, want, got, events) {
  const extra = got.filter((at) => !want.includes(at));
  const missing = want.filter((at) => !got.includes(at));
  const found = judgements.find(({ holds }) => holds(row, { extra, missing }, events));
  const what = `want ${want.slice(0, 4)} … ${want.length}, got ${got.slice(0, 4)} … ${got.length}`;
  t.diagnostic(`  ${row.file ?? row.note}: ${found?.clause ?? `no clause; ${what}`}`);
  return Boolean(found);
}

test('whole components occur when they should', { skip }, async (t) => {
  const cases = readJsonLines('calendar', 'event_cases.jsonl').filter(
    (row) => row.ics && (row.expected_next || row.expected_starts),
  );
  const imported = await results(cases.map(({ ics }) => ({ op: 'calendar.import', params: { format: 'ics', text: ics } })));
  const zoneOf = (row) => row.view_tz ?? (/TZID:US-Eastern/.test(row.ics) && row.window ? 'America/New_York' : 'UTC');
  const answers = await ask(
    cases.map((row, i) => ({
      op: 'calendar.expand',
      params: { events: imported[i].events, ...windowOf(row), timeZone: zoneOf(row) },
    })),
  );
  let judged = 0;
  const passes = (row, i) => {
    if (!answers[i].result) return false;
    const { want, write } = expectation(row, imported[i]);
    const { occurrences } = answers[i].result;
    // A file of several events may have a row for each.
    const candidates = [occurrences, ...imported[i].events.map(({ uid }) => occurrences.filter((one) => one.uid === uid))];
    const ok = candidates.some((list) => {
      const got = list.map(write);
      const most = row.expected_next ? got.findLastIndex((at) => at <= want.at(-1)) + 1 : got.length;
      return JSON.stringify(got.slice(0, most)) === JSON.stringify(want);
    });
    if (ok) return true;
    const got = occurrences.map(write).filter((at) => !row.expected_next || at <= want.at(-1));
    if (judge(t, row, want, got, imported[i].events)) judged += 1;
    return false;
  };
  const agreed = score(t, 'events', cases, passes);
  t.diagnostic(`events judged by a clause: ${judged}`);
  assert.equal(agreed + judged, cases.length);
});

const sets = (row) => {
  if (row.kind === 'rruleset') {
    return {
      start: iso(row.rrules[0]?.dtstart ?? row.exrules[0]?.dtstart),
      rules: row.rrules.map(({ rrule }) => rrule),
      exrules: row.exrules.map(({ rrule }) => rrule),
      rdates: row.rdates.map(iso),
      exdates: row.exdates.map(iso),
    };
  }
  const of = (name) => row.strings.filter((text) => text.startsWith(name)).map((text) => text.split(':')[1]);
  const local = (text) => iso(text.replace(/Z$/, ''));
  const dates = (name) => of(name).flatMap((text) => text.split(',').map(local));
  return { start: local(of('DTSTART')[0]), rules: of('RRULE'), exrules: of('EXRULE'), rdates: dates('RDATE'), exdates: dates('EXDATE') };
};

test('rules and dates together make the set that they should', { skip }, async (t) => {
  const cases = readJsonLines('calendar', 'event_cases.jsonl').filter(({ kind }) => kind.startsWith('rruleset'));
  const answers = await ask(cases.map((row) => ({ op: 'calendar.recur', params: sets(row) })));
  assert.equal(score(t, 'sets', cases, (row, i) => agrees(row, answers[i])), cases.length);
});

const starts = /^BEGIN:V(CALENDAR|EVENT|TODO|JOURNAL)\s*$/im;
const startsElsewhere = /^BEGIN:\s*(?!V(CALENDAR|EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE|AVAILABILITY|ALARM)\s*$)/im;

/** What may be refused, and why. */
const refusals = [
  ['empty-input', 'RFC 5545 section 3.4: nothing is no iCalendar object', (text) => text.trim() === ''],
  ['unsupported', 'vCalendar 1.0', (text) => /^VERSION:1\.0\s*$/im.test(text)],
  ['unsupported', 'jCal (RFC 7265)', (text) => /^\s*\[\s*"vcalendar"/.test(text)],
  [
    'invalid-calendar',
    'RFC 5545 section 3.4: an iCalendar object begins with BEGIN:VCALENDAR, and not after another component',
    (text) => !starts.test(text) || startsElsewhere.test(text),
  ],
];

test('every calendar file is read, and what is read is written again without loss', { skip }, async (t) => {
  const files = readLines('calendar', 'ics', 'MANIFEST.tsv').slice(1).map((line) => line.split('\t')[0]);
  const bytes = files.map((file) => readFileSync(corpusPath('calendar', 'ics', file)).toString('base64'));
  const first = await ask(bytes.map((base64) => ({ op: 'calendar.import', params: { format: 'ics', base64 } })));
  const why = first.flatMap(({ error }, i) => {
    if (!error) return [];
    const text = Buffer.from(bytes[i], 'base64').toString('latin1');
    const refusal = refusals.find(([code, , holds]) => code === error.code && holds(text));
    assert.ok(refusal, `${files[i]} is refused: ${error.code} ${error.message}`);
    return [refusal[1]];
  });
  for (const [, reason] of refusals) t.diagnostic(`refused: ${why.filter((one) => one === reason).length} (${reason})`);
  const read = first.flatMap(({ result }, i) => (result ? [{ file: files[i], result }] : []));
  t.diagnostic(`read: ${read.length} of ${files.length}`);
  assert.equal(read.length + why.length, files.length);
  const exported = ({ calendar, events, tasks, notes, freeBusy }) => ({
    op: 'calendar.export',
    params: { format: 'ics', stamp, calendar, events, tasks, notes, freeBusy },
  });
  const written = await results(read.map(({ result }) => exported(result)));
  const again = await results(written.map(({ text }) => ({ op: 'calendar.import', params: { format: 'ics', text } })));
  const twice = await results(again.map(exported));
  const parts = ['events', 'tasks', 'notes', 'freeBusy'];
  const same = ({ result }, i) => parts.every((part) => JSON.stringify(result[part]) === JSON.stringify(again[i][part]));
  assert.equal(score(t, 'import → export → import', read, same), read.length);
  assert.equal(score(t, 'export → import → export', read, (_, i) => twice[i].text === written[i].text), read.length);
});
