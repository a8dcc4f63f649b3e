import { redraw } from "../shell/draw";
import type { Agenda } from "./agenda";
import { dayOfColumn } from "./grid-model";
import { at, dayOf, minuteOfDay } from "./when";

const boxes = (root: ParentNode) => [...root.querySelectorAll<HTMLElement>("[data-box]")];
const top = (element: HTMLElement) => element.getBoundingClientRect().top;
const keyOf = (element: Element | null) => element?.closest<HTMLElement>("[data-key]")?.dataset["key"] ?? null;

/** Keys and pointer of the grid. Arrows go from event to event; while one is being moved they move it. */
export class GridInput {
  #drag: { key: string; pointer: number; x: number; y: number; minute: number; moving: boolean } | null = null;
  #justDragged = false;

  constructor(private readonly agenda: Agenda) {}

  onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = this.agenda.mover.move ? this.#moveKey(event) : this.#walkKey(event);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  onClick = (event: MouseEvent): void => {
    if (this.#justDragged) {
      this.#justDragged = false;
      return;
    }
    const key = keyOf(event.target as Element);
    if (!key || this.agenda.mover.move) return;
    this.agenda.select(this.agenda.selected === key ? null : key);
    if (this.agenda.selected)
      setTimeout(() => document.querySelector(".event-panel")?.scrollIntoView({ block: "nearest" }));
  };

  onFocus = (event: FocusEvent): void => {
    const box = (event.target as HTMLElement).dataset["box"];
    if (box && box !== this.agenda.focusBox) {
      this.agenda.focusBox = box;
      redraw();
    }
  };

  onPointerDown = (event: PointerEvent): void => {
    const key = keyOf(event.target as Element);
    const shown = this.agenda.event(key);
    if (!key || !shown || shown.allDay || event.button !== 0 || event.pointerType === "touch") return;
    this.#drag = {
      key,
      pointer: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      minute: minuteOfDay(shown.start),
      moving: false,
    };
  };

  onPointerMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag || event.pointerId !== drag.pointer) return;
    if (!drag.moving && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5) return;
    if (!drag.moving && !this.#startDrag(event, drag.key)) return;
    drag.moving = true;
    this.#dragTo(event, drag);
  };

  onPointerUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag?.moving) return;
    this.#justDragged = true;
    setTimeout(() => (this.#justDragged = false));
    if (event.type === "pointercancel") this.agenda.mover.cancel();
    else void this.agenda.mover.confirm();
  };

  #startDrag(event: PointerEvent, key: string): boolean {
    if (this.agenda.mover.begin(key)) {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      return true;
    }
    this.#drag = null;
    return false;
  }

  #dragTo(event: PointerEvent, drag: { y: number; minute: number }): void {
    const root = event.currentTarget as HTMLElement;
    const hour = root.querySelector<HTMLElement>(".hours span")?.getBoundingClientRect().height || 64;
    const step = this.agenda.mover.stepMinutes;
    const minute = drag.minute + ((event.clientY - drag.y) / hour) * 60;
    const snapped = Math.max(0, Math.min(1440 - step, Math.round(minute / step) * step));
    const under = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find((element) => element.matches("[data-column]"));
    const column = (under as HTMLElement | undefined)?.dataset["column"] ?? "";
    const move = this.agenda.mover.move;
    if (!move) return;
    const day = column ? dayOfColumn(column, this.agenda) : dayOf(move.start);
    this.agenda.mover.to(at(day, snapped));
  }

  #moveKey(event: KeyboardEvent): boolean {
    const { mover } = this.agenda;
    const step = mover.stepMinutes;
    switch (event.key) {
      case "ArrowUp":
        return (mover.shift(event.shiftKey ? -60 : -step), true);
      case "ArrowDown":
        return (mover.shift(event.shiftKey ? 60 : step), true);
      case "ArrowLeft":
        return (mover.shift(-1440), true);
      case "ArrowRight":
        return (mover.shift(1440), true);
      case "Enter":
        return (void mover.confirm(), true);
      case "Escape":
        return (mover.cancel(), true);
      default:
        return false;
    }
  }

  #walkKey(event: KeyboardEvent): boolean {
    const target = event.target as HTMLElement;
    const key = keyOf(target);
    const { agenda } = this;
    if (!key || (/^l$/i.test(event.key) && !agenda.hasKeys)) return false;
    switch (event.key) {
      case "ArrowUp":
        return this.#walk(target, -1);
      case "ArrowDown":
        return this.#walk(target, 1);
      case "ArrowLeft":
        return this.#cross(target, -1);
      case "ArrowRight":
        return this.#cross(target, 1);
      case "Enter":
        return (agenda.mover.begin(key), true);
      case " ":
        return (agenda.select(key), true);
      case "l":
      case "L":
        return (void agenda.toggleLock(key), true);
      case "Delete":
        return (agenda.askCancel(key), true);
      default:
        return false;
    }
  }

  #walk(from: HTMLElement, step: number): boolean {
    const list = boxes(from.closest("[data-column]") ?? document).sort((a, b) => top(a) - top(b));
    list[list.indexOf(from) + step]?.focus();
    return true;
  }

  /** To the box of the next column with any that begins closest to this one. */
  #cross(from: HTMLElement, step: number): boolean {
    const columns = [...(from.closest(".grid")?.querySelectorAll<HTMLElement>(`[data-column]`) ?? [])];
    const here = columns.findIndex((column) => column.contains(from));
    for (let i = here + step; i >= 0 && i < columns.length; i += step) {
      const [nearest] = boxes(columns[i]!).sort((a, b) => Math.abs(top(a) - top(from)) - Math.abs(top(b) - top(from)));
      if (nearest) return (nearest.focus(), true);
    }
    return true;
  }
}

/** After a drawing: scrolls to where the day begins or to an event, and gives the focus back to the box that moved. */
export function settle(agenda: Agenda): void {
  const grid = document.querySelector<HTMLElement>(".grid-scroll");
  if (!grid) return;
  settleCard(agenda);
  const { scrollTo, wantsFocus } = agenda;
  if (scrollTo && agenda.shown) {
    agenda.scrollTo = null;
    scrollGrid(grid, scrollTo);
  }
  if (!wantsFocus) return;
  const box = [...grid.querySelectorAll<HTMLElement>("[data-box]")].filter((one) => one.dataset["key"] === wantsFocus);
  const wanted = box.find((one) => one.dataset["box"] === agenda.focusBox) ?? box[0];
  if (!wanted) return;
  agenda.wantsFocus = null;
  if (document.activeElement !== wanted) wanted.focus({ preventScroll: true });
  wanted.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** After an acceptance the card is gone; who was in it goes on with the next one. */
function settleCard(agenda: Agenda): void {
  if (!agenda.wantsCard || agenda.solving.running) return;
  agenda.wantsCard = false;
  if (document.activeElement !== document.body) return;
  const next =
    document.querySelector<HTMLElement>(".conflict.is-current button.primary") ??
    document.getElementById("conflicts-title");
  next?.focus({ preventScroll: true });
}

/** To where the day begins, or so far that all places of an event are seen, the old and the new. */
function scrollGrid(grid: HTMLElement, to: string): void {
  const hour = (grid.querySelector<HTMLElement>(".grid-body")?.clientHeight ?? 1536) / 24;
  const wanted =
    to === "start" ? ".column [data-box]" : `.column [data-key="${CSS.escape(to)}"], .column .is-old, .column .is-new`;
  const places = [...grid.querySelectorAll<HTMLElement>(wanted)];
  if (to === "start") {
    const first = Math.min(8.25 * hour, ...places.map((box) => box.offsetTop));
    grid.scrollTop = Math.max(0, first - hour / 2);
    return;
  }
  if (!places.length) return;
  const head = grid.querySelector<HTMLElement>(".grid-head")?.offsetHeight ?? 0;
  const first = Math.min(...places.map((box) => box.offsetTop));
  const last = Math.max(...places.map((box) => box.offsetTop + box.offsetHeight));
  const isSeen = first >= grid.scrollTop && last <= grid.scrollTop + grid.clientHeight - head;
  if (!isSeen) grid.scrollTop = Math.max(0, first - hour / 2);
}
