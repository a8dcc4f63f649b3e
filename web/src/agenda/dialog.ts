import { html, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { agendaWords } from "../words/agenda";

/** A modal dialog of the area. */
export interface Dialog {
  title(): string;
  body(): TemplateResult;
  /** Wide dialogs hold tables. */
  wide?: boolean;
}

const open = (element?: Element) => {
  if (element instanceof HTMLDialogElement && !element.open) queueMicrotask(() => element.isConnected && !element.open && element.showModal());
};

/** The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function dialogView(dialog: Dialog, close: () => void): TemplateResult {
  const dismiss = (event: Event) => (event.currentTarget as Element).closest("dialog")?.close();
  return html`<dialog class=${`agenda-dialog${dialog.wide ? " is-wide" : ""}`} aria-labelledby="agenda-dialog-title" ${ref(open)} @close=${close}>
    <header class="dialog-head">
      <h2 id="agenda-dialog-title">${dialog.title()}</h2>
      <button type="button" class="quiet icon" aria-label=${agendaWords().close} @click=${dismiss}>✕</button>
    </header>
    ${dialog.body()}
  </dialog>`;
}

/** Closes the open dialog so that the browser gives the focus back. */
export const dismissDialog = (): void => document.querySelector<HTMLDialogElement>("dialog.agenda-dialog[open]")?.close();
