import { core } from "../core";
import { daysBetween, instantOf, now, plusDays } from "./clock";
import { emptyContents, type Contents } from "./contents";
import { newSalt } from "./salt";
import type { Calendar, NewEntry, Policy, Request } from "./types";

/**
 * The sample desk (web/sample), moved to the present: calendars by whole weeks to this week, requests and journal by
 * whole days so that their second day was yesterday.
 */
const files = import.meta.glob<string>("../../sample/*.{ics,json,jsonl}", { query: "?raw", import: "default" });

const sampleMonday = "2026-11-23";
const sampleLastDay = "2026-11-24";
/** Whose calendar a file is; the client is the one of `contacts` in the policy. */
const calendarFiles = ["dr-petit", "m-moreau", "me-laurent"];

export async function sampleDesk(): Promise<Contents> {
  const relais = await core();
  const weeks = Math.round(daysBetween(sampleMonday, now.monday()) / 7) * 7;
  const days = daysBetween(sampleLastDay, plusDays(now.today(), -1));
  const policy = JSON.parse(await read("policy.json")) as Policy;
  const calendars = await Promise.all(calendarFiles.map(async (person): Promise<Calendar> => {
    const text = shiftCompact(await read(`${person}.ics`), weeks);
    const got = await relais.calendar.import({ format: "ics", text });
    return { client: clientOf(policy, person), person, name: got.calendar.name ?? person, events: got.events, tasks: got.tasks };
  }));
  const { requests } = await relais.triage.import({ format: "jsonl", text: shift(await read("requests.jsonl"), days) });
  const made = JSON.parse(shift(await read("journal.json"), days)) as { add: NewEntry[] };
  const entries = [...await received(requests, policy), ...made.add].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const add = entries.map((entry) => ({ ...entry, salt: newSalt() }));
  const appended = await relais.journal.append({ add });
  return { ...emptyContents(), origin: "sample", policy, calendars, entries: appended.entries, tip: appended.tip };
}

/** What was received, and what the engine said about it then. */
async function received(requests: Request[], policy: Policy): Promise<NewEntry[]> {
  const by = policy.assistants?.[0]?.id ?? "desk";
  const { triage } = await core();
  const { items } = await triage.rank({ requests, policy, now: latest(requests) });
  const said = new Map(items.map((item) => [item.id, item]));
  return requests.flatMap((request) => {
    const about = { at: instantOf(request.receivedAt, request.timeZone), by, ref: request.id, ...(request.client && { client: request.client }) };
    const item = said.get(request.id);
    return [
      { ...about, type: "request.received", payload: { request } },
      ...(item ? [{ ...about, type: "request.triaged", payload: triaged(item) }] : []),
    ];
  });
}

/** The payload of `request.triaged`: what the engine said, without its reasons. */
export function triaged(item: import("./types").TriageItem): Record<string, unknown> {
  const { priority, category, action, deadline, firstResponseDue, resolutionDue, route } = item;
  const said = { priority, category, action, deadline, firstResponseDue, resolutionDue, route };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== null));
}

const latest = (requests: Request[]) =>
  requests.map(({ receivedAt, timeZone }) => instantOf(receivedAt, timeZone)).sort().at(-1) ?? now.instant();

const clientOf = (policy: Policy, person: string) =>
  policy.clients?.find(({ contacts }) => contacts?.some(({ id }) => id === person))?.id ?? person;

async function read(name: string): Promise<string> {
  const load = files[`../../sample/${name}`];
  if (!load) throw new Error(`sample/${name} is missing`);
  return load();
}

const shift = (text: string, days: number) =>
  text.replace(/\b20\d\d-\d\d-\d\d(?=\b|T)/g, (day) => plusDays(day, days));

/** The days of iCalendar properties; the rules of zones begin in 1970 and stay. */
const shiftCompact = (text: string, days: number) =>
  text.replace(/(?<=[:,=])(20\d\d)(\d\d)(\d\d)(?=T|\b)/g, (_, year, month, day) =>
    plusDays(`${year}-${month}-${day}`, days).replaceAll("-", ""));
