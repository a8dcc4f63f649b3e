import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { w } from "../words/words";
import { redraw } from "./draw";

/** A short word to the user at the foot of the page; errors stay until they are closed. */
interface Toast {
  id: number;
  text: string;
  kind: "done" | "error";
  action?: { title: string; run(): void };
}

const secondsShown = 6;
let toasts: Toast[] = [];
let lastId = 0;

/** Says that something was done; `action` is offered beside it (undo, mostly). */
export function toast(text: string, action?: Toast["action"]): void {
  const id = add({ text, kind: "done", ...(action && { action }) });
  setTimeout(() => close(id), secondsShown * 1000);
}

export function toastError(text: string): void {
  add({ text, kind: "error" });
}

export function closeToasts(): boolean {
  const some = toasts.length > 0;
  toasts = [];
  if (some) redraw();
  return some;
}

function add(toast: Omit<Toast, "id">): number {
  lastId += 1;
  toasts = [...toasts.filter((one) => one.text !== toast.text), { ...toast, id: lastId }].slice(-4);
  redraw();
  return lastId;
}

function close(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  redraw();
}

export function toastList(): TemplateResult {
  return html`<p class="visually-hidden" role="status">${toasts.at(-1)?.text ?? ""}</p>
    <div class="toasts" popover="manual" role="region" aria-label=${w().messages} ${ref((element) => element && above(element))}>${toasts.map(one)}</div>`;
}

let shown: Toast[] = [];

/** A new toast lies above an open dialog. */
function above(element: Element): void {
  if (!(element instanceof HTMLElement) || (toasts === shown && element.matches(":popover-open") === toasts.length > 0)) return;
  shown = toasts;
  queueMicrotask(() => {
    if (!element.isConnected) return;
    element.hidePopover();
    if (toasts.length) element.showPopover();
    makeRoom(element);
  });
}

/** What they would cover ends above them. */
function makeRoom(element: HTMLElement): void {
  const height = element.offsetHeight;
  document.documentElement.style.setProperty("--toasts", height ? `${height + 24}px` : "0px");
}

function one(toast: Toast): TemplateResult {
  const { action } = toast;
  const act = () => {
    close(toast.id);
    action?.run();
  };
  return html`<div class="toast ${toast.kind}">
    <span>${toast.text}</span>
    ${action ? html`<button class="quiet" @click=${act}>${action.title}</button>` : nothing}
    <button class="quiet icon" aria-label=${w().close} @click=${() => close(toast.id)}>✕</button>
  </div>`;
}
