import { eventKey } from "../desk/contents";
import type { ProblemEvent } from "../desk/types";

interface Named {
  uid: string;
  recurrenceId?: string | null;
}

/** How the core names an event in conflicts and reasons: `uid`, or `uid@recurrenceId` for an occurrence. */
export const reference = (event: Named): string =>
  event.recurrenceId ? `${event.uid}@${event.recurrenceId}` : event.uid;

/** The page's key of what a conflict names, whether by reference or as `{uid, recurrenceId}`. */
export function keyOfNamed(named: unknown, events: readonly ProblemEvent[]): string {
  if (typeof named === "string") {
    const found = events.find((event) => reference(event) === named);
    return found ? eventKey(found) : named;
  }
  return eventKey(named as Named);
}

/** Titles by reference, for the wording of reasons. */
export const titlesOf = (events: readonly ProblemEvent[], untitled: string): Record<string, string> =>
  Object.fromEntries(events.map((event) => [reference(event), event.title || untitled]));
