import { core } from "../core";
import { now, plusDays } from "./clock";
import type { Contents } from "./contents";
import type { Conflict, DeskFold, Problem, Request, TriageItem } from "./types";

/** What the core computed from the desk. A part is null until its first answer. */
export interface Derived {
  /** The fold of the journal. */
  fold: DeskFold | null;
  /** The open requests, by id. */
  requests: ReadonlyMap<string, Request>;
  triage: { items: ReadonlyMap<string, TriageItem>; order: readonly { id: string; because: unknown }[] } | null;
  /** The shown week as a problem, and its conflicts. `week` is its Monday. */
  agenda: { week: string; problem: Problem; conflicts: readonly Conflict[] } | null;
  /** What `report.indicators` says of the last seven days. */
  indicators: Record<string, unknown> | null;
  /** False when the chain of the journal does not hold; checked once a session. */
  journalHolds: boolean | null;
  /** What failed, by part: an error of the core. */
  errors: Readonly<Partial<Record<"fold" | "triage" | "agenda" | "indicators", unknown>>>;
}

export const emptyDerived: Derived = {
  fold: null, requests: new Map(), triage: null, agenda: null, indicators: null, journalHolds: null, errors: {},
};

type Source = Contents & { week: string };

/** Keeps `Derived` in step with the desk: each part is asked of the core again when what it depends on has changed. */
export class Deriver {
  #asked = 0;

  constructor(private readonly tell: (part: Partial<Derived>) => void) {}

  follow(source: Source): void {
    this.#asked += 1;
    const mine = this.#asked;
    void agendaOf(source).then((agenda) => mine === this.#asked && this.tell({ agenda }), () => undefined);
  }

  /** Answers that are under way are dropped. */
  forget(): void {
    this.#asked += 1;
  }
}

async function agendaOf({ calendars, policy, week }: Source): Promise<Derived["agenda"]> {
  const { agenda } = await core();
  const problem = await agenda.problem({ calendars, policy, from: week, to: plusDays(week, 7), now: now.instant() });
  return { week, problem, conflicts: (await agenda.conflicts(problem)).conflicts };
}
