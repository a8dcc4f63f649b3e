import { core } from "../core";
import type { Desk } from "../desk/desk";
import type { Calendar, NewEntry, Policy, Problem, SolutionEvent } from "../desk/types";
import { replaced } from "./replaced";

const different = <T>(items: readonly T[], name: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [name(item), item])).values(),
];

/** E-mail addresses of the desk's own people: what their organizer asks for needs no proposal. */
function ownAddresses({ clients = [], assistants = [] }: Policy): string[] {
  const contacts = clients.flatMap((client) => client.contacts ?? []);
  const emails = [...contacts, ...assistants].map(({ email }) => email);
  const addresses = clients.flatMap((client) => (client["addresses"] as string[] | undefined) ?? []);
  return [
    ...new Set([...addresses, ...emails].filter((one): one is string => typeof one === "string" && one.includes("@"))),
  ];
}

/** The people of an event as this desk knows them; the calendars know only whom they invite. */
function withPeople(entry: NewEntry, problem: Problem | undefined): NewEntry {
  const { recurrenceId = null } = entry.payload;
  const event = problem?.events.find((one) => one.uid === entry.ref && (one.recurrenceId ?? null) === recurrenceId);
  return event?.people ? { ...entry, payload: { ...entry.payload, people: event.people.map(({ id }) => id) } } : entry;
}

/**
 * Makes answers of the engine real: in every calendar that holds one of the events, as one step that can be undone.
 * What has to be told to others waits in the calendar's `outgoing`.
 */
export async function applyAnswers(desk: Desk, answers: readonly SolutionEvent[], label: string): Promise<void> {
  const { agenda } = await core();
  const { policy, derived } = desk.state;
  const uids = new Set(answers.map((answer) => answer.uid));
  const ours = ownAddresses(policy);
  const calendars: Calendar[] = [];
  const entries: NewEntry[] = [];
  for (const calendar of desk.state.calendars) {
    const events = calendar.events.filter((event) => uids.has(event.uid));
    if (!events.length) continue;
    const applied = await agenda.apply({ events, solution: solutionOf([...answers]), ours });
    if (!applied.events.length) continue;
    const outgoing = [...(calendar.outgoing ?? []), ...applied.messages];
    calendars.push({
      ...calendar,
      events: replaced(calendar.events, applied.events),
      changed: true,
      ...(outgoing.length && { outgoing }),
    });
    entries.push(...applied.entries.map((entry) => desk.entry(entry.type, entry.ref, entry.payload, calendar.client)));
  }
  const once = different(
    entries,
    ({ type, ref, payload }) => `${type} ${ref} ${String(payload["recurrenceId"] ?? "")}`,
  );
  await desk.change({ label, calendars, entries: once.map((entry) => withPeople(entry, derived.agenda?.problem)) });
}

/** The engine's own form: what a person decided is a solution too. */
function solutionOf(events: SolutionEvent[]) {
  return {
    status: "feasible" as const,
    cost: 0,
    bound: 0,
    gap: 0,
    events,
    unresolved: [],
    effort: 0,
    stopped: "done" as const,
  };
}
