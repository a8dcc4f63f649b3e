// Random recurrence rules, and their occurrences by the peers in JavaScript.
import ICAL from 'ical.js';
import rrule from 'rrule';

/** splitmix32: the same rules everywhere. */
export function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const below = (n) => next() % n;
  const pick = (list) => list[below(list.length)];
  const some = (most, draw) => [...new Set(Array.from({ length: 1 + below(most) }, draw))];
  return { below, pick, some };
}

const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'];
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const two = (n) => String(n).padStart(2, '0');

// Which parts a rule may have, by RFC 5545 section 3.3.10.
function parts({ below, pick, some }, frequency) {
  const out = {};
  const chance = (n) => below(n) === 0;
  const signed = (most) => () => (below(3) === 0 ? -1 - below(most) : 1 + below(most));
  const from = (most) => () => below(most);
  if (chance(3)) out.BYMONTH = some(3, () => 1 + below(12)).sort((a, b) => a - b);
  if (frequency === 'YEARLY' && chance(5)) out.BYWEEKNO = some(2, signed(53));
  if (['YEARLY', 'HOURLY', 'MINUTELY', 'SECONDLY'].includes(frequency) && !out.BYWEEKNO && chance(5)) out.BYYEARDAY = some(3, signed(366));
  if (frequency !== 'WEEKLY' && !out.BYWEEKNO && !out.BYYEARDAY && chance(3)) {
    // ical.js reads days from the end in a rule by months only, and looks for others for ever.
    out.BYMONTHDAY = some(3, frequency === 'MONTHLY' ? signed(31) : () => 1 + below(31));
  }
  if (chance(2)) {
    const numbered = ['YEARLY', 'MONTHLY'].includes(frequency) && !out.BYWEEKNO && !out.BYYEARDAY && !out.BYMONTHDAY && chance(2);
    out.BYDAY = some(3, () => (numbered ? pick([1, 2, 3, 4, 5, -1, -2]) : '') + pick(days));
  }
  const at = frequencies.indexOf(frequency);
  if (chance(5)) out.BYHOUR = some(3, from(24)).sort((a, b) => a - b);
  if (at > 0 && chance(8)) out.BYMINUTE = some(2, from(60)).sort((a, b) => a - b);
  if (at > 3 && chance(8)) out.BYSECOND = some(2, from(60)).sort((a, b) => a - b);
  if (Object.keys(out).length > 1 && chance(5)) out.BYSETPOS = some(2, signed(4));
  return out;
}

export function randomRules(seed, count) {
  const draw = random(seed);
  return Array.from({ length: count }, () => {
    // The peers step through every minute, for ever where none fits: none of these.
    const frequency = draw.pick(frequencies.slice(0, draw.below(5) === 0 ? 5 : 4));
    const start = `${2020 + draw.below(12)}${two(1 + draw.below(12))}${two(1 + draw.below(28))}T${two(draw.below(24))}${two(draw.below(60))}00`;
    const rule = [`FREQ=${frequency}`];
    if (draw.below(2) === 0) rule.push(`INTERVAL=${1 + draw.below(4)}`);
    if (draw.below(4) === 0) rule.push(`WKST=${draw.pick(days)}`);
    for (const [name, list] of Object.entries(parts(draw, frequency))) rule.push(`${name}=${list}`);
    rule.push(`COUNT=${1 + draw.below(12)}`);
    return { start, rule: rule.join(';') };
  });
}

const iso = (text) => text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6');

/** Occurrences up to a year, as texts; `steps` of them at most. */
export function byIcal({ start, rule }, last) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(iso(start)));
  const out = [];
  for (let at = iterator.next(); at && at.year <= last; at = iterator.next()) out.push(at.toString());
  return out;
}

export function byRrule({ start, rule }, last) {
  const out = [];
  rrule.rrulestr(`DTSTART:${start}Z\nRRULE:${rule}`).all((at) => {
    if (at.getUTCFullYear() > last) return false;
    out.push(at.toISOString().slice(0, 19));
    return true;
  });
  return out;
}

export const startOf = ({ start }) => iso(start);
