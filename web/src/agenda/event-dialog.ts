import { html, nothing, type TemplateResult } from "lit-html";
import type { Conflict } from "../desk/types";
import { redraw } from "../shell/draw";
import { agendaWords } from "../words/agenda";
import type { Agenda } from "./agenda";
import { dismissDialog, type Dialog } from "./dialog";
import { bookEvent, conflictsOf, type Draft } from "./new-event";
import { peopleField } from "./people-field";
import { dayOf } from "./when";

/** The form of a new event. The core looks at the place before it is booked; one with conflicts takes a second word. */
export class EventDialog implements Dialog {
  readonly #uid = crypto.randomUUID();
  #draft: Draft;
  #complaint = "";
  #conflicts: readonly Conflict[] | null = null;
  /** The draft that `#conflicts` is about. */
  #checked = "";

  constructor(
    private readonly agenda: Agenda,
    given: Partial<Draft> & { start: string },
  ) {
    this.#draft = { title: "", minutes: 30, people: [], location: "", room: "", note: "", ...given };
  }

  title(): string {
    return agendaWords().newEvent;
  }

  body(): TemplateResult {
    const words = agendaWords();
    const draft = this.#draft;
    const rooms = this.agenda.desk.state.derived.agenda?.problem.rooms ?? [];
    const submit = (event: SubmitEvent) => (event.preventDefault(), void this.#submit(event.target as HTMLFormElement));
    return html`<form @submit=${submit} novalidate>
      <label class="field"><span>${words.name}</span><input name="title" maxlength="500" autofocus .defaultValue=${draft.title} /></label>
      <div class="fields three">
        <label class="field"><span>${words.date}</span><input type="date" name="date" .defaultValue=${dayOf(draft.start)} /></label>
        <label class="field"><span>${words.start}</span><input type="time" name="time" .defaultValue=${draft.start.slice(11, 16)} /></label>
        <label class="field"><span>${words.duration}</span><input type="number" name="minutes" min="5" max="1440" step="5" .defaultValue=${String(draft.minutes)} /></label>
      </div>
      ${peopleField(this.agenda, draft.people)}
      <div class="fields two">
        <label class="field"><span>${words.location}</span><input name="location" maxlength="500" .defaultValue=${draft.location} /></label>
        ${
          rooms.length
            ? html`<label class="field"><span>${words.rooms}</span><select name="room"><option value=""></option>
          ${rooms.map(({ id }) => html`<option value=${id} ?selected=${id === draft.room}>${id}</option>`)}</select></label>`
            : nothing
        }
      </div>
      <label class="field"><span>${words.note}</span><textarea name="note" rows="2" maxlength="5000" .defaultValue=${draft.note}></textarea></label>
      ${this.#complaint ? html`<p class="form-error" role="alert">${this.#complaint}</p>` : nothing}
      ${this.#conflicts?.length ? this.#warning(this.#conflicts) : nothing}
      <footer class="dialog-foot">
        <button type="button" @click=${dismissDialog}>${words.leave}</button>
        <button class="primary">${this.#conflicts?.length ? words.bookAnyway : words.book1}</button>
      </footer>
    </form>`;
  }

  #warning(conflicts: readonly Conflict[]): TemplateResult {
    return html`<div role="alert" class="verdict"><p class="is-busy"><strong>${agendaWords().isBusy(conflicts.length)}</strong></p>
      <ul class="reasons">${this.agenda.reasons.lines(conflicts.flatMap(({ reasons }) => reasons))}</ul></div>`;
  }

  async #submit(form: HTMLFormElement): Promise<void> {
    const draft = draftOf(new FormData(form));
    this.#complaint = complaintOf(draft);
    if (this.#complaint) return redraw();
    const words = agendaWords();
    const asked = JSON.stringify(draft);
    if (asked !== this.#checked) {
      const done = await this.agenda.doing(
        async () => (this.#conflicts = await conflictsOf(draft, this.#uid, this.agenda)),
      );
      if (!done) return;
      this.#checked = asked;
      this.agenda.reasons.alsoName({ [this.#uid]: draft.title });
      if (this.#conflicts?.length) return redraw();
    }
    if (await this.agenda.doing(() => bookEvent(draft, this.#uid, this.agenda), words.booked(draft.title))) {
      dismissDialog();
      this.agenda.goTo(dayOf(draft.start));
      this.agenda.scrollTo = this.#uid;
      this.agenda.select(this.#uid);
    }
  }
}

function draftOf(data: FormData): Draft {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  return {
    title: text("title"),
    start: `${text("date")}T${text("time").slice(0, 5)}:00`,
    minutes: Number(text("minutes")),
    people: data.getAll("people").map(String),
    location: text("location"),
    room: text("room"),
    note: text("note"),
  };
}

function complaintOf({ title, start, minutes, people }: Draft): string {
  const words = agendaWords();
  if (!title) return words.needName;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:00$/.test(start)) return words.needDate;
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440) return words.needDuration;
  return people.length ? "" : words.needPeople;
}
