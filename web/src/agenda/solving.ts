import { core } from "../core";
import { eventKey } from "../desk/contents";
import type { DeskState } from "../desk/desk";
import type { Problem, ProblemEvent, Solution } from "../desk/types";
import { changesOf, placeOf, together, type Change } from "./proposals";
import { redraw } from "../shell/draw";
import { instantOf } from "./when";

export interface Progress {
  cost?: number;
  bound?: number;
  gap?: number;
}

const firstSeconds = 4;
const moreSeconds = 60;

/** Keeps a solution of the shown week in step with the desk: problem or locks change, the search starts again. */
export class Solving {
  solution: Solution | null = null;
  /** The problem that `solution` answers, locks included. */
  problem: Problem | null = null;
  changes: ReadonlyMap<string, Change> = new Map();
  /** The answer of the search and its alternatives, the cheapest first. */
  choices: readonly Solution[] = [];
  /** By the key of a change: all that have to be made with it. */
  groups: ReadonlyMap<string, readonly string[]> = new Map();
  running: Progress | null = null;
  error: unknown = null;
  #asked: { problem: Problem; locks: readonly string[] } | null = null;
  #ending: { abort: AbortController; enough: AbortController } | null = null;

  follow({ derived, locks }: DeskState): void {
    const problem = derived.agenda?.problem;
    if (!problem) return;
    if (this.#asked?.problem === problem && this.#asked.locks === locks) return;
    this.#asked = { problem, locks };
    this.#end();
    const conflicts = derived.agenda?.conflicts ?? [];
    if (conflicts.length) void this.#run(asked(problem, locks), firstSeconds);
    else this.#show(asked(problem, locks), null);
  }

  /** Goes on from the start with more time. */
  again(): void {
    if (this.problem) void this.#run(this.problem, moreSeconds);
  }

  /** Ends the search where it stands; the best found stays. */
  stop(): void {
    this.#ending?.enough.abort();
  }

  /** Shows another of the answers; the first is the cheapest. */
  choose(at: number): void {
    const solution = this.choices[at];
    if (this.problem && solution) this.#show(this.problem, solution);
  }

  #end(): void {
    this.#ending?.abort.abort();
    this.#ending = null;
    this.running = null;
  }

  async #run(problem: Problem, seconds: number): Promise<void> {
    this.#end();
    const ending = (this.#ending = { abort: new AbortController(), enough: new AbortController() });
    this.running = {};
    this.error = null;
    this.choices = [];
    redraw();
    try {
      const options = {
        seconds,
        signal: ending.abort.signal,
        enough: ending.enough.signal,
        onProgress: (progress: Progress) => {
          if (this.#ending !== ending) return;
          this.running = progress;
          redraw();
        },
      };
      const question = { ...problem, alternatives: 2, ...this.#last(problem) };
      const solution = await (await core()).agenda.solve(question, options);
      if (this.#ending !== ending) return;
      this.choices = [solution, ...alternativesOf(solution)];
      this.#show(problem, solution);
    } catch (error) {
      if (this.#ending !== ending) return;
      this.error = error;
      this.#show(problem, null);
    }
  }

  /** What was answered for the same days before: a lock or an accepted change leaves most of it. */
  #last({ horizon }: Problem): { last?: Pick<Solution, "events"> } {
    const before = this.problem?.horizon;
    if (!this.solution || before?.from !== horizon.from || before.to !== horizon.to) return {};
    return { last: { events: this.solution.events } };
  }

  #show(problem: Problem, solution: Solution | null): void {
    this.problem = problem;
    this.solution = solution;
    this.running = null;
    this.#ending = null;
    this.changes = changesOf(solution?.events ?? [], problem);
    this.groups = new Map([...this.changes.keys()].map((key) => [key, [key]]));
    redraw();
    void this.#group(problem, this.changes);
  }

  async #group(problem: Problem, changes: ReadonlyMap<string, Change>): Promise<void> {
    const groups = new Map<string, readonly string[]>();
    for (const key of changes.keys()) groups.set(key, await together(problem, changes, [key]).catch(() => [key]));
    if (this.changes !== changes) return;
    this.groups = groups;
    redraw();
  }
}

/** The alternatives as whole solutions: what they do not say is as in the first. */
function alternativesOf(solution: Solution): Solution[] {
  return ((solution.alternatives ?? []) as Partial<Solution>[])
    .filter(({ events }) => events)
    .map((other) => ({ ...solution, ...other }));
}

/**
 * The problem that is solved: what is over is left out, what has begun stays, nothing moves into the past, and what is
 * locked stays where it is, whoever may move it otherwise.
 */
export function asked(problem: Problem, locks: readonly string[]): Problem {
  const present = problem.now ?? "";
  const all = new Set(locks);
  const isOver = (event: ProblemEvent) => instantOf(placeOf(event, problem).end, problem.timeZone) <= present;
  const events = problem.events
    .filter((event) => !isOver(event))
    .map((event) => (all.has(eventKey(event)) ? { ...event, movable: "no" as const } : event));
  return { ...problem, notice: problem.notice ?? "PT0S", events };
}
