import { core } from "../core";
import { eventKey } from "../desk/contents";
import type { Conflict, Problem, ProblemEvent, Reason, Solution, SolutionEvent } from "../desk/types";
import { keyOfNamed } from "./reference";
import { addMinutes, durationMinutes, instantOf, localOf, type Local } from "./when";

/** What a solution changes of one event; times in the zone of the agenda. */
export interface Change {
  key: string;
  event: ProblemEvent;
  answer: SolutionEvent;
  from: { start: Local; end: Local; room: string | null };
  /** Null where the event is left out. */
  to: { start: Local; end: Local; room: string | null } | null;
}

/** A conflict with its events and what the solution would change of them, or why it cannot. */
export interface Proposal {
  conflict: Conflict;
  keys: string[];
  changes: Change[];
  because: Reason[];
}

/** Start and end of a problem's event, or of that event at another local start, in the zone of the agenda. */
export function placeOf(event: ProblemEvent, problem: Problem, start = event.start): { start: Local; end: Local } {
  const instant = instantOf(start, event.timeZone ?? problem.timeZone);
  const local = localOf(instant, problem.timeZone);
  return { start: local, end: addMinutes(local, durationMinutes(event.duration)) };
}

function changeOf(event: ProblemEvent, answer: SolutionEvent, problem: Problem): Change | null {
  const changed =
    answer.state !== "kept" || (answer.room ?? null) !== (event.room ?? null) || (answer.missed ?? []).length > 0;
  if (!changed || (event["isNew"] && answer.state === "kept")) return null;
  const from = { ...placeOf(event, problem), room: event.room ?? null };
  const to =
    answer.state === "unscheduled" ? null : { ...placeOf(event, problem, answer.start), room: answer.room ?? null };
  return { key: eventKey(event), event, answer, from, to };
}

/** Every change of a solution, by the key of its event. */
export function changesOf(events: readonly SolutionEvent[], problem: Problem): Map<string, Change> {
  const known = new Map(problem.events.map((event) => [eventKey(event), event]));
  const changes = new Map<string, Change>();
  for (const answer of events) {
    const event = known.get(eventKey(answer));
    const change = event && changeOf(event, answer, problem);
    if (change) changes.set(change.key, change);
  }
  return changes;
}

const reasonsOf = (because: unknown): Reason[] =>
  (Array.isArray(because) ? because : [because]).filter(
    (one): one is Reason => typeof (one as Reason | null)?.code === "string",
  );

function becauseOf(keys: readonly string[], solution: Solution | null): Reason[] {
  const unresolved = (solution?.unresolved ?? []) as { uid: string; recurrenceId?: string; because: unknown }[];
  return unresolved.filter((one) => keys.includes(eventKey(one))).flatMap((one) => reasonsOf(one.because));
}

export function proposalsOf(
  conflicts: readonly Conflict[],
  problem: Problem,
  solution: Solution | null,
  changes: ReadonlyMap<string, Change>,
): Proposal[] {
  return conflicts.map((conflict) => {
    const keys = conflict.events.map((named) => keyOfNamed(named, problem.events));
    const own = keys.flatMap((key) => changes.get(key) ?? []);
    return { conflict, keys, changes: own, because: becauseOf(keys, solution) };
  });
}

/** The problem with some changes made. */
export function withChanges(problem: Problem, changes: readonly Change[]): Problem {
  const made = new Map(changes.map((change) => [change.key, change]));
  const events = problem.events.flatMap((event): ProblemEvent[] => {
    const change = made.get(eventKey(event));
    if (!change) return [event];
    if (!change.to) return [];
    return [{ ...event, start: change.answer.start, ...(change.answer.room ? { room: change.answer.room } : {}) }];
  });
  return { ...problem, events };
}

/**
 * The changes that have to be made with `seeds`: those that make room for them. The core says which events a change
 * would collide with; what collides and has a change of its own comes along, until nothing more does.
 */
export async function together(
  problem: Problem,
  changes: ReadonlyMap<string, Change>,
  seeds: readonly string[],
): Promise<string[]> {
  const { agenda } = await core();
  const taken = new Set(seeds);
  for (;;) {
    const made = [...taken].flatMap((key) => changes.get(key) ?? []);
    const only = [...new Set(made.map((change) => change.event.uid))];
    if (!only.length) return [];
    const { conflicts } = await agenda.conflicts({ ...withChanges(problem, made), only });
    const touched = conflicts.map((conflict) => conflict.events.map((named) => keyOfNamed(named, problem.events)));
    const more = touched
      .filter((keys) => keys.some((key) => taken.has(key)))
      .flat()
      .filter((key) => changes.has(key) && !taken.has(key));
    if (!more.length) return [...taken];
    more.forEach((key) => taken.add(key));
  }
}
