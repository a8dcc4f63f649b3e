import { core } from "../core";
import { eventKey } from "../desk/contents";
import { now } from "../desk/clock";
import type { Desk } from "../desk/desk";
import type { Problem, SolutionEvent } from "../desk/types";
import { redraw } from "../shell/draw";
import { toast, toastError } from "../shell/toast";
import { isolate } from "../words/isolate";
import { agendaWords } from "../words/agenda";
import { timeText } from "../words/format";
import { sayError } from "../words/say";
import { applyAnswers } from "./booking";
import { CancelDialog } from "./cancel-dialog";
import { showDialog } from "./dialog";
import { Mover } from "./mover";
import { Names } from "./names";
import { proposalsOf, type Change, type Proposal } from "./proposals";
import { Reasons } from "./reasons";
import { titlesOf } from "./reference";
import { agendaZone, shownWeek, type Shown } from "./shown";
import { Solving } from "./solving";
import { addDays, dayOf, weekStart, type Day } from "./when";

/** What the agenda area shows and does. Views read it; every change of the desk goes through here. */
export class Agenda {
  day: Day = now.today();
  mode: "day" | "week" = "day";
  /** Whose week is shown. */
  weekPerson: string | null = null;
  selected: string | null = null;
  /** The box that Tab reaches: `column|key`. */
  focusBox: string | null = null;
  /** The id of the conflict that A, P and L are about. */
  current: string | null = null;
  previewing = false;
  shown: readonly Shown[] | null = null;
  shownError: unknown = null;
  names: Names;
  proposals: readonly Proposal[] = [];
  readonly solving = new Solving();
  readonly reasons = new Reasons();
  readonly mover: Mover;
  /** Set when the grid has to be scrolled to its first hour or to an event after the next drawing. */
  scrollTo: string | "start" | null = "start";
  /** Set when a box has to have the focus after the next drawing. */
  wantsFocus: string | null = null;
  /** Set when the current proposal has to have the focus after the next drawing. */
  wantsCard = false;
  /** What the core said instead of a problem or a solution, in words. */
  trouble: string | null = null;
  #trouble: unknown = null;
  #zone = now.zone();
  #read: unknown[] = [];
  /** The calendars that the shown conflicts are about. */
  #judged: { agenda: unknown; calendars: unknown } = { agenda: null, calendars: null };

  constructor(readonly desk: Desk) {
    this.names = new Names(desk.state);
    this.mover = new Mover(this);
  }

  get zone(): string {
    return (this.#zone = agendaZone(this.desk.state, this.#zone));
  }

  get writes(): boolean {
    return this.desk.state.writes;
  }

  /** Whether single keys are on. */
  get hasKeys(): boolean {
    return this.desk.state.preferences.singleKeys ?? true;
  }

  /** Takes in what has changed in the desk; called before each drawing. */
  follow(): void {
    const { state } = this.desk;
    const read = [state.calendars, state.policy, state.derived.agenda, state.week];
    if (read.some((part, at) => part !== this.#read[at])) {
      this.#read = read;
      this.names = new Names(state);
      void this.#readWeek();
    }
    this.solving.follow(state);
    this.#name();
    const agenda = state.derived.agenda;
    if (agenda !== this.#judged.agenda) this.#judged = { agenda, calendars: state.calendars };
    this.#followTrouble(state.derived.errors.agenda ?? this.solving.error);
    const { solution, changes } = this.solving;
    this.proposals = agenda ? proposalsOf(agenda.conflicts, agenda.problem, solution, changes) : [];
    if (!this.proposals.some(({ conflict }) => conflict.id === this.current))
      this.current = this.proposals[0]?.conflict.id ?? null;
  }

  get proposal(): Proposal | null {
    return this.proposals.find(({ conflict }) => conflict.id === this.current) ?? null;
  }

  /** The changes of a proposal and all that have to be made with them. */
  changesOf(proposal: Proposal): Change[] {
    const keys = new Set(proposal.changes.flatMap(({ key }) => this.solving.groups.get(key) ?? [key]));
    return [...keys].flatMap((key) => this.solving.changes.get(key) ?? []);
  }

  event(key: string | null): Shown | null {
    return this.shown?.find((event) => event.key === key) ?? null;
  }

  titleOf(key: string): string {
    const title =
      this.event(key)?.title ??
      this.desk.state.derived.agenda?.problem.events.find((event) => eventKey(event) === key)?.title;
    return title ? isolate(title) : agendaWords().untitled;
  }

  /** The problem of the days from `from` until before `to`. */
  async problemBetween(from: Day, to: Day): Promise<Problem> {
    const { calendars, policy } = this.desk.state;
    const held = calendars.map(({ client, person, events }) => ({ client, person, events }));
    return (await core()).agenda.problem({
      calendars: held,
      policy,
      from,
      to,
      timeZone: now.zone(),
      now: now.instant(),
    });
  }

  /** The problem of the week of a day. */
  async problemOf(day: Day): Promise<Problem> {
    const { week, derived } = this.desk.state;
    const monday = weekStart(day);
    return derived.agenda && monday === week ? derived.agenda.problem : this.problemBetween(monday, addDays(monday, 7));
  }

  isLocked(key: string): boolean {
    return this.desk.state.locks.includes(key);
  }

  goTo(day: Day): void {
    this.day = day;
    this.scrollTo = "start";
    this.desk.showWeek(weekStart(day));
    redraw();
  }

  step(direction: 1 | -1): void {
    this.goTo(addDays(this.day, direction * (this.mode === "week" ? 7 : 1)));
  }

  setMode(mode: "day" | "week"): void {
    this.mode = mode;
    this.weekPerson ??= this.desk.state.calendars[0]?.person ?? null;
    this.scrollTo = "start";
    redraw();
  }

  showPerson(person: string): void {
    this.weekPerson = person;
    redraw();
  }

  select(key: string | null): void {
    this.selected = key;
    redraw();
  }

  /** Goes to the next or the previous conflict, and to its day. */
  nextConflict(step: 1 | -1): void {
    const at = this.proposals.findIndex(({ conflict }) => conflict.id === this.current);
    const next = this.proposals[Math.max(0, Math.min(this.proposals.length - 1, at + step))];
    if (next) this.showConflict(next, true);
  }

  showConflict({ conflict, keys }: Proposal, reveal = false): void {
    this.current = conflict.id;
    const event = keys.map((key) => this.event(key)).find((one) => one);
    if (event) this.#turnTo(dayOf(event.start), conflict.person ? [conflict.person] : event.people);
    if (event) this.scrollTo = event.key;
    redraw();
    if (reveal)
      queueMicrotask(() => document.getElementById(conflictDomId(conflict.id))?.scrollIntoView({ block: "nearest" }));
  }

  setCurrent(id: string): void {
    if (this.current === id) return;
    this.current = id;
    redraw();
  }

  /** Shows an event in the grid, with its details. */
  reveal(key: string): void {
    const event = this.event(key);
    if (!event) return;
    this.#turnTo(dayOf(event.start), event.people);
    this.selected = key;
    this.scrollTo = key;
    redraw();
  }

  beginMove(key: string): void {
    if (this.mover.begin(key)) this.wantsFocus = key;
  }

  leaveEvent(): void {
    if (this.mover.move) this.mover.cancel();
    this.select(null);
  }

  previewOf(proposal: Proposal): void {
    this.previewing = this.current === proposal.conflict.id && this.previewing;
    this.current = proposal.conflict.id;
    this.preview();
  }

  preview(): void {
    this.previewing = !this.previewing;
    const change = this.proposal && this.changesOf(this.proposal)[0];
    if (this.previewing && change) {
      this.#turnTo(
        dayOf((change.to ?? change.from).start),
        (change.event.people ?? []).map(({ id }) => id),
      );
      this.scrollTo = change.key;
      queueMicrotask(() => document.querySelector(".agenda-main")?.scrollIntoView({ block: "nearest" }));
    }
    redraw();
  }

  /** Makes changes real; none while the conflicts shown are those of calendars that have changed since. */
  async accept(changes: readonly Change[]): Promise<void> {
    if (!changes.length || !this.writes || this.#judged.calendars !== this.desk.state.calendars) return;
    const judged = this.#judged;
    this.#judged = { ...judged, calendars: null };
    if (
      !(await this.applying(
        changes.map(({ answer }) => answer),
        "accepted",
        agendaWords().accepted(changes.length),
      ))
    )
      this.#judged = judged;
    this.previewing = false;
    this.wantsCard = true;
    redraw();
  }

  async toggleLock(key: string): Promise<void> {
    const { locks } = this.desk.state;
    const next = locks.includes(key) ? locks.filter((one) => one !== key) : [...locks, key];
    await this.doing(() => this.desk.change({ label: "locked", locks: next }));
  }

  /** Locks the selected event, or what the current proposal would change, or its first event. */
  async lockCurrent(): Promise<void> {
    const key = this.selected ?? this.proposal?.changes[0]?.key ?? this.proposal?.keys[0];
    if (key) await this.toggleLock(key);
  }

  /** Applies answers and says so, with an undo at hand. */
  async applying(answers: readonly SolutionEvent[], label: string, done: string): Promise<boolean> {
    return this.doing(() => applyAnswers(this.desk, answers, label), done);
  }

  /** Does something to the desk; failures are told, never thrown. */
  async doing(work: () => Promise<unknown>, done?: string): Promise<boolean> {
    try {
      await work();
    } catch (error) {
      toastError(await sayError(error));
      return false;
    }
    if (done) toast(done, { title: agendaWords().undo, run: () => void this.doing(() => this.desk.undo()) });
    return true;
  }

  askCancel(key: string): void {
    const event = this.event(key);
    if (event && !event.cancelled && this.writes) showDialog(new CancelDialog(this, event));
  }

  whenText = (event: Pick<Shown, "start">): string => timeText(event.start);

  /** Shows that day; in the view of a week, one of these people. */
  #turnTo(day: Day, people: readonly string[]): void {
    if (this.mode === "day" && day !== this.day) this.goTo(day);
    if (this.mode === "week" && !people.includes(this.weekPerson ?? "")) this.weekPerson = people[0] ?? this.weekPerson;
  }

  async #readWeek(): Promise<void> {
    const { state } = this.desk;
    const read = this.#read;
    try {
      const shown = await shownWeek(state, state.week, this.zone, state.derived.agenda?.problem ?? null);
      if (read !== this.#read) return;
      this.shown = shown;
      this.shownError = null;
    } catch (error) {
      if (read !== this.#read) return;
      this.shown = [];
      this.shownError = await sayError(error);
    }
    redraw();
  }

  #followTrouble(trouble: unknown): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.trouble = null;
    if (trouble) void sayError(trouble).then((text) => this.#trouble === trouble && ((this.trouble = text), redraw()));
  }

  /** Titles by reference: of the core's events, so that its reasons can be said. */
  #name(): void {
    const titles = titlesOf(this.desk.state.derived.agenda?.problem.events ?? [], agendaWords().untitled);
    this.reasons.name({ ...Object.fromEntries(this.names.people), ...titles });
  }
}

export const conflictDomId = (id: string): string => `conflict-${id.replace(/[^\w-]/g, "_")}`;
