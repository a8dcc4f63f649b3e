import { core } from "../core";
import type { Desk } from "../desk/desk";
import type { Calendar, NewEntry, SolutionEvent } from "../desk/types";
import { replaced } from "./replaced";

const different = <T>(items: readonly T[], name: (item: T) => string): T[] => [...new Map(items.map((item) => [name(item), item])).values()];

/**
 * Makes answers of the engine real: in every calendar that holds one of the events, as one step that can be undone.
 * What has to be told to outside organizers waits in the calendar's `outgoing`.
 */
export async function applyAnswers(desk: Desk, answers: readonly SolutionEvent[], label: string): Promise<void> {
  const { agenda } = await core();
  const uids = new Set(answers.map((answer) => answer.uid));
  const calendars: Calendar[] = [];
  const entries: NewEntry[] = [];
  for (const calendar of desk.state.calendars) {
    const events = calendar.events.filter((event) => uids.has(event.uid));
    if (!events.length) continue;
    const here = answers.filter((answer) => events.some((event) => event.uid === answer.uid));
    const applied = await agenda.apply({ events, solution: solutionOf(here) });
    const outgoing = [...(calendar.outgoing ?? []), ...applied.messages];
    calendars.push({ ...calendar, events: replaced(calendar.events, applied.events), changed: true, ...(outgoing.length && { outgoing }) });
    entries.push(...applied.entries);
  }
  const once = different(entries, ({ type, ref, payload }) => `${type} ${ref} ${String(payload["recurrenceId"] ?? "")}`);
  await desk.change({ label, calendars, entries: once.map((entry) => ({ ...desk.entry(entry.type, entry.ref, entry.payload, entry.client) })) });
}

/** Answers as the engine's own form: what a person decided is a solution too. */
function solutionOf(events: SolutionEvent[]) {
  return { status: "feasible" as const, cost: 0, bound: 0, gap: 0, events, unresolved: [], effort: 0, stopped: "done" as const };
}
