import { core } from "../core";
import { emptyContents, eventKey, fromRecords, names, toRecords, type Contents, type Step } from "./contents";
import { emptyDerived, Deriver, type Derived } from "./derive";
import { now } from "./clock";
import { newDeputy, sealedPack, type Deputy, type SealedPack } from "./deputy";
import { ReadOnly } from "./errors";
import { newSalt } from "./salt";
import type { Seal } from "./seal";
import { Storage, type Preferences } from "./storage";
import type { Calendar, JournalLine, NewEntry, Policy } from "./types";
import { becomeWriter, onChangedElsewhere, tellReaders } from "./writer";

export { eventKey };
export type { Contents, Step };

/** What the page shows: replaced as a whole at each change, never changed in place. */
export interface DeskState extends Readonly<Contents> {
  /** `loading` until the first read; `locked` until the passphrase; `open` then. */
  readonly phase: "loading" | "locked" | "open";
  /** False in a second tab, which only shows. */
  readonly writes: boolean;
  readonly sealed: boolean;
  readonly steps: readonly Step[];
  readonly lastBackup: string | null;
  /** Who may open the desk without its passphrase, and the pack that they open: `core.desk.pack`. */
  readonly deputy: Deputy | null;
  readonly pack: SealedPack | null;
  /** Records that could not be read; they are kept. */
  readonly unreadable: readonly string[];
  readonly preferences: Preferences;
  /** The Monday of the week that the agenda shows: a day. */
  readonly week: string;
  /** What the core computed from the rest. Each part follows the data within moments. */
  readonly derived: Derived;
}

/** One step: all of it is kept, or nothing; undone as one. */
export interface Change {
  /** A key of `words.steps`, for "Undo: …". */
  label: string;
  /** Calendars to put in place of those of the same `person`, whole. */
  calendars?: readonly Calendar[];
  policy?: Policy;
  /** Keys of all events that the solver may not move (`eventKey`). */
  locks?: readonly string[];
  entries?: readonly NewEntry[];
  /** The step that this belongs to, as `change` answered it: what the engine says about what was just recorded. */
  joins?: number;
}

const stepsKept = 100;
/** Locking waits no longer for the deputy's pack; the last one is kept then. */
const packingAllowed = 5_000;

/**
 * The store. Everything that is typed, imported or accepted goes through `change` (undoable) or `record` (a fact that
 * stays); both resolve once it is on the disk.
 *
 *     await desk.change({ label: "accepted", calendars: [changed], entries });
 *     await desk.record([{ type: "printed", ref: "handover", … }]);
 */
export class Desk {
  #state: DeskState;
  #storage: Storage;
  #deriver: Deriver;
  #listeners = new Set<() => void>();
  #kept = false;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(storage: Storage, preferences: Preferences) {
    this.#storage = storage;
    this.#state = {
      ...emptyContents(), phase: "loading", writes: false, sealed: storage.sealed, steps: [], lastBackup: null, deputy: null, pack: null,
      unreadable: [], preferences, week: now.monday(), derived: emptyDerived,
    };
    this.#deriver = new Deriver((derived) => this.#set({ derived }));
  }

  /** Opens what is kept. An unsealed desk is read at once; a sealed one waits for `unlock`. */
  static async open(): Promise<Desk> {
    const storage = await Storage.open();
    const desk = new Desk(storage, await storage.preferences());
    desk.#set({ writes: await becomeWriter(() => void desk.#takeOver()) });
    onChangedElsewhere(() => void desk.#reload());
    await desk.#reload();
    // Rankings and the present day grow old by themselves.
    setInterval(() => desk.#state.phase === "open" && desk.#deriver.follow(desk.#state), 60_000);
    return desk;
  }

  get state(): DeskState {
    return this.#state;
  }

  /** Calls the listener after each change of `state`; the answer ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** True where nothing was ever kept: the sample is loaded then. */
  get untouched(): boolean {
    return this.#state.phase === "open" && !this.#kept;
  }

  /** Facts that no undo takes back: what was read, printed, saved, issued. */
  record(entries: readonly NewEntry[]): Promise<void> {
    return this.#inOrder(() => this.#commit({ label: "", entries }, undefined));
  }

  /** Answers the number of the step. A change that joins a step which was undone meanwhile is dropped. */
  change(change: Change): Promise<number> {
    return this.#inOrder(async () => {
      const step = change.joins === undefined ? this.#newStep(change) : this.#joined(change.joins);
      if (!step) return 0;
      await this.#commit(change, step);
      return step.number;
    });
  }

  /** Takes the last step back; answers its label, or null where there is none. */
  undo(): Promise<string | null> {
    return this.#inOrder(async () => {
      const step = this.#state.steps.at(-1);
      if (!step) return null;
      await this.#takeBack(step);
      return step.label;
    });
  }

  /** Keeps what is being typed in the quick note. */
  async saveDraft(draft: string): Promise<void> {
    this.#writable();
    this.#state = { ...this.#state, draft };
    await this.#storage.write(new Map([["draft", draft]]));
  }

  async setMe(me: string, policy: Policy): Promise<void> {
    await this.#inOrder(async () => {
      this.#writable();
      await this.#storage.write(new Map<string, unknown>([["me", me], ["policy", policy]]));
      this.#set({ me, policy });
      this.#told();
      void navigator.storage?.persist?.();
    });
  }

  async setPreferences(changed: Partial<Preferences>): Promise<void> {
    const preferences: Preferences = { ...this.#state.preferences, ...changed };
    this.#set({ preferences });
    await this.#storage.setPreferences(preferences);
  }

  /** Shows another week of the agenda: any day of it. */
  showWeek(day: string): void {
    const week = now.mondayOf(day);
    if (week === this.#state.week) return;
    this.#set({ week });
    this.#deriver.follow(this.#state);
  }

  /** Puts another desk in place of this one: the sample, an empty one, a backup. */
  async replace(contents: Contents, adopted?: { seal: Seal; key: CryptoKey }): Promise<void> {
    await this.#inOrder(async () => {
      this.#writable();
      await this.#storage.replaceAll(toRecords(contents), adopted);
      await this.#storage.setPack(undefined);
      this.#deriver.forget();
      this.#set({ ...contents, deputy: null, pack: null, steps: [], lastBackup: null, unreadable: [], sealed: this.#storage.sealed, derived: emptyDerived });
      this.#told();
    });
  }

  async noteBackup(at: string): Promise<void> {
    await this.#storage.write(new Map([["lastBackup", at]]));
    this.#set({ lastBackup: at });
  }

  /** @throws WrongPassphrase */
  async unlock(passphrase: string): Promise<void> {
    await this.#storage.unlock(passphrase);
    await this.#reload();
  }

  /** Packs the desk for its deputy, then forgets the key and all that was read. */
  async lock(): Promise<void> {
    if (!this.#storage.sealed || this.#state.phase !== "open") return;
    await Promise.race([this.#refreshPack().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, packingAllowed))]);
    this.#storage.lock();
    this.#deriver.forget();
    this.#set({ ...emptyContents(), phase: "locked", steps: [], unreadable: [], lastBackup: null, deputy: null, derived: emptyDerived });
  }

  /** Names a deputy, or none. The pack is made at once, and anew at every lock. */
  async setDeputy(id: string | null, passphrase: string): Promise<void> {
    await this.#inOrder(async () => {
      this.#writable();
      const deputy = id === null ? null : await newDeputy(id, passphrase);
      await this.#storage.write(new Map([["deputy", deputy]]));
      this.#set({ deputy });
      await this.#refreshPack();
    });
  }

  async #refreshPack(): Promise<void> {
    const { deputy, writes } = this.#state;
    if (!writes) return;
    const pack = deputy ? await sealedPack(this.#state, deputy) : undefined;
    await this.#storage.setPack(pack);
    this.#set({ pack: pack ?? null });
  }

  /** Takes a journal in place of this one that goes on from it: late entries of another device have come home. */
  async mergeEntries(late: readonly JournalLine[]): Promise<number> {
    return this.#inOrder(async () => {
      this.#writable();
      const { entries, me } = this.#state;
      const merged = await (await core()).journal.merge({ entries, late: [...late], at: now.instant(), by: me ?? "desk" });
      if (!merged.added) return 0;
      const puts = new Map<string, unknown>([["tip", merged.tip]]);
      for (const [i, line] of merged.entries.entries()) {
        const before = entries[i];
        if (!before || ("payload" in before) !== ("payload" in line)) puts.set(names.line(line.head.seq), line);
      }
      await this.#keep(puts, { entries: merged.entries, tip: merged.tip }, undefined);
      return merged.added;
    });
  }

  async setPassphrase(passphrase: string): Promise<void> {
    await this.#resealed(() => this.#storage.setPassphrase(passphrase));
  }

  /** @throws WrongPassphrase */
  async changePassphrase(from: string, to: string): Promise<void> {
    await this.#resealed(() => this.#storage.changePassphrase(from, to));
  }

  /** @throws WrongPassphrase */
  async removePassphrase(passphrase: string): Promise<void> {
    await this.#resealed(() => this.#storage.removePassphrase(passphrase));
  }

  /** The seal and key for a backup of a sealed desk. */
  get seal(): { seal: Seal; key: CryptoKey } | undefined {
    const { seal, key } = this.#storage;
    return seal && key ? { seal, key } : undefined;
  }

  /** An entry by whoever is at the desk, now. */
  entry(type: string, ref: string, payload: Record<string, unknown>, client?: string): NewEntry {
    return { at: now.instant(), by: this.#state.me ?? "desk", type, ref, ...(client ? { client } : {}), payload };
  }

  async #resealed(work: () => Promise<void>): Promise<void> {
    await this.#inOrder(async () => {
      this.#writable();
      await work();
      this.#set({ sealed: this.#storage.sealed });
      tellReaders();
    });
  }

  #newStep(change: Change): Step {
    const { steps, calendars, policy, locks } = this.#state;
    const before = (person: string) => calendars.find((calendar) => calendar.person === person) ?? null;
    return {
      number: (steps.at(-1)?.number ?? 0) + 1, at: now.instant(), label: change.label, seqs: [],
      ...(change.calendars && { calendars: Object.fromEntries(change.calendars.map(({ person }) => [person, before(person)])) }),
      ...(change.policy && { policy }),
      ...(change.locks && { locks }),
    };
  }

  #joined(number: number): Step | undefined {
    const step = this.#state.steps.find((one) => one.number === number);
    return step && { ...step, seqs: [...step.seqs] };
  }

  async #commit(change: Change, step: Step | undefined): Promise<void> {
    this.#writable();
    const puts = new Map<string, unknown>();
    const next: Partial<Contents> = {};
    const added = await this.#append(change.entries ?? [], puts, next);
    if (change.calendars) {
      next.calendars = merged(this.#state.calendars, change.calendars);
      for (const calendar of change.calendars) puts.set(names.calendar(calendar.person), calendar);
    }
    if (change.policy) puts.set("policy", (next.policy = change.policy));
    if (change.locks) puts.set("locks", (next.locks = [...change.locks]));
    if (step) step.seqs.push(...added.map((line) => line.head.seq));
    await this.#keep(puts, next, step);
  }

  async #append(entries: readonly NewEntry[], puts: Map<string, unknown>, next: Partial<Contents>): Promise<JournalLine[]> {
    if (!entries.length) return [];
    const { tip } = this.#state;
    const add = entries.map((entry) => ({ ...entry, salt: newSalt() }));
    const answer = await (await core()).journal.append({ ...(tip && { tip }), add });
    for (const line of answer.entries) puts.set(names.line(line.head.seq), line);
    puts.set("tip", answer.tip);
    next.tip = answer.tip;
    next.entries = [...this.#state.entries, ...answer.entries];
    return answer.entries;
  }

  async #keep(puts: Map<string, unknown>, next: Partial<Contents>, step: Step | undefined): Promise<void> {
    const others = this.#state.steps.filter((one) => one.number !== step?.number);
    const steps = step ? [...others, step].sort((a, b) => a.number - b.number) : [...others];
    const dropped = steps.splice(0, Math.max(0, steps.length - stepsKept));
    if (step) puts.set(names.step(step.number), step);
    await this.#storage.write(puts, dropped.map((one) => names.step(one.number)));
    this.#set({ ...next, steps });
    this.#told();
  }

  async #takeBack(step: Step): Promise<void> {
    this.#writable();
    const puts = new Map<string, unknown>();
    const deletes = [names.step(step.number)];
    const next: Partial<Contents> = {};
    const reverted = [...step.seqs].reverse().map((seq) => this.entry("entry.reverted", String(seq), { seq }));
    await this.#append(reverted, puts, next);
    if (step.policy) puts.set("policy", (next.policy = step.policy));
    if (step.locks) puts.set("locks", (next.locks = step.locks));
    if (step.calendars) next.calendars = restored(this.#state.calendars, step.calendars);
    for (const [person, calendar] of Object.entries(step.calendars ?? {})) {
      if (calendar) puts.set(names.calendar(person), calendar);
      else deletes.push(names.calendar(person));
    }
    await this.#storage.write(puts, deletes);
    this.#set({ ...next, steps: this.#state.steps.filter((one) => one.number !== step.number) });
    this.#told();
  }

  async #takeOver(): Promise<void> {
    await this.#reload();
    this.#set({ writes: true });
  }

  async #reload(): Promise<void> {
    await this.#storage.refreshSeal();
    const pack = (await this.#storage.pack()) ?? null;
    if (this.#storage.locked) {
      this.#set({ ...emptyContents(), pack, phase: "locked", sealed: true, steps: [], derived: emptyDerived });
      return;
    }
    const { values, unreadable } = await this.#storage.readAll();
    this.#kept = values.size > 0 || unreadable.length > 0;
    const { contents, steps, lastBackup } = fromRecords(values);
    const deputy = (values.get("deputy") as Deputy | null | undefined) ?? null;
    this.#set({ ...contents, deputy, pack, steps, lastBackup, unreadable, sealed: this.#storage.sealed, phase: "open" });
    this.#deriver.follow(this.#state);
  }

  #writable(): void {
    if (!this.#state.writes) throw new ReadOnly();
    if (this.#state.phase !== "open") throw new Error("locked");
  }

  #told(): void {
    tellReaders();
    this.#deriver.follow(this.#state);
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  #set(part: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function merged(have: readonly Calendar[], changed: readonly Calendar[]): Calendar[] {
  const byPerson = new Map(have.map((calendar) => [calendar.person, calendar]));
  for (const calendar of changed) byPerson.set(calendar.person, calendar);
  return [...byPerson.values()];
}

function restored(have: readonly Calendar[], before: Record<string, Calendar | null>): Calendar[] {
  const kept = have.flatMap((calendar) => {
    const old = before[calendar.person];
    return old === undefined ? [calendar] : old ? [old] : [];
  });
  const back = Object.values(before).filter((old) => old && !have.some(({ person }) => person === old.person));
  return [...kept, ...(back as Calendar[])];
}
