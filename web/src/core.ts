import { connect } from "relais/worker";
import type {
  Conflict, Message, DeskFold, Event, HandoverDocument, JournalLine, NewEntry, Policy, Problem, Reason, Request, Slot, Solution,
  Tip, TriageItem,
} from "./desk/types";

/** How a call may be watched and ended. `seconds` and `effort` bound a search: whichever ends first. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Aborting ends a search where it stands: the call answers the best found so far. */
  enough?: AbortSignal;
  onProgress?: (progress: { cost?: number; bound?: number; gap?: number; effort?: number }) => void;
  seconds?: number;
  effort?: number;
}

type Operation<Params, Result> = (params: Params, options?: CallOptions) => Promise<Result>;

/** A line of an imported text that could not be taken as it stands. */
export interface ImportProblem {
  line?: number;
  code: string;
  message: string;
  args?: Record<string, string | number>;
}

export interface ImportedCalendar {
  calendar: { name?: string; method?: string; timeZones?: unknown };
  events: Event[];
  tasks: unknown[];
  notes: unknown[];
  freeBusy: unknown[];
  problems: ImportProblem[];
}

/** An event of a merge: when it is before and after, and the members that differ. */
export interface MergedEvent {
  uid: string;
  recurrenceId?: string;
  members?: string[];
  before?: Moment;
  after?: Moment;
}

type Moment = Pick<Event, "start" | "duration"> & { showWithoutTime?: boolean };

type Source = { text: string } | { base64: string };

type HeldCalendar = { client: string; person: string; events: Event[] };

/** The desk as its deputy may read it. */
export interface DeskPack {
  reader: string;
  journal: { size: number; head: string };
  entries: JournalLine[];
  withheld: number[];
  policy: Policy;
  calendars: HeldCalendar[];
}

/** The operations table of the core (DESIGN section 4), run in the module's worker. */
export interface Core {
  calendar: {
    import: Operation<{ format: "ics" | "jscalendar" } & Source, ImportedCalendar>;
    merge: Operation<{ have: Event[]; got: Event[] }, { events: Event[]; added: MergedEvent[]; changed: MergedEvent[]; cancelled: MergedEvent[] }>;
    export: Operation<{ format: "ics" | "jscalendar"; events: Event[]; tasks?: unknown[]; method?: string; stamp: string }, { text: string }>;
    expand: Operation<{ events: Event[]; from: string; to: string; timeZone: string }, { occurrences: Occurrence[] }>;
  };
  agenda: {
    problem: Operation<{ calendars: { client: string; person: string; events: Event[] }[]; policy: Policy; from: string; to: string; timeZone?: string; now?: string }, Problem>;
    conflicts: Operation<Problem & { only?: string[] }, { conflicts: Conflict[] }>;
    solve: Operation<Problem & { last?: Pick<Solution, "events"> }, Solution>;
    slots: Operation<Problem & { meeting: object; limit?: number }, { slots: Slot[]; because: Reason[]; relaxations: { reasons: Reason[]; opens: number; first: string }[] }>;
    apply: Operation<{ events: Event[]; solution: Solution; accept?: string[]; ours?: string[] }, { events: Event[]; messages: Message[]; entries: NewEntry[] }>;
  };
  triage: {
    import: Operation<{ format: "eml" | "csv" | "jsonl" | "note"; mapping?: object; client?: string; timeZone?: string; now?: string } & Source, { requests: Request[]; problems: ImportProblem[] }>;
    rank: Operation<{ requests: Request[]; policy: Policy; model?: unknown; corrections?: object[]; state?: unknown; free?: unknown; now?: string }, { items: TriageItem[]; order: { id: string; because: Reason | Reason[] }[] }>;
    learn: Operation<{ model?: unknown; corrections: object[] }, { model: unknown }>;
    signals: Operation<Record<string, never>, { signals: { code: string; group: string; weight: number }[] }>;
  };
  journal: {
    append: Operation<{ tip?: Tip; add: (NewEntry & { salt: string })[] }, { entries: JournalLine[]; tip: Tip }>;
    merge: Operation<{ entries: JournalLine[]; late: JournalLine[]; at?: string; by?: string }, { entries: JournalLine[]; tip: Tip; base: number; added: number; twice: unknown[] }>;
    verify: Operation<{ entries: JournalLine[]; anchors?: unknown[]; withheld?: number[] }, { ok: boolean; size: number; head: string; problems: { seq: number; kind: string }[] }>;
    state: Operation<{ entries: JournalLine[]; at?: string }, DeskFold>;
  };
  desk: {
    pack: Operation<{ entries: JournalLine[]; policy: Policy; reader: string; at: string; calendars?: HeldCalendar[]; withheld?: number[] }, { pack: DeskPack }>;
  };
  handover: {
    compose: Operation<{ entries: JournalLine[]; policy: Policy; reader: string; at: string; since?: string; from?: string; signed?: boolean; calendars?: HeldCalendar[]; withheld?: number[] }, { document: HandoverDocument }>;
    render: Operation<{ document: HandoverDocument; format: string; lang: string; journalSize?: number }, { text: string; mediaType: string }>;
    compare: Operation<{ document: HandoverDocument; readBack: ReadBack[] }, Comparison>;
  };
  report: {
    indicators: Operation<{ entries: JournalLine[]; policy: Policy; from: string; to: string }, Record<string, unknown>>;
    businessTime: Operation<{ hours: object; timeZone: string; holidays?: unknown; from: string; to: string }, { seconds: number }>;
  };
  policy: { check: Operation<{ policy: Policy }, { problems: (Reason & { message?: string; path?: string })[] }> };
  words: { render: Operation<{ reasons: Reason[]; lang: string; names?: Record<string, string> }, { texts: string[] }> };
}

/** What the reader of a handover said back of one of its lines. */
export interface ReadBack {
  id: string;
  owner?: string;
  due?: string;
  next?: string;
}

type Field = "owner" | "due" | "next";

export interface Comparison {
  matches: { id: string; field: Field }[];
  differs: { id: string; field: Field; document?: string; readBack: string }[];
  missing: { id: string; field: Field }[];
}

/** An instance of an event in time: instants, half-open. */
export interface Occurrence {
  uid: string;
  recurrenceId?: string | null;
  start: string;
  end: string;
  allDay?: boolean;
  title?: string;
  [member: string]: unknown;
}

/** An error of the core as it crosses the worker: data, so that it can be said in either language. */
export interface CoreError extends Error {
  code: string;
  args?: Record<string, string | number>;
  path?: string;
  expected?: string;
}

export const isCoreError = (error: unknown): error is CoreError =>
  error instanceof Error && typeof (error as { code?: unknown }).code === "string";

const started = new Map<"now" | "behind", Promise<Core>>();

/** The core in a worker of its own, which starts at the first call. A failed start is not kept. */
function inWorker(which: "now" | "behind"): Promise<Core> {
  let connected = started.get(which);
  if (!connected) {
    connected = (connect() as Promise<Core>).catch((error: unknown) => {
      started.delete(which);
      throw error;
    });
    started.set(which, connected);
  }
  return connected;
}

/** The core for what a person waits for. */
export const core = (): Promise<Core> => inWorker("now");

/** The core for what is computed behind their back: a second worker, so that nobody waits for the whole journal. */
export const coreBehind = (): Promise<Core> => inWorker("behind");
