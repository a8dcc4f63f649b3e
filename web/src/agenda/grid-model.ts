import { now } from "../desk/clock";
import { agendaWords } from "../words/agenda";
import { clockText, dayText, shortDayText } from "../words/format";
import type { Agenda } from "./agenda";
import type { Box, Column, GridModel } from "./grid";
import { inOrder } from "./names";
import { onDay, openHours } from "./open-hours";
import type { Change } from "./proposals";
import { weekDays, type Shown } from "./shown";
import { dayOf, localOf, minuteOfDay, type Day } from "./when";

const wholeDay = [{ start: 0, end: 1440 }];

/** What stands in one column: the events for which `belongs`, as they are and as the changes would have them. */
interface Place {
  day: Day;
  belongs(event: Shown): boolean;
  /** Whether a changed event comes to stand here; it may change its room. */
  comes(event: Shown, change: Change): boolean;
}

/** The changes that the grid shows: those of a running move, or those previewed. */
function shownChanges(agenda: Agenda): ReadonlyMap<string, Change> {
  const moving = agenda.mover.change;
  if (moving) return new Map([[moving.key, moving]]);
  if (!agenda.previewing || !agenda.proposal) return new Map();
  return new Map(agenda.changesOf(agenda.proposal).map((change) => [change.key, change]));
}

/** Events that a conflict of this week names. */
export function inConflict(agenda: Agenda): ReadonlySet<string> {
  return new Set(agenda.proposals.flatMap(({ keys }) => keys));
}

function more(event: Shown, agenda: Agenda, place?: "new"): string {
  const words = agendaWords();
  const parts = [
    event.allDay ? words.allDay : words.untilClock(clockText(event.end)),
    event.people.length ? words.with(agenda.names.persons(event.people)) : "",
    event.room ? words.in(event.room) : "",
    event.quiet && !event.cancelled ? words.free : "",
    place ? words.newPlace : "",
  ];
  return `, ${parts.filter(Boolean).join(", ")}`;
}

function boxOf(event: Shown, agenda: Agenda, conflict: boolean): Omit<Box, "start" | "end"> {
  const words = agendaWords();
  const marks = [agenda.isLocked(event.key) ? words.locked : "", event.cancelled ? words.cancelled : ""]
    .filter(Boolean)
    .join(" · ");
  return {
    key: event.key,
    title: event.title || words.untitled,
    clock: clockText(event.start),
    more: more(event, agenda),
    tone: agenda.names.tone(event.client),
    selected: event.key === agenda.selected,
    quiet: event.quiet,
    ...(conflict && { conflict: words.conflict }),
    ...(marks && { marks }),
  };
}

function boxesOf(
  event: Shown,
  change: Change | undefined,
  place: Place,
  agenda: Agenda,
  conflicts: ReadonlySet<string>,
): Box[] {
  const box = boxOf(event, agenda, conflicts.has(event.key));
  const boxes: Box[] = [];
  const span = place.belongs(event) ? onDay(event.start, event.end, place.day) : null;
  if (!change) return span ? [{ ...box, ...span }] : [];
  if (span) boxes.push({ ...box, ...span, place: "old" });
  const next = change.to && place.comes(event, change) ? onDay(change.to.start, change.to.end, place.day) : null;
  if (next && change.to) {
    const moved = { ...event, start: change.to.start, end: change.to.end, room: change.to.room };
    boxes.push({ ...box, ...next, place: "new", clock: clockText(change.to.start), more: more(moved, agenda, "new") });
  }
  return boxes;
}

function fill(
  place: Place,
  agenda: Agenda,
  conflicts: ReadonlySet<string>,
  changes: ReadonlyMap<string, Change>,
): Pick<Column, "boxes" | "allDay"> {
  const boxes: Box[] = [];
  const allDay: Box[] = [];
  for (const event of agenda.shown ?? []) {
    if (!event.allDay) boxes.push(...boxesOf(event, changes.get(event.key), place, agenda, conflicts));
    else if (place.belongs(event) && dayOf(event.start) <= place.day && place.day < dayOf(event.end)) {
      allDay.push({ ...boxOf(event, agenda, conflicts.has(event.key)), clock: "", start: 0, end: 0 });
    }
  }
  return { boxes, allDay };
}

const ofPerson = (person: string, day: Day): Place => ({
  day,
  belongs: (event) => event.people.includes(person),
  comes: (event, change) => event.people.includes(person) && !(change.answer.missed ?? []).includes(person),
});

const ofRoom = (room: string, day: Day): Place => ({
  day,
  belongs: (event) => event.room === room,
  comes: (_event, change) => change.to?.room === room,
});

function dayColumns(agenda: Agenda): Column[] {
  const { state } = agenda.desk;
  const problem = state.derived.agenda?.problem;
  const [conflicts, changes] = [inConflict(agenda), shownChanges(agenda)];
  const people = inOrder(state.calendars, agenda.names).map((calendar): Column => ({
    id: `person ${calendar.person}`,
    label: agenda.names.person(calendar.person),
    note: agenda.names.client(calendar.client),
    tone: agenda.names.tone(calendar.client),
    open: problem
      ? openHours(
          problem.people.find(({ id }) => id === calendar.person),
          problem,
          agenda.day,
        )
      : wholeDay,
    ...fill(ofPerson(calendar.person, agenda.day), agenda, conflicts, changes),
  }));
  const rooms = (problem?.rooms ?? []).map(({ id }): Column => ({
    id: `room ${id}`,
    label: id,
    note: agendaWords().rooms,
    open: wholeDay,
    ...fill(ofRoom(id, agenda.day), agenda, conflicts, changes),
  }));
  return [...people, ...rooms];
}

function weekColumns(agenda: Agenda): Column[] {
  const { state } = agenda.desk;
  const problem = state.derived.agenda?.problem;
  const person = agenda.weekPerson ?? state.calendars[0]?.person ?? "";
  const [conflicts, changes] = [inConflict(agenda), shownChanges(agenda)];
  const today = todayIn(agenda);
  return weekDays(state.week).map((day): Column => ({
    id: `day ${day}`,
    label: shortDayText(day),
    isToday: day === today,
    open: problem
      ? openHours(
          problem.people.find(({ id }) => id === person),
          problem,
          day,
        )
      : wholeDay,
    ...fill(ofPerson(person, day), agenda, conflicts, changes),
  }));
}

export const todayIn = (agenda: Agenda): Day => dayOf(localOf(now.instant(), agenda.zone));

/** The day of a column: its own in the week of a person, else the day shown. */
export const dayOfColumn = (column: string, agenda: Agenda): Day =>
  column.startsWith("day ") ? column.slice(4) : agenda.day;

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

export function gridModel(agenda: Agenda): GridModel {
  const columns = agenda.mode === "day" ? dayColumns(agenda) : weekColumns(agenda);
  const local = localOf(now.instant(), agenda.zone);
  const hasNow =
    agenda.mode === "day" ? agenda.day === dayOf(local) : weekDays(agenda.desk.state.week).includes(dayOf(local));
  const boxes = columns.flatMap((column) =>
    [...column.allDay, ...column.boxes].map((box) => `${column.id}|${box.key}`),
  );
  if (!agenda.focusBox || !boxes.includes(agenda.focusBox)) agenda.focusBox = boxes[0] ?? null;
  return {
    label: dayText(agenda.day),
    columns,
    hours,
    allDayLabel: agendaWords().allDay,
    focusBox: agenda.focusBox,
    isWeek: agenda.mode === "week",
    nowMinute: hasNow ? minuteOfDay(local) : null,
    nowLabel: agendaWords().nowIs(clockText(local)),
  };
}
