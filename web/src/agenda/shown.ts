import { core, type Occurrence } from "../core";
import { eventKey } from "../desk/contents";
import type { DeskState } from "../desk/desk";
import type { Calendar, Event, Problem, ProblemEvent } from "../desk/types";
import { addDays, at, instantOf, localOf, type Day, type Local } from "./when";

/** One occurrence as the page shows it, however many calendars hold it; times are in the zone of the agenda. */
export interface Shown {
  key: string;
  uid: string;
  recurrenceId: string | null;
  title: string;
  client: string;
  start: Local;
  end: Local;
  allDay: boolean;
  /** Ids of the people whose time it takes or in whose calendar it is. */
  people: string[];
  optional: string[];
  room: string | null;
  /** Occupies nobody: free, cancelled, or declined by everyone here. */
  quiet: boolean;
  cancelled: boolean;
  /** The event of the first calendar that holds it, as it is kept there. */
  event: Event;
  problem: ProblemEvent | null;
  location: string;
  guests: readonly Guest[];
}

/** Someone invited, as `calendar.expand` says it. */
export interface Guest {
  name?: string;
  email?: string;
}

/** The days of a week, from its Monday. */
export const weekDays = (monday: Day): Day[] => [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(monday, n));

/** The zone in which the agenda is drawn: that of its problem; the last known until there is one. */
export const agendaZone = (state: DeskState, otherwise: string): string =>
  state.derived.agenda?.problem.timeZone ?? otherwise;

type Expanded = { window: string; occurrences: Promise<Occurrence[]> };
const expansions = new WeakMap<Calendar, Expanded>();

function occurrencesOf(calendar: Calendar, monday: Day, zone: string): Promise<Occurrence[]> {
  const window = `${monday} ${zone}`;
  const known = expansions.get(calendar);
  if (known?.window === window) return known.occurrences;
  const from = instantOf(at(monday, 0), zone);
  const to = instantOf(at(addDays(monday, 7), 0), zone);
  const occurrences = core()
    .then((relais) => relais.calendar.expand({ events: calendar.events, from, to, timeZone: zone }))
    .then((answer) => answer.occurrences);
  expansions.set(calendar, { window, occurrences });
  occurrences.catch(() => expansions.delete(calendar));
  return occurrences;
}

const isOff = (occurrence: Occurrence) =>
  occurrence["status"] === "cancelled" || occurrence["freeBusyStatus"] === "free";

function shownOf(
  occurrence: Occurrence,
  calendar: Calendar,
  event: Event,
  problem: ProblemEvent | null,
  known: boolean,
  zone: string,
): Shown {
  const local = (instant: string) => localOf(instant, zone);
  return {
    key: eventKey(occurrence),
    uid: occurrence.uid,
    recurrenceId: occurrence.recurrenceId ?? null,
    title: occurrence.title ?? event.title ?? "",
    client: problem?.client ?? calendar.client,
    start: local(occurrence.start),
    end: local(occurrence.end),
    allDay: occurrence.allDay ?? false,
    people: (problem?.people ?? []).map((one) => one.id),
    optional: (problem?.people ?? []).filter((one) => one.role === "optional").map((one) => one.id),
    room: problem?.room ?? null,
    quiet: known ? !problem : isOff(occurrence),
    cancelled: occurrence["status"] === "cancelled",
    event,
    problem,
    location: (occurrence["location"] as string | undefined) ?? "",
    guests: (occurrence["participants"] as Guest[] | undefined) ?? [],
  };
}

/** Everything of the week that begins on `monday`, by start. One UID is one event; whoever holds it is of it. */
export async function shownWeek(
  state: DeskState,
  monday: Day,
  zone: string,
  problem: Problem | null,
): Promise<Shown[]> {
  const wanted = new Map((problem?.events ?? []).map((event) => [eventKey(event), event]));
  const found = new Map<string, Shown>();
  for (const calendar of state.calendars) {
    const events = new Map(calendar.events.map((event) => [event.uid, event]));
    for (const occurrence of await occurrencesOf(calendar, monday, zone)) {
      const key = eventKey(occurrence);
      const known = found.get(key);
      const event = events.get(occurrence.uid);
      if (!event) continue;
      if (!known) found.set(key, shownOf(occurrence, calendar, event, wanted.get(key) ?? null, problem !== null, zone));
      const shown = found.get(key)!;
      if (!shown.people.includes(calendar.person) && !(shown.problem && isOff(occurrence)))
        shown.people.push(calendar.person);
    }
  }
  return [...found.values()].sort((a, b) => a.start.localeCompare(b.start) || a.key.localeCompare(b.key));
}
