// The model that the general solvers are given, the best of those tried: set packing over (start, room), one column a
// start and room, one more for leaving an event out, a row for each person and slot and each room and slot. It covers
// what the weeks of this bench hold: required people, fixed offsets, rooms, buffers after, windows.
const offsets = { 'Etc/UTC': 0, 'Etc/GMT-1': 60, 'Asia/Kolkata': 330, 'Etc/GMT+5': -300, 'Etc/GMT+8': -480 };
const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

const minutes = (text) => Date.parse(text.endsWith('Z') ? text : `${text}Z`) / 60000;
const clock = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
export function span(text) {
  const [, days, hours, rest] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text);
  return (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(rest ?? 0);
}

const blocksOf = ({ busy = [] }) => busy.map(({ start, end }) => [minutes(start), minutes(end)]);
const isFree = (blocks, from, to) => blocks.every(([start, end]) => to <= start || end <= from);

function works({ hours, timeZone }, from, to) {
  const shift = offsets[timeZone];
  const midnight = Math.floor((from + shift) / 1440) * 1440;
  const day = hours[weekdays[new Date((from + shift) * 60000).getUTCDay()]] ?? [];
  return day.some(([start, end]) => from + shift >= midnight + clock(start) && to + shift <= midnight + clock(end));
}

function costOf(event, start, room, step) {
  const distance = Math.abs(start - minutes(event.start)) / step;
  if (event.isNew) return event.cost.perStep * distance;
  const otherRoom = event.room !== undefined && event.room !== room;
  return (distance ? event.cost.moved : 0) + event.cost.perStep * distance + (otherRoom ? event.cost.roomChanged : 0);
}

/** `{groups: [[column]], rows: [[column]], columns: [{event, start, room, cost}]}`; exactly one of a group, at most one of a row. */
export function packing(problem) {
  const step = span(problem.grid);
  const people = new Map(problem.people.map((one) => [one.id, { ...one, blocks: blocksOf(one) }]));
  const rooms = new Map(problem.rooms.map((one) => [one.id, blocksOf(one)]));
  const columns = [];
  const groups = [];
  const rows = new Map();
  const take = (resource, from, to, column) => {
    for (let slot = from; slot < to; slot += step) {
      const key = `${resource} ${slot}`;
      if (!rows.has(key)) rows.set(key, []);
      rows.get(key).push(column);
    }
  };
  problem.events.forEach((event, place) => {
    const length = span(event.duration);
    const buffer = event.bufferAfter ? span(event.bufferAfter) : 0;
    const who = event.people.map(({ id }) => people.get(id));
    const group = [columns.length];
    columns.push({ event: place, start: null, room: null, cost: event.cost.unscheduled });
    for (const window of event.windows) {
      for (let start = minutes(window.start); start + length <= minutes(window.end); start += step) {
        if (!who.every((one) => works(one, start, start + length) && isFree(one.blocks, start, start + length + buffer))) continue;
        for (const room of event.rooms ?? [null]) {
          if (room && !isFree(rooms.get(room), start, start + length)) continue;
          const cost = costOf(event, start, room ?? undefined, step);
          if (cost >= event.cost.unscheduled) continue;
          const column = columns.length;
          group.push(column);
          columns.push({ event: place, start, room, cost });
          for (const { id } of who) take(id, start, start + length + buffer, column);
          if (room) take(room, start, start + length, column);
        }
      }
    }
    groups.push(group);
  });
  const distinct = new Map([...rows.values()].filter((row) => row.length > 1).map((row) => [row.join(), row]));
  return { columns, groups, rows: [...distinct.values()] };
}

/** The solution that chosen columns stand for, in the form that the referee reads. */
export function solutionOf(problem, { columns }, chosen) {
  const local = (start) => new Date(start * 60000).toISOString().slice(0, 19);
  const events = chosen.map((column) => {
    const { event, start, room } = columns[column];
    const { uid } = problem.events[event];
    return start === null ? { uid, state: 'unscheduled' } : { uid, state: 'kept', start: local(start), ...(room && { room }) };
  });
  return { events, cost: chosen.reduce((sum, column) => sum + columns[column].cost, 0) };
}

/** What calendars do: keep what fits where it is, then the first place that fits, the most important first. */
export function greedy({ columns, groups, rows }) {
  const rowsOf = columns.map(() => []);
  rows.forEach((row, i) => row.forEach((column) => rowsOf[column].push(i)));
  const taken = new Uint8Array(rows.length);
  const chosen = groups.map(() => null);
  const place = (group, i, only) => {
    const column = group.slice(1).find((one) => (!only || columns[one].cost === 0) && rowsOf[one].every((row) => !taken[row]));
    if (column === undefined) return;
    chosen[i] = column;
    for (const row of rowsOf[column]) taken[row] = 1;
  };
  const order = groups.map((_, i) => i).sort((a, b) => columns[groups[b][0]].cost - columns[groups[a][0]].cost || a - b);
  for (const i of order) place(groups[i], i, true);
  for (const i of order) if (chosen[i] === null) place(groups[i], i, false);
  return chosen.map((column, i) => column ?? groups[i][0]);
}
