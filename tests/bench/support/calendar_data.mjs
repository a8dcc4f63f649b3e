// The inputs of the calendar bench, drawn from a seed: the same for every engine and in every run.

import { random } from './random.mjs';

const two = (n) => String(n).padStart(2, '0');
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Some of a list, in its order, at least one. */
function some({ below, pick }, list, share = 3) {
  const chosen = list.filter(() => below(share) === 0);
  return chosen.length > 0 ? chosen : [pick(list)];
}

/** What people and their programs write, the plain more often than the odd. */
const shapes = [
  () => 'FREQ=DAILY',
  ({ between }) => `FREQ=DAILY;INTERVAL=${between(2, 10)}`,
  () => 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR',
  (draw) => `FREQ=DAILY;BYMONTH=${some(draw, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])}`,
  (draw) => `FREQ=WEEKLY;BYDAY=${some(draw, days)}`,
  (draw) => `FREQ=WEEKLY;BYDAY=${some(draw, days)}`,
  (draw) => `FREQ=WEEKLY;INTERVAL=${draw.between(2, 4)};BYDAY=${some(draw, days)}`,
  (draw) => `FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=${some(draw, days)}`,
  ({ between }) => `FREQ=MONTHLY;BYMONTHDAY=${between(1, 28)}`,
  ({ between }) => `FREQ=MONTHLY;BYMONTHDAY=${between(1, 10)},${between(11, 20)},-1`,
  ({ between, pick }) => `FREQ=MONTHLY;BYDAY=${between(1, 4)}${pick(days)}`,
  ({ pick }) => `FREQ=MONTHLY;BYDAY=-1${pick(days)}`,
  ({ between }) => `FREQ=MONTHLY;INTERVAL=${between(2, 6)};BYMONTHDAY=15`,
  () => 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ({ between, pick }) => `FREQ=YEARLY;BYMONTH=${between(1, 12)};BYDAY=${between(1, 4)}${pick(days)}`,
  ({ between }) => `FREQ=YEARLY;BYMONTH=${between(1, 12)};BYMONTHDAY=${between(1, 28)}`,
  (draw) => `FREQ=YEARLY;BYMONTH=${some(draw, [1, 4, 7, 10])};BYDAY=MO,WE,FR`,
  ({ between }) => `FREQ=YEARLY;BYYEARDAY=${between(1, 100)},${between(101, 300)}`,
  ({ between }) => `FREQ=HOURLY;INTERVAL=${between(1, 12)}`,
  (draw) => `FREQ=MINUTELY;INTERVAL=${draw.pick([15, 30, 45])};BYHOUR=9,10,11,14,15,16`,
];

/** `[{start: '20260310T093000', rule}]`: fifty rules, each shape twice or three times. */
export function fiftyRules(seed = 50) {
  const draw = random(seed);
  return Array.from({ length: 50 }, (_, i) => {
    const { between, pick } = draw;
    const start = `${between(2015, 2026)}${two(between(1, 12))}${two(between(1, 28))}T${two(between(7, 18))}${pick(['00', '15', '30'])}00`;
    return { start, rule: shapes[i % shapes.length](draw) };
  });
}

const words = `réunion équipe client dossier devis facture appel audience cabinet planning budget relance contrat projet
  visite rendez-vous livraison point hebdomadaire compte-rendu préparation signature notaire dentiste chantier`.split(/\s+/);
const people = ['Ana Roux', 'Bob Martin', 'Chloé Lefèvre', 'David Moreau', 'Élise Laurent', 'Farid Benali', 'Gaëlle Petit'];

const sentence = ({ between, pick }) => Array.from({ length: between(4, 12) }, () => pick(words)).join(' ');
const escape = (text) => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** Folded at 75 octets between characters. */
function fold(line) {
  const parts = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

const zone = (tzid, from, to, begin, end) => [
  'BEGIN:VTIMEZONE', `TZID:${tzid}`,
  'BEGIN:DAYLIGHT', `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, 'TZNAME:DST', `DTSTART:${begin[0]}`, `RRULE:FREQ=YEARLY;${begin[1]}`, 'END:DAYLIGHT',
  'BEGIN:STANDARD', `TZOFFSETFROM:${to}`, `TZOFFSETTO:${from}`, 'TZNAME:STD', `DTSTART:${end[0]}`, `RRULE:FREQ=YEARLY;${end[1]}`, 'END:STANDARD',
  'END:VTIMEZONE',
];
const zones = [
  ...zone('Europe/Paris', '+0100', '+0200', ['19810329T020000', 'BYMONTH=3;BYDAY=-1SU'], ['19961027T030000', 'BYMONTH=10;BYDAY=-1SU']),
  ...zone('America/New_York', '-0500', '-0400', ['20070311T020000', 'BYMONTH=3;BYDAY=2SU'], ['20071104T020000', 'BYMONTH=11;BYDAY=1SU']),
];
const calendar = (lines) =>
  [...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bench//EN', 'CALSCALE:GREGORIAN'], ...zones, ...lines, 'END:VCALENDAR', ''].join('\r\n');

function attendees(draw) {
  return Array.from({ length: draw.below(4) }, (_, i) => {
    const name = draw.pick(people);
    const address = `mailto:${name.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase()}${i}@example.org`;
    const status = draw.pick(['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE']);
    return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${status};RSVP=TRUE;CN=${name}:${address}`;
  });
}

function fullEvent(draw, i) {
  const { between, pick, below } = draw;
  const day = `${between(2024, 2027)}${two(between(1, 12))}${two(between(1, 28))}`;
  const hour = between(7, 17);
  const tzid = pick(['Europe/Paris', 'America/New_York']);
  const written = `2026${two(between(1, 12))}${two(between(1, 28))}T${two(between(0, 23))}${two(between(0, 59))}00Z`;
  return [
    'BEGIN:VEVENT',
    `DTSTART;TZID=${tzid}:${day}T${two(hour)}0000`,
    `DTEND;TZID=${tzid}:${day}T${two(hour + 1)}${pick(['00', '30'])}00`,
    ...(below(8) === 0 ? [`RRULE:FREQ=WEEKLY;COUNT=${between(2, 30)};BYDAY=${some(draw, days)}`] : []),
    `DTSTAMP:${written}`,
    `UID:${i}-${below(2 ** 31).toString(36)}@example.org`,
    ...(below(2) ? [`ORGANIZER;CN=${pick(people)}:mailto:desk@example.org`, ...attendees(draw)] : []),
    `CREATED:${written}`,
    `DESCRIPTION:${escape(Array.from({ length: below(5) }, () => `${sentence(draw)}, ${sentence(draw)}.`).join('\n'))}`,
    `LAST-MODIFIED:${written}`,
    `LOCATION:${escape(`${between(1, 99)}, rue ${pick(words)}, Paris`)}`,
    `SEQUENCE:${below(4)}`,
    `STATUS:${pick(['CONFIRMED', 'CONFIRMED', 'TENTATIVE'])}`,
    `SUMMARY:${escape(sentence(draw))}`,
    `TRANSP:${pick(['OPAQUE', 'OPAQUE', 'TRANSPARENT'])}`,
    ...(below(3) === 0 ? [`CATEGORIES:${pick(words).toUpperCase()},${pick(words).toUpperCase()}`] : []),
    ...(below(3) === 0 ? ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:This is an event reminder', `TRIGGER:-P0DT0H${between(1, 59)}M0S`, 'END:VALARM'] : []),
    'END:VEVENT',
  ].map(fold);
}

/** A calendar file of that many bytes, as a shared calendar exports it: one event in eight recurs. */
export function calendarFile(bytes, seed = 10) {
  const draw = random(seed);
  const lines = [];
  for (let i = 0, size = 0; size < bytes; ++i) {
    const event = fullEvent(draw, i);
    size += event.reduce((sum, line) => sum + Buffer.byteLength(line) + 2, 0);
    lines.push(...event);
  }
  return calendar(lines);
}

const yearly = [
  (draw) => `FREQ=WEEKLY;BYDAY=${some(draw, days)}`,
  () => 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  (draw) => `FREQ=WEEKLY;INTERVAL=2;BYDAY=${some(draw, days)}`,
  () => 'FREQ=DAILY',
  ({ between }) => `FREQ=DAILY;INTERVAL=${between(2, 5)}`,
  ({ between, pick }) => `FREQ=MONTHLY;BYDAY=${between(1, 4)}${pick(days)}`,
  ({ between }) => `FREQ=MONTHLY;BYMONTHDAY=${between(1, 28)}`,
];

/** 2,000 recurring events that began in 2025, in two zones: `[{uid, start, timeZone, rule, title}]`. */
export function recurringEvents(seed = 2000) {
  const draw = random(seed);
  return Array.from({ length: 2000 }, (_, i) => ({
    uid: `r${i}@example.org`,
    start: `2025${two(draw.between(1, 12))}${two(draw.between(1, 28))}T${two(draw.between(7, 18))}${draw.pick(['00', '15', '30'])}00`,
    timeZone: i % 2 ? 'America/New_York' : 'Europe/Paris',
    rule: draw.pick(yearly)(draw),
    title: sentence(draw),
  }));
}

export const recurringFile = (events) =>
  calendar(
    events.flatMap(({ uid, start, timeZone, rule, title }) => [
      'BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20250101T000000Z', `DTSTART;TZID=${timeZone}:${start}`, 'DURATION:PT1H', `RRULE:${rule}`, fold(`SUMMARY:${title}`), 'END:VEVENT',
    ]),
  );
