// ical.js as an oracle: random rules and components by it and by the command `relais`. What differs is judged by the
// clause that decides; what no clause decides fails.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import test from 'node:test';
import ICAL from 'ical.js';
import { command, results } from './corpus.mjs';
import { byIcal, byRrule, random, randomRules, startOf } from './recurrence_peers.mjs';

const skip = existsSync(command) ? false : `no ${command}: build it by cmake --workflow --preset release`;
const lastYear = 2040;
const has = ({ rule }, part) => new RegExp(`(^|;)${part}=`).test(rule);
const attempt = (peer, row) => {
  try {
    return peer(row, lastYear);
  } catch (error) {
    return error.message;
  }
};

const listed = (rule, part) => new RegExp(`(?:^|;)${part}=([^;]*)`).exec(rule)?.[1].split(',');
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** Whether an occurrence breaks a part of its rule that only limits. */
function breaks(rule, at) {
  const day = new Date(`${at.slice(0, 10)}T00:00:00Z`);
  const days = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  const on = day.getUTCDate();
  const allows = {
    BYMONTH: (one) => Number(one) === day.getUTCMonth() + 1,
    BYMONTHDAY: (one) => Number(one) === on || Number(one) === on - days - 1,
    BYDAY: (one) => one.slice(-2) === weekdays[day.getUTCDay()],
    BYHOUR: (one) => Number(one) === Number(at.slice(11, 13)),
    BYMINUTE: (one) => Number(one) === Number(at.slice(14, 16)),
  };
  return Object.entries(allows).some(([part, allow]) => listed(rule, part) && !listed(rule, part).some(allow));
}

/** Whether an occurrence is in a period that INTERVAL passes over. */
function passedOver(rule, start, at) {
  const [from, to] = [start, at].map((text) => new Date(`${text.slice(0, 10)}T00:00:00Z`));
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const periods = { YEARLY: years, MONTHLY: years * 12 + to.getUTCMonth() - from.getUTCMonth(), DAILY: (to - from) / 864e5 };
  return (periods[listed(rule, 'FREQ')[0]] ?? 0) % Number(listed(rule, 'INTERVAL')?.[0] ?? 1) !== 0;
}

/** `ours`, `ical` and `rrule` are the occurrences by each; `rrule`, a third opinion, is asked for where it decides. */
const judgements = [
  {
    clause: 'RFC 5545 section 3.8.5.3: a start that its rule misses is no occurrence of the rule, and COUNT does not count it',
    holds: ({ start, ours, ical }) => Array.isArray(ical) && !ours.includes(start) &&
      ical[0]?.slice(0, 10) <= start.slice(0, 10) && ical.slice(1).every((at, i) => at === ours[i]),
  },
  {
    clause: 'what emitters mean: YEARLY with BYMONTHDAY and no BYMONTH stays in the month of the start',
    holds: (row) => /FREQ=YEARLY/.test(row.rule) && has(row, 'BYMONTHDAY') && !has(row, 'BYMONTH'),
  },
  {
    clause: 'RFC 5545 section 3.3.10: BYWEEKNO without BYDAY is the weekday of the start',
    holds: (row) => has(row, 'BYWEEKNO') && !has(row, 'BYDAY'),
  },
  {
    clause: 'RFC 5545 section 3.3.10: each BY part limits or expands; ical.js gives what a part does not allow',
    holds: ({ rule, ours, ical }) => Array.isArray(ical) && ical.some((at) => !ours.includes(at) && breaks(rule, at)),
  },
  {
    clause: 'RFC 5545 section 3.3.10: INTERVAL counts periods from that of the start; ical.js gives what is between',
    holds: ({ rule, start, ours, ical }) => Array.isArray(ical) && ical.some((at) => !ours.includes(at) && passedOver(rule, start, at)),
  },
  {
    clause: 'RFC 5545 section 3.3.10: BYYEARDAY may stand with BYMONTH and in rules by hours; ical.js refuses it',
    holds: ({ rule, ours, ical }) => !Array.isArray(ical) && /BYYEARDAY/.test(ical) && ours.every((at) => !breaks(rule, at)),
  },
  {
    clause: 'RFC 5545 section 3.3.10: BYSETPOS chooses from the set of each period; a position that it has not, nothing',
    // rrule.js chooses from the end of a set by the place after it, so that it has more, and counts them.
    holds: (row) => has(row, 'BYSETPOS') && row.ours.length > 0 && row.ours.every((at) => row.uncounted().includes(at)),
  },
  {
    clause: 'RFC 5545 section 3.3.10: BYSETPOS beyond every set leaves nothing',
    holds: (row) => has(row, 'BYSETPOS') && row.ours.length === 0,
  },
  {
    clause: 'RFC 5545 section 3.3.10, the table of what expands and what limits; rrule.js reads it as Relais does',
    holds: (row) => row.ours.length > 0 && /;BY/.test(row.rule) && row.rrule().join() === row.ours.join(),
  },
];

test('random rules have the occurrences that ical.js gives, or a clause says why not', { skip }, async (t) => {
  const rules = randomRules(20260310, 200);
  const answers = await results(rules.map((row) => ({ op: 'calendar.recur', params: { start: startOf(row), rule: row.rule } })));
  const counts = new Map(judgements.map(({ clause }) => [clause, 0]));
  let agreed = 0;
  for (const [i, row] of rules.entries()) {
    const ours = answers[i].occurrences.filter((at) => Number(at.slice(0, 4)) <= lastYear);
    const ical = attempt(byIcal, row);
    if (Array.isArray(ical) && ical.join() === ours.join()) {
      agreed += 1;
      continue;
    }
    let third;
    const rrule = () => (third ??= attempt(byRrule, row));
    const uncounted = () => attempt(byRrule, { ...row, rule: row.rule.replace(/;COUNT=\d+/, '') });
    const found = judgements.find(({ holds }) => holds({ rule: row.rule, start: startOf(row), ours, ical, rrule, uncounted }));
    assert.ok(found, `${row.start} ${row.rule}\n  Relais ${ours}\n  ical.js ${ical}\n  rrule.js ${rrule()}`);
    counts.set(found.clause, counts.get(found.clause) + 1);
  }
  t.diagnostic(`as ical.js: ${agreed} of ${rules.length}`);
  for (const [clause, count] of counts) t.diagnostic(`judged: ${count} (${clause})`);
  assert.ok(agreed > rules.length / 2);
});

// --- components --------------------------------------------------------------------------------------------------------

const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
const utf8 = new TextEncoder();

/** Folded between characters, at 75 octets. */
function folded(line) {
  const out = [''];
  let octets = 0;
  for (const character of line) {
    const size = utf8.encode(character).length;
    if (octets + size > 75) octets = out.push(' ') && 1;
    out[out.length - 1] += character;
    octets += size;
  }
  return out.join('\r\n');
}

const letters = ['a', 'Z', ' ', ',', ';', ':', '\\', '"', '\n', 'é', '日', '😀', '\t', '^', '=', "'", 'long-word'];

function component({ below, pick }, number) {
  const text = () => Array.from({ length: 1 + below(60) }, () => pick(letters)).join('').trim() || 'x';
  // Section 3.2 has no escapes by a backslash in parameters; ical.js undoes them, and splits no list after one.
  const quoted = () => `a${text()}`.replace(/["\n^\t\\]/g, ' ');
  const day = `202${below(9)}0${1 + below(9)}1${below(9)}`;
  const time = `T${String(below(24)).padStart(2, '0')}3000`;
  const start = pick([`;VALUE=DATE:${day}`, `:${day}${time}`, `:${day}${time}Z`, `;TZID=Europe/Paris:${day}${time}`]);
  const lines = [
    'BEGIN:VEVENT',
    `UID:${number}@x.example`,
    'DTSTAMP:20260301T080000Z',
    `DTSTART${start}`,
    start.startsWith(';VALUE') ? `DURATION:P${1 + below(5)}D` : `DURATION:PT${1 + below(300)}M`,
    `SUMMARY:${escaped(text())}`,
    `DESCRIPTION:${escaped(text())}`,
    `LOCATION:${escaped(text())}`,
    `CATEGORIES:${escaped(quoted())},b`,
    `SEQUENCE:${below(9)}`,
    `X-THING;X-P="${quoted()}":${escaped(text())}`,
    ...Array.from({ length: below(4) }, (_, i) => `ATTENDEE;CN="${quoted()}";ROLE=REQ-PARTICIPANT:mailto:p${i}@x.example`),
    'END:VEVENT',
  ];
  return lines.map(folded).join('\r\n');
}

const calendar = (components) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//EN', ...components, 'END:VCALENDAR', ''].join('\r\n');

/** What ical.js reads of each event, in plain texts. */
function read(text) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  return events.map((component) => {
    const value = (name) => component.getFirstPropertyValue(name);
    const start = value('dtstart');
    const zone = component.getFirstProperty('dtstart').getFirstParameter('tzid');
    return {
      uid: value('uid'),
      title: value('summary'),
      description: value('description'),
      location: value('location'),
      sequence: value('sequence'),
      start: start.toString().slice(0, 19).replace('Z', ''),
      zone: start.isDate ? 'day' : zone || (start.toString().endsWith('Z') ? 'Etc/UTC' : ''),
      keywords: component.getFirstProperty('categories').getValues().map((word) => word.trim()).sort(),
      thing: [component.getFirstProperty('x-thing').getFirstParameter('x-p'), value('x-thing')],
      people: component.getAllProperties('attendee').map((one) => `${one.getFirstParameter('cn')} ${one.getFirstValue()}`).sort(),
    };
  });
}

/** The same of an imported event. */
function plain(event) {
  const [, parameters, , thing] = event.iCalComponent.properties.find(([name]) => name === 'x-thing');
  return {
    uid: event.uid,
    title: event.title,
    description: event.description,
    location: event.locations?.['1'].name,
    sequence: event.sequence,
    start: event.showWithoutTime ? event.start.slice(0, 10) : event.start,
    zone: event.showWithoutTime ? 'day' : (event.timeZone ?? ''),
    keywords: Object.keys(event.keywords).sort(),
    thing: [parameters['x-p'], thing],
    people: Object.values(event.participants ?? {}).map(({ name, sendTo }) => `${name} ${sendTo.imip}`).sort(),
  };
}

test('random components say what ical.js reads in them, before and after', { skip }, async () => {
  const draw = random(7);
  const text = calendar(Array.from({ length: 400 }, (_, i) => component(draw, i)));
  const [{ calendar: info, events }] = await results([{ op: 'calendar.import', params: { format: 'ics', text } }]);
  const expected = read(text);
  for (const [i, event] of events.entries()) assert.deepEqual(plain(event), expected[i]);
  const [{ text: written }] = await results([
    { op: 'calendar.export', params: { format: 'ics', calendar: info, events, stamp: '2026-01-01T00:00:00Z' } },
  ]);
  assert.deepEqual(read(written), expected);
});
