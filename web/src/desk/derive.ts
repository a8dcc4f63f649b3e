import { core, coreBehind } from "../core";
import { instantOf, now, plusDays } from "./clock";
import type { Contents } from "./contents";
import { corrected, correctedOrder, correctionsOf, type Correction } from "./corrections";
import type { Conflict, DeskFold, JournalLine, Problem, Request, TriageItem } from "./types";

/** What the core computed from the desk. A part is null until its first answer. */
export interface Derived {
  /** The fold of the journal: tasks, requests, handovers, absences. */
  fold: DeskFold | null;
  /** The open requests as they were received, by id. */
  requests: ReadonlyMap<string, Request>;
  triage: { items: ReadonlyMap<string, TriageItem>; order: readonly { id: string; because: unknown }[] } | null;
  /** The shown week as a problem, and its conflicts that are not over. `week` is its Monday. */
  agenda: { week: string; problem: Problem; conflicts: readonly Conflict[] } | null;
  /** Appointments of the present day, each once however many calendars hold it. */
  today: number | null;
  /** What `report.indicators` says of the last seven days. */
  indicators: Record<string, unknown> | null;
  /** False when the chain of the journal does not hold; checked when the desk is opened. */
  journalHolds: boolean | null;
  /** What failed, by part: an error of the core. */
  errors: Readonly<Partial<Record<PartName, unknown>>>;
}

type PartName = "fold" | "triage" | "agenda" | "today" | "indicators" | "journal";
type Source = Contents & { week: string };

export const emptyDerived: Derived = {
  fold: null, requests: new Map(), triage: null, agenda: null, today: null, indicators: null, journalHolds: null, errors: {},
};

/** Indicators wait until nothing has changed for so many milliseconds: they read the whole journal. */
const indicatorsAfter = 400;

/** The newest question of its kind: answers that were overtaken are dropped. */
class Lane {
  #inputs: readonly unknown[] | undefined;
  #asked = 0;

  constructor(private readonly name: PartName, private readonly tell: (part: Partial<Derived>, name: PartName, error?: unknown) => void) {}

  async ask(inputs: readonly unknown[], work: () => Promise<Partial<Derived>>): Promise<void> {
    const before = this.#inputs;
    if (before?.length === inputs.length && before.every((input, at) => input === inputs[at])) return;
    this.#inputs = inputs;
    const mine = ++this.#asked;
    const settle = (part: Partial<Derived>, error?: unknown) => {
      if (mine === this.#asked) this.tell(part, this.name, error);
    };
    await work().then(settle, (error: unknown) => settle({}, error));
  }

  forget(): void {
    this.#asked += 1;
    this.#inputs = undefined;
  }
}

/** Keeps `Derived` in step with the desk: each part is asked of the core again when what it depends on has changed. */
export class Deriver {
  #derived: Derived = emptyDerived;
  #lanes: Record<PartName, Lane>;
  #verified = false;
  #ranked: Ranked | undefined;
  #corrected: JournalLine[] | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly changed: (derived: Derived) => void) {
    const lane = (name: PartName) => new Lane(name, (part, of, error) => this.#tell(part, of, error));
    this.#lanes = {
      fold: lane("fold"), triage: lane("triage"), agenda: lane("agenda"), today: lane("today"),
      indicators: lane("indicators"), journal: lane("journal"),
    };
  }

  /** The desk as it now is. */
  follow(source: Source): void {
    const { entries, policy, calendars, withheld, week } = source;
    const lanes = this.#lanes;
    this.#correct(entries);
    void lanes.fold.ask([entries], () => foldOf(entries)).then(() => this.#followRequests(source));
    void lanes.agenda.ask([calendars, policy, week], () => agendaOf(source));
    void lanes.today.ask([calendars, now.today()], () => todayOf(source));
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void lanes.indicators.ask([entries, policy, now.today()], () => indicatorsOf(source)), indicatorsAfter);
    if (!this.#verified) {
      this.#verified = true;
      void lanes.journal.ask([], () => verify(entries, withheld));
    }
  }

  /** Drops answers that are under way, and what was answered. */
  forget(): void {
    Object.values(this.#lanes).forEach((lane) => lane.forget());
    clearTimeout(this.#later);
    this.#ranked = this.#corrected = undefined;
    this.#verified = false;
    this.#derived = emptyDerived;
  }

  #followRequests({ entries, policy }: Source): void {
    const { requests, fold } = this.#derived;
    // The hour matters to a ranking: ask again at least every five minutes.
    const moment = Math.floor(Date.now() / 300_000);
    void this.#lanes.triage.ask([requests, policy, moment], async () => {
      const corrections = correctionsOf(entries);
      this.#ranked = await rank(requests, fold, corrections, policy);
      this.#corrected = entries;
      return { triage: { items: corrected(this.#ranked.items, corrections), order: this.#ranked.order } };
    });
  }

  /** A correction shows at once; the engine's new ranking comes after. */
  #correct(entries: JournalLine[]): void {
    if (!this.#ranked || this.#corrected === entries) return;
    this.#corrected = entries;
    this.#derived = { ...this.#derived, triage: withCorrections(this.#ranked, correctionsOf(entries)) };
    this.changed(this.#derived);
  }

  #tell(part: Partial<Derived>, name: PartName, error?: unknown): void {
    const { [name]: _, ...others } = this.#derived.errors;
    const errors = error === undefined ? others : { ...others, [name]: error };
    this.#derived = { ...this.#derived, ...part, errors };
    this.changed(this.#derived);
  }
}

async function foldOf(entries: JournalLine[]): Promise<Partial<Derived>> {
  const fold = await (await coreBehind()).journal.state({ entries });
  return { fold, requests: openRequests(fold, entries) };
}

/** The requests that the fold counts as open, in the order in which they came. */
function openRequests(fold: DeskFold, entries: readonly JournalLine[]): Map<string, Request> {
  const open = new Set(fold.tasks.filter((task) => task.open && task.kind === "request").map((task) => task.id));
  const requests = new Map<string, Request>();
  for (const { head, payload } of entries) {
    if (head.type !== "request.received" || !open.has(head.ref) || !payload?.["request"]) continue;
    requests.set(head.ref, payload["request"] as Request);
  }
  return requests;
}

interface Ranked {
  items: readonly TriageItem[];
  order: readonly { id: string; because: unknown }[];
}

/** The core's model of this desk is made anew from its corrections, so that an undone one is unlearned. */
async function rank(requests: ReadonlyMap<string, Request>, fold: DeskFold | null, corrections: ReadonlyMap<string, Correction>,
  policy: Source["policy"]): Promise<Ranked> {
  const { triage } = await coreBehind();
  const taught = [...corrections.values()].map(({ by: _, ...said }) => said);
  const learned = taught.length ? await triage.learn({ corrections: taught }) : undefined;
  const said = taught.map(({ request, ...members }) => ({ id: request.id, ...members }));
  return triage.rank({ requests: [...requests.values()], policy, ...learned, corrections: said, ...(fold && { state: fold }), now: now.instant() });
}

function withCorrections(ranked: Ranked, corrections: ReadonlyMap<string, Correction>): Derived["triage"] {
  const items = corrected(ranked.items, corrections);
  return { items, order: correctedOrder(ranked.order, items, corrections) };
}

async function agendaOf({ calendars, policy, week }: Source): Promise<Partial<Derived>> {
  const { agenda } = await core();
  const held = calendars.map(({ client, person, events }) => ({ client, person, events }));
  const present = now.instant();
  const days = { from: week, to: plusDays(week, 7), timeZone: now.zone() };
  const problem = await agenda.problem({ calendars: held, policy, ...days, now: present });
  const { conflicts } = await agenda.conflicts(problem);
  // What is over cannot be solved any more.
  return { agenda: { week, problem, conflicts: conflicts.filter(({ end }) => end > present) } };
}

async function todayOf({ calendars }: Source): Promise<Partial<Derived>> {
  const { calendar } = await coreBehind();
  const timeZone = now.zone();
  const from = instantOf(`${now.today()}T00:00:00`, timeZone);
  const to = instantOf(`${plusDays(now.today(), 1)}T00:00:00`, timeZone);
  const each = await Promise.all(calendars.map(({ events }) => calendar.expand({ events, from, to, timeZone })));
  const once = new Set(each.flatMap(({ occurrences }) => occurrences.map(({ uid, start }) => `${uid} ${start}`)));
  return { today: once.size };
}

async function indicatorsOf({ entries, policy }: Source): Promise<Partial<Derived>> {
  const timeZone = now.zone();
  const from = instantOf(`${plusDays(now.today(), -6)}T00:00:00`, timeZone);
  const to = instantOf(`${plusDays(now.today(), 1)}T00:00:00`, timeZone);
  return { indicators: await (await coreBehind()).report.indicators({ entries, policy, from, to }) };
}

async function verify(entries: JournalLine[], withheld: number[]): Promise<Partial<Derived>> {
  const { ok } = await (await coreBehind()).journal.verify({ entries, withheld });
  return { journalHolds: ok };
}
