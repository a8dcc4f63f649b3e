// Calendars: recurrence, reading, writing and a year of 2,000 series, Relais beside its peers. Natively libical, in
// WebAssembly through the public functions rrule.js, ical.js and rrule-temporal. Medians of CPU time; what a peer gets
// wrong or does not finish is left out of both sides.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import { load } from '../../build/npm/index.node.js';
import { calendarFile, fiftyRules, recurringEvents, recurringFile } from './support/calendar_data.mjs';
import { interleave, median, report } from './support/interleave.mjs';

const root = new URL('../../', import.meta.url).pathname;
const relais = await load();
const occurrences = 1000;
const stamp = '2026-01-01T00:00:00Z';

const rules = fiftyRules();
const file = calendarFile(10e6);
const megabytes = Buffer.byteLength(file) / 1e6;
const series = recurringEvents();
const year = recurringFile(series);

const iso = (text) => text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6');
const perSecond = (count, seconds) => `${(count / seconds / 1e6).toFixed(3)} M/s`;
const speed = (seconds) => `${(megabytes / seconds).toFixed(1)} MB/s`;
const milliseconds = (seconds) => `${(seconds * 1e3).toFixed(0)} ms`;

// --- natively, by tests/bench/calendar_bench.cpp -----------------------------------------------------------------------

function native(rounds) {
  execFileSync('cmake', ['--build', '--preset', 'release', '--target', 'relais_bench_calendar'], { cwd: root, stdio: 'pipe' });
  const folder = `${root}build/bench`;
  mkdirSync(folder, { recursive: true });
  const inputs = { rules: rules.map(({ start, rule }) => `${start} ${rule}\n`).join(''), file, year };
  const paths = Object.entries(inputs).map(([name, text]) => {
    writeFileSync(`${folder}/${name}`, text);
    return `${folder}/${name}`;
  });
  const driver = `${root}build/release/tests/bench/relais_bench_calendar`;
  const lines = execFileSync(driver, [...paths, String(rounds)], { encoding: 'utf8' }).trim().split('\n');
  const found = {};
  for (const [work, engine, seconds, amount] of lines.map((line) => line.split(' '))) {
    const one = ((found[work] ??= {})[engine] ??= { all: [], amount: Number(amount) });
    one.all.push(Number(seconds));
  }
  return found;
}

function nativeFigures() {
  const found = native(7);
  const ratio = (work) => median(found[work].libical.all) / median(found[work].relais.all);
  const row = (what, work, goal, figure) => {
    report(`${what}: libical`, figure(median(found[work].libical.all), found[work].libical.amount));
    report(`${what}: Relais`, figure(median(found[work].relais.all), found[work].relais.amount), ratio(work), goal);
  };
  console.log(`\nNative, CPU time, beside libical (${found.recurrence.relais.amount / occurrences} of 50 rules)`);
  row('occurrences', 'recurrence', 20, (seconds, count) => perSecond(count, seconds));
  row('reading 10 MB', 'parse', 5, speed);
  row('writing 10 MB', 'write', 5, speed);
  row(`a year of 2,000 series, ${found.year.relais.amount}`, 'year', 10, milliseconds);
  if (found.year.relais.amount !== found.year.libical.amount) console.log(`  libical gives ${found.year.libical.amount}`);
}

// --- in WebAssembly, through the public functions ----------------------------------------------------------------------

const recurByRelais = ({ start, rule }) => relais.calendar.recur({ start: iso(start), rule, limit: occurrences }).occurrences;

function recurByRrule({ start, rule }) {
  const all = rrule.rrulestr(`DTSTART:${start}Z\nRRULE:${rule}`);
  const out = [];
  all.all((at) => out.push(at.toISOString().slice(0, 19)) < occurrences);
  return out;
}

function recurByIcal({ start, rule }) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(iso(start)));
  const out = [];
  for (let at = iterator.next(); at && out.length < occurrences; at = iterator.next()) out.push(at.toString());
  return out;
}

/** The rules whose occurrences a peer gives as Relais does. */
function common(peer) {
  return rules.filter((rule) => {
    try {
      return peer(rule).join() === recurByRelais(rule).join();
    } catch {
      return false;
    }
  });
}

function recurrence(name, peer, goal, rounds) {
  const shared = common(peer);
  const count = shared.length * occurrences;
  const seconds = interleave({ [name]: () => shared.forEach(peer), relais: () => shared.forEach(recurByRelais) }, rounds);
  report(`occurrences, ${shared.length} of 50 rules: ${name}`, perSecond(count, seconds[name]));
  report('occurrences: Relais', perSecond(count, seconds.relais), seconds[name] / seconds.relais, goal);
}

function reading() {
  const seconds = interleave(
    {
      'ical.js, parsed': () => ICAL.parse(file),
      'ical.js, events': () => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((one) => {
        const event = new ICAL.Event(one);
        return [event.uid, event.summary, event.description, event.location, event.startDate, event.endDate, event.attendees];
      }),
      relais: () => relais.calendar.import({ format: 'ics', text: file }),
    },
    5,
  );
  for (const name of ['ical.js, parsed', 'ical.js, events']) report(`reading 10 MB: ${name}`, speed(seconds[name]), seconds[name] / seconds.relais);
  report('reading 10 MB: Relais', speed(seconds.relais), seconds['ical.js, parsed'] / seconds.relais, 3);
}

function writing() {
  const parsed = ICAL.parse(file);
  const { calendar, events } = relais.calendar.import({ format: 'ics', text: file });
  const seconds = interleave(
    { 'ical.js': () => ICAL.stringify(parsed), relais: () => relais.calendar.export({ format: 'ics', calendar, events, stamp }) },
    5,
  );
  report('writing 10 MB: ical.js', speed(seconds['ical.js']));
  report('writing 10 MB: Relais', speed(seconds.relais), seconds['ical.js'] / seconds.relais, 3);
}

const window = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

function yearByTemporal() {
  let count = 0;
  for (const { start, timeZone, rule } of series) {
    const all = new RRuleTemporal({ rruleString: `DTSTART;TZID=${timeZone}:${start}\nRRULE:${rule}` });
    count += all.between(new Date(window.from), new Date(window.to), true).length;
  }
  return count;
}

function yearOfSeries() {
  const { events } = relais.calendar.import({ format: 'ics', text: year });
  const counts = {};
  const seconds = interleave(
    {
      'rrule-temporal': () => (counts.temporal = yearByTemporal()),
      'one by one': () => (counts.recur = series.reduce((sum, { start, timeZone, rule }) => sum + relais.calendar.recur({
        start: iso(start), timeZone, rule, from: window.from, to: window.to }).occurrences.length, 0)),
      relais: () => (counts.expand = relais.calendar.expand({ events, ...window, timeZone: 'Etc/UTC' }).occurrences.length),
    },
    5,
  );
  report(`a year of 2,000 series, ${counts.temporal}: rrule-temporal`, milliseconds(seconds['rrule-temporal']));
  report(`calendar.recur, ${counts.recur}: Relais`, milliseconds(seconds['one by one']), seconds['rrule-temporal'] / seconds['one by one']);
  report(`calendar.expand, ${counts.expand}: Relais`, milliseconds(seconds.relais), seconds['rrule-temporal'] / seconds.relais, 3);
}

nativeFigures();
console.log('\nWebAssembly, CPU time, from plain objects to plain objects');
recurrence('rrule.js', recurByRrule, 10, 3);
recurrence('ical.js', recurByIcal, 50, 3);
reading();
writing();
yearOfSeries();
