import type { Calendar, JournalLine, Policy, Tip } from "./types";

/** Everything that makes a desk: what is stored, saved to a file and opened again. */
export interface Contents {
  /** `sample` until the first start of one's own. */
  origin: "sample" | "own";
  /** The id of the assistant at the desk. */
  me: string | null;
  policy: Policy;
  calendars: Calendar[];
  /** Keys of the events that the solver may not move (`eventKey`). */
  locks: string[];
  entries: JournalLine[];
  /** Seqs whose payloads this desk was never given: it came in a deputy's pack. */
  withheld: number[];
  tip: Tip | null;
  /** What is being typed in the quick note. */
  draft: string;
}

/** One step that can be undone: what it replaced, and what it wrote in the journal. */
export interface Step {
  number: number;
  at: string;
  /** A key of `words.steps`, for "Undo: …". */
  label: string;
  seqs: number[];
  /** Calendars as they were; null for one that was not there. */
  calendars?: Record<string, Calendar | null>;
  policy?: Policy;
  locks?: string[];
}

export const emptyContents = (): Contents =>
  ({ origin: "own", me: null, policy: {}, calendars: [], locks: [], entries: [], withheld: [], tip: null, draft: "" });

/** How an event is named where one string is wanted. */
export const eventKey = (event: { uid: string; recurrenceId?: string | null }): string =>
  event.recurrenceId ? `${event.uid}\n${event.recurrenceId}` : event.uid;

const sequence = (number: number) => String(number).padStart(10, "0");

export const names = {
  calendar: (person: string) => `calendar/${person}`,
  line: (seq: number) => `journal/${sequence(seq)}`,
  step: (number: number) => `step/${sequence(number)}`,
};

/** The records of a desk; the names are the stored format. */
export function toRecords(contents: Contents): Map<string, unknown> {
  const { origin, me, policy, locks, withheld, tip, draft } = contents;
  const records = new Map<string, unknown>(Object.entries({ origin, me, policy, locks, withheld, tip, draft }));
  for (const calendar of contents.calendars) records.set(names.calendar(calendar.person), calendar);
  for (const line of contents.entries) records.set(names.line(line.head.seq), line);
  return records;
}

/** A desk and its steps from records, in their order. Names that this version does not know are left where they are. */
export function fromRecords(values: ReadonlyMap<string, unknown>): { contents: Contents; steps: Step[]; lastBackup: string | null } {
  const contents = emptyContents();
  const steps: Step[] = [];
  for (const [name, value] of values) {
    if (name.startsWith("journal/")) contents.entries.push(value as JournalLine);
    else if (name.startsWith("calendar/")) contents.calendars.push(value as Calendar);
    else if (name.startsWith("step/")) steps.push(value as Step);
  }
  const simple = (name: keyof Contents) => values.has(name) && Object.assign(contents, { [name]: values.get(name) });
  (["origin", "me", "policy", "locks", "withheld", "tip", "draft"] as const).forEach(simple);
  contents.entries.sort((a, b) => a.head.seq - b.head.seq);
  steps.sort((a, b) => a.number - b.number);
  return { contents, steps, lastBackup: (values.get("lastBackup") as string | undefined) ?? null };
}
