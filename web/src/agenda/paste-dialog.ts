import { html, type TemplateResult } from "lit-html";
import { agendaWords } from "../words/agenda";
import type { Agenda } from "./agenda";
import { dismissDialog, showDialog, type Dialog } from "./dialog";
import { ImportDialog } from "./import-dialog";

/** Takes a calendar as text. */
export class PasteDialog implements Dialog {
  constructor(private readonly agenda: Agenda) {}

  title(): string {
    return agendaWords().pasteTitle;
  }

  body(): TemplateResult {
    const words = agendaWords();
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const text = new FormData(event.target as HTMLFormElement).get("text");
      showDialog(
        new ImportDialog(this.agenda, [
          { name: "", bytes: new TextEncoder().encode(String(text ?? "")), kind: "calendar" },
        ]),
      );
    };
    return html`<form @submit=${submit}>
      <label class="field"><span>${words.pasteLabel}</span><textarea name="text" rows="10" required autofocus spellcheck="false"></textarea></label>
      <footer class="dialog-foot">
        <button type="button" @click=${dismissDialog}>${words.leave}</button>
        <button class="primary">${words.pasteRead}</button>
      </footer>
    </form>`;
  }
}
