import { core } from "../core";
import { now } from "../desk/clock";
import type { Calendar, Conflict, Event, NewEntry, ProblemEvent } from "../desk/types";
import type { Agenda } from "./agenda";
import { isoDuration, type Local } from "./when";

/** What the form of a new event holds. */
export interface Draft {
  title: string;
  start: Local;
  minutes: number;
  people: readonly string[];
  location: string;
  room: string;
  note: string;
}

/** The event as it is kept: JSCalendar (RFC 8984). */
export function eventOf(draft: Draft, uid: string, zone: string, at: string): Event {
  const place = draft.location || draft.room;
  return {
    "@type": "Event",
    uid,
    sequence: 0,
    created: at,
    updated: at,
    title: draft.title,
    start: draft.start,
    timeZone: zone,
    duration: isoDuration(draft.minutes),
    ...(place && { locations: { "1": { "@type": "Location", name: place } } }),
    ...(draft.note && { description: draft.note }),
  };
}

const asProblemEvent = (draft: Draft, uid: string, zone: string): ProblemEvent => ({
  uid,
  title: draft.title,
  start: draft.start,
  timeZone: zone,
  duration: isoDuration(draft.minutes),
  isNew: true,
  people: draft.people.map((id) => ({ id, role: "required" as const })),
  ...(draft.room && { room: draft.room, rooms: [draft.room] }),
});

/** What the core says against a new event there; its week is looked at, whichever is shown. */
export async function conflictsOf(draft: Draft, uid: string, agenda: Agenda): Promise<readonly Conflict[]> {
  const problem = await agenda.problemOf(draft.start.slice(0, 10));
  const relais = await core();
  const events = [...problem.events, asProblemEvent(draft, uid, agenda.zone)];
  return (await relais.agenda.conflicts({ ...problem, events, only: [uid] })).conflicts;
}

/** Puts the event into the calendar of each of its people, as one step. */
export async function bookEvent(draft: Draft, uid: string, agenda: Agenda): Promise<void> {
  const { desk, zone } = agenda;
  const event = eventOf(draft, uid, zone, now.instant());
  const calendars = desk.state.calendars.filter(({ person }) => draft.people.includes(person));
  const changed = calendars.map((calendar): Calendar => ({
    ...calendar,
    events: [...calendar.events, event],
    changed: true,
  }));
  const payload = { uid, title: draft.title, start: draft.start, timeZone: zone, people: [...draft.people] };
  const entries: NewEntry[] = [desk.entry("event.booked", uid, payload, calendars[0]?.client)];
  await desk.change({ label: "bookedEvent", calendars: changed, entries });
}
