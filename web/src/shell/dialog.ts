import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { w } from "../words/words";
import { redraw } from "./draw";

/** A question or a sheet over the page, as the browser's own modal dialog: Escape closes it, the focus comes back. */
export interface Dialog {
  title: string;
  body(close: () => void): TemplateResult;
  /** `palette` has no visible title. */
  kind?: "sheet" | "palette";
  closed?(): void;
}

let open: { dialog: Dialog; id: number }[] = [];
let last = 0;

/** Shows a dialog above those that are open; the answer closes it. */
export function openDialog(dialog: Dialog): () => void {
  const id = ++last;
  open = [...open, { dialog, id }];
  redraw();
  return () => closeDialog(id);
}

export const dialogOpen = (): boolean => open.length > 0;

/** Closes all dialogs: the desk was locked. */
export function closeDialogs(): void {
  for (const { id } of [...open]) closeDialog(id);
}

function closeDialog(id: number): void {
  const found = open.find((one) => one.id === id);
  if (!found) return;
  elements.get(id)?.close();
  elements.delete(id);
  open = open.filter((one) => one !== found);
  found.dialog.closed?.();
  redraw();
}

/** Asks a yes-or-no question. */
export function confirm(title: string, text: string, yes: string, danger = false): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = false;
    const body = (close: () => void) => html`<p>${text}</p><div class="actions">
      <button class=${danger ? "danger" : "primary"} @click=${() => ((answer = true), close())}>${yes}</button>
      <button @click=${close}>${w().cancel}</button></div>`;
    openDialog({ title, body, closed: () => resolve(answer) });
  });
}

const elements = new Map<number, HTMLDialogElement>();
const shows = new Map<number, (element: Element | undefined) => void>();

/** A dialog is shown once it is on the page. */
function shower(id: number): (element: Element | undefined) => void {
  let show = shows.get(id);
  if (show) return show;
  show = (element) => {
    if (!(element instanceof HTMLDialogElement)) return void shows.delete(id);
    elements.set(id, element);
    if (!element.open) queueMicrotask(() => element.isConnected && !element.open && element.showModal());
  };
  shows.set(id, show);
  return show;
}

export function dialogs(): TemplateResult {
  return html`${open.map(({ dialog, id }) => {
    const close = () => closeDialog(id);
    const outside = (event: MouseEvent) => event.target === event.currentTarget && close();
    const cancelled = (event: Event) => (event.preventDefault(), close());
    return html`<dialog class=${dialog.kind ?? "sheet"} aria-label=${dialog.title} ${ref(shower(id))}
      @cancel=${cancelled} @mousedown=${outside}>
      <div class="dialog-body">
        ${dialog.kind === "palette" ? nothing : html`<div class="dialog-head"><h2>${dialog.title}</h2>
          <button class="quiet icon" aria-label=${w().close} @click=${close}>✕</button></div>`}
        ${dialog.body(close)}
      </div>
    </dialog>`;
  })}`;
}
