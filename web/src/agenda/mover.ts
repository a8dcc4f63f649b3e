import { core } from "../core";
import { eventKey } from "../desk/contents";
import type { Conflict, ProblemEvent, SolutionEvent } from "../desk/types";
import { redraw } from "../shell/draw";
import { toast } from "../shell/toast";
import { agendaWords } from "../words/agenda";
import { timeText } from "../words/format";
import type { Agenda } from "./agenda";
import { withChanges, type Change } from "./proposals";
import { keyOfNamed } from "./reference";
import type { Shown } from "./shown";
import { addMinutes, dayOf, durationMinutes, instantOf, localOf, minutesBetween, type Local } from "./when";

/** A move under way: nothing is booked until it is confirmed. */
export interface Move {
  shown: Shown;
  event: ProblemEvent;
  /** Where it would begin, in the zone of the agenda. */
  start: Local;
  /** What the core says of this place; null while it is being asked. */
  conflicts: readonly Conflict[] | null;
  /** Enter was pressed on a place with conflicts: the next one books it. */
  asked: boolean;
}

const settle = 80;

/** Moves one event by keyboard or pointer, asks the core about each place, and books the one that is confirmed. */
export class Mover {
  move: Move | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly agenda: Agenda) {}

  get stepMinutes(): number {
    return durationMinutes(this.agenda.desk.state.derived.agenda?.problem["grid"] as string | undefined) || 15;
  }

  /** False where the event cannot be moved from here; the user is told. */
  begin(key: string): boolean {
    const shown = this.agenda.event(key);
    if (!shown?.problem || shown.allDay || this.agenda.isLocked(key) || !this.agenda.writes) {
      toast(agendaWords().fixedEvent);
      return false;
    }
    this.agenda.selected = key;
    this.agenda.previewing = false;
    this.move = { shown, event: shown.problem, start: shown.start, conflicts: null, asked: false };
    this.#check();
    return true;
  }

  cancel(): void {
    clearTimeout(this.#timer);
    if (this.move) this.agenda.wantsFocus = this.move.shown.key;
    this.move = null;
    redraw();
  }

  shift(minutes: number): void {
    if (this.move) this.to(addMinutes(this.move.start, minutes));
  }

  to(start: Local): void {
    const { move } = this;
    if (!move || start === move.start || !this.#inWeek(start)) return;
    this.move = { ...move, start, conflicts: null, asked: false };
    if (this.agenda.mode === "day" && dayOf(start) !== this.agenda.day) this.agenda.day = dayOf(start);
    if (document.activeElement?.closest(".grid")) this.agenda.wantsFocus = move.shown.key;
    this.#check();
  }

  /** The move as a change, for the grid. */
  get change(): Change | null {
    return this.move && this.#changeOf(this.move);
  }

  /** Books the place if it is free; a place with conflicts is booked at the second word only. */
  async confirm(): Promise<void> {
    const { move } = this;
    if (!move) return;
    if (move.start === move.shown.start) return this.cancel();
    const conflicts = move.conflicts ?? (await this.#ask(move));
    if (this.move !== move && this.move?.start !== move.start) return;
    if (conflicts.length && !move.asked) {
      this.move = { ...move, conflicts, asked: true };
      return redraw();
    }
    this.move = null;
    this.agenda.wantsFocus = move.shown.key;
    const done = agendaWords().movedTo(move.shown.title || agendaWords().untitled, timeText(move.start));
    await this.agenda.applying([this.#changeOf(move).answer], "moved", done);
  }

  #inWeek(start: Local): boolean {
    const { from, to } = this.agenda.desk.state.derived.agenda?.problem.horizon ?? { from: "", to: "" };
    return dayOf(start) >= from && dayOf(start) < to;
  }

  #check(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#show(), settle);
    redraw();
  }

  async #show(): Promise<void> {
    const { move } = this;
    if (!move) return;
    const conflicts = await this.#ask(move).catch(() => []);
    if (this.move?.start !== move.start || this.move.shown !== move.shown) return;
    this.move = { ...this.move, conflicts };
    redraw();
  }

  async #ask(move: Move): Promise<readonly Conflict[]> {
    const problem = this.agenda.desk.state.derived.agenda?.problem;
    if (!problem) return [];
    const { agenda } = await core();
    const key = eventKey(move.event);
    const moved = withChanges(problem, [this.#changeOf(move)]);
    const { conflicts } = await agenda.conflicts({ ...moved, only: [move.event.uid] });
    return conflicts.filter((conflict) => conflict.events.some((named) => keyOfNamed(named, problem.events) === key));
  }

  #changeOf({ shown, event, start }: Move): Change {
    const length = minutesBetween(shown.start, shown.end);
    const room = event.room ?? null;
    const local = localOf(instantOf(start, this.agenda.zone), event.timeZone ?? this.agenda.zone);
    const answer: SolutionEvent = {
      uid: event.uid,
      state: "moved",
      start: local,
      reasons: [],
      ...(event.recurrenceId ? { recurrenceId: event.recurrenceId } : {}),
      ...(room ? { room } : {}),
    };
    const from = { start: shown.start, end: shown.end, room };
    return { key: shown.key, event, answer, from, to: { start, end: addMinutes(start, length), room } };
  }
}
