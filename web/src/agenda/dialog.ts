import { html, type TemplateResult } from "lit-html";
import { openDialog } from "../shell/dialog";

/** A dialog of the area, shown by the shell. */
export interface Dialog {
  title(): string;
  body(): TemplateResult;
  /** Wide dialogs hold tables. */
  wide?: boolean;
}

let close: (() => void) | undefined;

/** Shows a dialog; one of the area at a time. */
export function showDialog(dialog: Dialog): void {
  close?.();
  close = openDialog({
    title: dialog.title(),
    body: () => html`<div class=${`agenda-dialog${dialog.wide ? " is-wide" : ""}`}>${dialog.body()}</div>`,
    closed: () => {
      close = undefined;
    },
  });
}

export function dismissDialog(): void {
  close?.();
}
