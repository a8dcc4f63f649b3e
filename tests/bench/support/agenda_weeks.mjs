// Re-scheduling weeks drawn from a seed, in the shape of those beside the repository: a week of movable events packed
// without conflict, then private blocks, disruptions thrown on placed events, a room closed for a day and new events.

import { random } from './random.mjs';

const families = {
  calm: { eventsOfAPerson: 4, blocks: 10, disruptions: () => 2, closes: false, fresh: () => 1 },
  std: { eventsOfAPerson: 4, blocks: 10, disruptions: (n) => Math.ceil(n / 6), closes: true, fresh: (n) => Math.ceil(n / 8) },
  tight: { eventsOfAPerson: 8, blocks: 5, disruptions: (n) => Math.ceil(n / 6), closes: true, fresh: (n) => Math.ceil(n / 8) },
};

const step = 15;
const monday = Date.UTC(2026, 2, 9) / 60000;
const offsets = { 'Etc/UTC': 0, 'Etc/GMT-1': 60, 'Asia/Kolkata': 330, 'Etc/GMT+5': -300, 'Etc/GMT+8': -480 };
const zones = ['Etc/UTC', 'Etc/UTC', 'Etc/UTC', 'Etc/UTC', 'Etc/UTC', 'Etc/GMT-1', 'Etc/GMT-1', 'Asia/Kolkata', 'Etc/GMT+5', 'Etc/GMT+8'];
const lengths = [15, 30, 30, 30, 45, 60, 60, 90];
const blockLengths = [30, 30, 30, 30, 30, 30, 60, 60, 60, 60, 120];
const weights = [1, 1, 1, 2, 2, 2, 2, 3, 3, 5];
const sizes = [2, 2, 2, 2, 3, 3, 3, 4, 4, 5];

const local = (minutes) => new Date(minutes * 60000).toISOString().slice(0, 19);
const duration = (minutes) => `PT${minutes >= 60 ? `${Math.floor(minutes / 60)}H` : ''}${minutes % 60 ? `${minutes % 60}M` : ''}`;
const overlap = (a, b) => a.from < b.to && b.from < a.to;
const isFree = (taken, span) => !taken.some((other) => overlap(other, span));

/** A random quarter hour at which everyone works, from Monday to Friday; null if none is met. */
function drawStart({ below }, people, minutes) {
  const earliest = Math.max(...people.map((one) => 540 - one.offset));
  const latest = Math.min(...people.map((one) => 1020 - one.offset)) - minutes;
  if (latest < earliest) return null;
  return monday + below(5) * 1440 + earliest + step * below(Math.floor((latest - earliest) / step) + 1);
}

/** People with an hour or two in common. */
function drawPeople(draw, people) {
  for (let size = Math.min(draw.pick(sizes), people.length), tries = 0; ; ++tries) {
    if (tries % 50 === 49) size = Math.max(size - 1, 1);
    const chosen = new Set();
    while (chosen.size < size) chosen.add(draw.pick(people));
    const offset = [...chosen].map((one) => one.offset);
    if (Math.max(...offset) - Math.min(...offset) <= 480 - 90) return [...chosen];
  }
}

function place(draw, event, rooms) {
  for (let tries = 0; tries < 200; ++tries) {
    const start = drawStart(draw, event.people, event.minutes);
    if (start === null) return false;
    const held = { from: start, to: start + event.minutes + event.buffer };
    const room = event.wantsRoom ? rooms.find((one) => one.capacity >= event.people.length && isFree(one.taken, held)) : null;
    if (room === undefined || !event.people.every((one) => isFree(one.taken, held))) continue;
    for (const one of event.people) one.taken.push(held);
    room?.taken.push(held);
    Object.assign(event, { start, room });
    return true;
  }
  return false;
}

function drawEvent(draw, people) {
  return {
    people: drawPeople(draw, people), minutes: draw.pick(lengths), weight: draw.pick(weights),
    wantsRoom: draw.below(2) === 0, buffer: draw.below(5) === 0 ? 15 : 0, span: draw.below(8),
  };
}

/** Most may go anywhere in the week, some stay within their day or the days around it. */
function windowOf(event) {
  const day = monday + Math.floor((event.start - monday) / 1440) * 1440;
  if (event.span < 2) return [{ start: local(day), end: local(day + 1440) }];
  if (event.span === 2) return [{ start: local(Math.max(monday, day - 1440)), end: local(day + 2880) }];
  return [{ start: local(monday), end: local(monday + 5 * 1440 + 600) }];
}

function written(event, i, rooms) {
  const { weight } = event;
  const fits = rooms.filter((one) => one.capacity >= event.people.length);
  return {
    uid: `e${i}`, title: `Event ${i}`, start: local(event.start), timeZone: 'Etc/UTC', duration: duration(event.minutes),
    people: event.people.map(({ id }) => ({ id, role: 'required' })),
    ...(event.wantsRoom && { rooms: fits.map(({ id }) => id) }), ...(event.room && { room: event.room.id }),
    ...(event.buffer && { bufferAfter: duration(event.buffer) }), importance: weight, movable: 'yes', isNew: event.isNew,
    windows: windowOf(event),
    cost: {
      unscheduled: 1000 * weight, moved: event.isNew ? 0 : 30 * weight, perStep: weight,
      roomChanged: event.isNew || !event.room ? 0 : 5 * weight,
    },
  };
}

/** A problem for `agenda.solve`. */
export function week(family, n, seed) {
  const draw = random(BigInt(seed) * 1000n + BigInt(n) * 7n + BigInt(Object.keys(families).indexOf(family)));
  const shape = families[family];
  const people = Array.from({ length: Math.max(4, Math.round(n / shape.eventsOfAPerson)) }, (_, i) => {
    const timeZone = draw.pick(zones);
    return { id: `p${i}`, timeZone, offset: offsets[timeZone], taken: [], busy: [] };
  });
  const rooms = Array.from({ length: Math.max(2, Math.round(n / 10)) }, (_, i) => ({ id: `r${i}`, capacity: [4, 6, 10][i % 3], taken: [], busy: [] }));
  const fresh = shape.fresh(n);
  const events = Array.from({ length: n }, (_, i) => Object.assign(drawEvent(draw, people), { isNew: i < fresh }));
  for (const event of events) {
    if (event.isNew || !place(draw, event, rooms)) {
      Object.assign(event, { isNew: true, room: null, start: drawStart(draw, event.people, event.minutes) });
    }
  }
  for (const person of people) {
    for (let i = 0; i < shape.blocks; ++i) {
      const minutes = draw.pick(blockLengths);
      for (let tries = 0; tries < 20; ++tries) {
        const from = drawStart(draw, [person], minutes);
        const block = { from, to: from + minutes };
        if (!isFree(person.taken, block) || !isFree(person.busy, block)) continue;
        person.busy.push(block);
        break;
      }
    }
  }
  const placed = events.filter((event) => !event.isNew);
  for (let i = 0; i < shape.disruptions(n) && placed.length > 0; ++i) {
    const event = draw.pick(placed);
    const from = event.start - draw.pick([0, 30, 60]);
    draw.pick(event.people).busy.push({ from, to: from + draw.pick([120, 120, 240]) });
  }
  if (shape.closes) {
    const from = monday + draw.below(5) * 1440;
    rooms[0].busy.push({ from, to: from + 1440 });
  }
  const blocks = (list) => list.map(({ from, to }) => ({ start: `${local(from)}Z`, end: `${local(to)}Z` }));
  const hours = Object.fromEntries(['mo', 'tu', 'we', 'th', 'fr'].map((day) => [day, [['09:00', '17:00']]]));
  return {
    timeZone: 'Etc/UTC', horizon: { start: '2026-03-09', end: '2026-03-15' }, grid: 'PT15M',
    people: people.map(({ id, timeZone, busy }) => ({ id, timeZone, hours, busy: blocks(busy) })),
    rooms: rooms.map(({ id, capacity, busy }) => ({ id, capacity, busy: blocks(busy) })),
    events: events.map((event, i) => written(event, i, rooms)),
  };
}
