import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { Desk } from "../desk/desk";
import { addRequests, noteToRequests } from "../requests/add";
import { sayError } from "../words/say";
import { w } from "../words/words";
import { redraw } from "./draw";
import { toast, toastError } from "./toast";

/**
 * The quick note, for the call that comes in while something else is open: one key opens one field, every keystroke is
 * kept, Escape leaves the note among the requests and returns to where one was.
 */
export class QuickNote {
  #open = false;
  #client = "";
  #came: Element | null = null;
  #field: HTMLTextAreaElement | undefined;

  constructor(private readonly desk: Desk) {}

  get open(): boolean {
    return this.#open;
  }

  show(): void {
    if (this.#open) return void this.#field?.focus();
    if (!this.desk.state.writes) return toastError(w().errors.readOnly);
    this.#came = document.activeElement;
    this.#open = true;
    redraw();
  }

  /** What was being typed when the tab was closed or killed is there again. */
  resume(): void {
    if (this.desk.state.draft.trim() && this.desk.state.writes) this.show();
  }

  async #typed(event: Event): Promise<void> {
    try {
      await this.desk.saveDraft((event.target as HTMLTextAreaElement).value);
    } catch (error) {
      toastError(await sayError(error));
    }
  }

  #key = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const ends = event.key === "Escape" || (event.key === "Enter" && !event.shiftKey && !event.isComposing);
    if (!ends || event.isComposing) return;
    event.preventDefault();
    void this.#leave();
  };

  async #leave(): Promise<void> {
    const text = this.#field?.value ?? this.desk.state.draft;
    this.#open = false;
    this.#back();
    redraw();
    if (!text.trim()) return void (this.desk.state.draft && this.desk.saveDraft(""));
    try {
      await addRequests(this.desk, await noteToRequests(text, this.#client || undefined), "noted");
      await this.desk.saveDraft("");
      toast(w().note.kept, { title: w().header.undo, run: () => void this.desk.undo() });
    } catch (error) {
      toastError(await sayError(error));
    }
  }

  #back(): void {
    const came = this.#came;
    this.#came = null;
    if (came instanceof HTMLElement && came.isConnected) came.focus({ preventScroll: true });
  }

  #shown = (element: Element | undefined): void => {
    this.#field = element as HTMLTextAreaElement | undefined;
    // It is on the page a moment later.
    queueMicrotask(() => this.#field?.focus({ preventScroll: true }));
  };

  render(): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const words = w().note;
    const { policy, draft } = this.desk.state;
    const clients = policy.clients ?? [];
    return html`<section class="note" aria-label=${words.title} @keydown=${this.#key}>
      <label for="note-field">${words.title}</label>
      <textarea id="note-field" rows="3" placeholder=${words.placeholder} .value=${draft} ${ref(this.#shown)}
        @input=${(event: Event) => void this.#typed(event)}></textarea>
      <div class="note-foot">
        ${clients.length ? html`<label>${words.client}
          <select @change=${(event: Event) => (this.#client = (event.target as HTMLSelectElement).value)}>
            <option value="">${words.anyClient}</option>
            ${clients.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#client}>${name ?? id}</option>`)}
          </select></label>` : nothing}
        <span class="soft small">${words.hint}</span>
        <button class="primary" @click=${() => void this.#leave()}>${words.keep} <kbd aria-hidden="true">Esc</kbd></button>
      </div>
    </section>`;
  }
}
