/** The shapes that the page handles; DESIGN section 3 is their contract. Unknown members are kept. */

export interface Reason {
  code: string;
  args?: Record<string, string | number>;
}

/** An event as JSCalendar (RFC 8984). */
export interface Event {
  uid: string;
  recurrenceId?: string | null;
  title?: string;
  start?: string;
  timeZone?: string | null;
  duration?: string;
  [member: string]: unknown;
}

/** One person's calendar at one client: what an .ics file fills. `person` is its key. */
export interface Calendar {
  client: string;
  person: string;
  name: string;
  events: Event[];
  /** Tasks and notes of the file, kept for its export. */
  tasks?: unknown[];
  /** Something was changed here since the file came in. */
  changed?: boolean;
  /** What `agenda.apply` wants told to others, until it is marked as sent. */
  outgoing?: Message[];
}

/** An iTIP message (RFC 5546): REQUEST, CANCEL, COUNTER or REPLY. `to`: e-mail addresses, joined by a comma. */
export interface Message {
  method: string;
  to: string;
  events: Event[];
}

export type Hours = Record<string, [string, string][]>;

export interface Assistant {
  id: string;
  name?: string;
  languages?: string[];
  timeZone?: string;
  hours?: Hours;
  [member: string]: unknown;
}

export interface Client {
  id: string;
  name?: string;
  timeZone?: string;
  hours?: Hours;
  contacts?: { id: string; name?: string; [member: string]: unknown }[];
  [member: string]: unknown;
}

export interface Policy {
  assistants?: Assistant[];
  clients?: Client[];
  [member: string]: unknown;
}

export interface ProblemPerson {
  id: string;
  client?: string;
  timeZone?: string;
  hours?: Hours;
  [member: string]: unknown;
}

export interface ProblemEvent {
  uid: string;
  recurrenceId?: string | null;
  client?: string;
  title?: string;
  start: string;
  timeZone?: string;
  duration: string;
  people?: { id: string; role: "required" | "optional" }[];
  room?: string | null;
  movable?: "yes" | "ask" | "no";
  [member: string]: unknown;
}

export interface Problem {
  timeZone: string;
  horizon: { from: string; to: string };
  now?: string;
  notice?: string;
  people: ProblemPerson[];
  rooms?: { id: string }[];
  events: ProblemEvent[];
  [member: string]: unknown;
}

export interface Conflict {
  id: string;
  kind: string;
  severity: unknown;
  events: unknown[];
  person?: string;
  room?: string;
  start: string;
  end: string;
  reasons: Reason[];
}

export interface SolutionEvent {
  uid: string;
  recurrenceId?: string | null;
  state: "kept" | "moved" | "unscheduled";
  start: string;
  room?: string;
  missed?: string[];
  reasons: Reason[];
}

export interface Solution {
  status: "optimal" | "feasible" | "infeasible";
  cost: number;
  bound: number;
  gap: number;
  events: SolutionEvent[];
  unresolved: { uid: string; because: unknown }[];
  alternatives?: unknown[];
  effort: number;
  stopped: "done" | "effort" | "clock" | "cancelled";
}

export interface Slot {
  start: string;
  room?: string;
  cost: number;
  displaces: unknown[];
  missed: string[];
  reasons: Reason[];
}

export type Priority = "critical" | "high" | "normal" | "low";
export type Action = "transfer" | "schedule" | "message" | "answer" | "filter";

export interface Request {
  id: string;
  lang?: string;
  channel: string;
  receivedAt: string;
  timeZone: string;
  client?: string;
  from?: { name?: string; phone?: string; email?: string; company?: string };
  subject?: string;
  body: string;
  [member: string]: unknown;
}

export interface WeighedReason extends Reason {
  span?: { field: string; start: number; end: number };
  weight?: number;
  source?: "signal" | "rule" | "learned";
}

export interface TriageItem {
  id: string;
  asOf?: string;
  priority: Priority;
  probabilities?: Record<string, number>;
  category?: string;
  action?: Action;
  deadline?: string | null;
  firstResponseDue?: string | null;
  resolutionDue?: string | null;
  route?: { to?: string; because?: unknown } | null;
  score?: number;
  reasons: WeighedReason[];
  duplicateOf?: string | null;
  ask?: unknown;
  /** Who corrected it, on this page. */
  correctedBy?: string;
  [member: string]: unknown;
}

/** What a face gives the journal; the salt is drawn when it is recorded. */
export interface NewEntry {
  at: string;
  by: string;
  type: string;
  ref: string;
  client?: string;
  payload: Record<string, unknown>;
}

export interface JournalHead {
  v: number;
  seq: number;
  at: string;
  by: string;
  type: string;
  ref: string;
  client?: string | null;
  prev: string;
  payloadHash: string;
  [member: string]: unknown;
}

/** A line of the journal; an erased one lacks payload and salt. */
export interface JournalLine {
  head: JournalHead;
  payload?: Record<string, unknown>;
  salt?: string;
}

/** The end of the chain, as `journal.append` gives it and takes it back. */
export type Tip = Record<string, unknown>;

/** A task of the desk; an open request is one. */
export interface Task {
  id: string;
  client?: string;
  kind: "request" | "task";
  open: boolean;
  title?: string;
  owner?: string;
  priority?: Priority;
  category?: string;
  action?: Action;
  answered?: string;
  [member: string]: unknown;
}

export interface HandoverState {
  id: string;
  reader: string;
  issuedBy?: string;
  status: "issued" | "queried" | "accepted" | "refused" | "lapsed" | "claimed";
  at?: string;
  [member: string]: unknown;
}

/** The fold of the journal, as `journal.state` answers it. */
export interface DeskFold {
  tasks: Task[];
  handovers: HandoverState[];
  /** Who has the desk. */
  holder?: string;
  [member: string]: unknown;
}

export interface HandoverLine {
  id: string;
  title?: string;
  client?: string;
  [member: string]: unknown;
}

/** A handover as `handover.compose` answers it. */
export interface HandoverDocument {
  id: string;
  reader: string;
  journal: { size: number; head: string };
  /** Ids of the lines that the reader says back. */
  readBack: string[];
  watch: HandoverLine[];
  soon: HandoverLine[];
  waiting: HandoverLine[];
  [member: string]: unknown;
}
