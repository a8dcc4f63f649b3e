import { html, nothing, type TemplateResult } from "lit-html";
import { now } from "../desk/clock";
import type { Calendar, Event } from "../desk/types";
import { agendaWords } from "../words/agenda";
import type { Agenda } from "./agenda";
import { dismissDialog, type Dialog } from "./dialog";
import { replaced } from "./replaced";
import type { Shown } from "./shown";

const cancelled = (event: Event, at: string): Event => ({
  ...event,
  sequence: Number(event["sequence"] ?? 0) + 1,
  updated: at,
  status: "cancelled",
});

/** Asks before an event is cancelled, and of a series whether all of it. */
export class CancelDialog implements Dialog {
  constructor(
    private readonly agenda: Agenda,
    private readonly shown: Shown,
  ) {}

  title(): string {
    return agendaWords().cancelAsk(this.shown.title || agendaWords().untitled);
  }

  body(): TemplateResult {
    const words = agendaWords();
    const isSeries = this.shown.recurrenceId !== null && !this.shown.event.recurrenceId;
    return html`<p>${words.cancelText}</p>
      <footer class="dialog-foot">
        <button type="button" @click=${dismissDialog}>${words.keep}</button>
        ${isSeries ? html`<button type="button" class="danger" @click=${() => void this.#cancel(null)}>${words.cancelSeries}</button>` : nothing}
        <button type="button" class="danger" autofocus @click=${() => void this.#cancel(this.shown.recurrenceId)}>
          ${isSeries ? words.cancelOne : words.cancelEvent}</button>
      </footer>`;
  }

  /** One occurrence, or an event that does not repeat, is the engine's to cancel: it knows whom to tell. */
  async #cancel(recurrenceId: string | null): Promise<void> {
    const { agenda, shown } = this;
    dismissDialog();
    const done = agendaWords().cancelDone(shown.title || agendaWords().untitled);
    if (recurrenceId === null && shown.recurrenceId !== null)
      return void agenda.doing(() => this.#cancelSeries(), done);
    const start = shown.problem?.start ?? recurrenceId ?? shown.event.start ?? shown.start;
    const answer = {
      uid: shown.uid,
      ...(recurrenceId && { recurrenceId }),
      state: "unscheduled" as const,
      start,
      reasons: [],
    };
    await agenda.applying([answer], "cancelledEvent", done);
  }

  async #cancelSeries(): Promise<void> {
    const { desk, zone } = this.agenda;
    const { uid, title, people, client, problem } = this.shown;
    const at = now.instant();
    const calendars = desk.state.calendars.flatMap((calendar): Calendar[] => {
      const held = calendar.events.filter((event) => event.uid === uid);
      return held.length
        ? [
            {
              ...calendar,
              events: replaced(
                calendar.events,
                held.map((event) => cancelled(event, at)),
              ),
              changed: true,
            },
          ]
        : [];
    });
    const payload = {
      uid,
      title,
      start: this.shown.event.start ?? this.shown.start,
      timeZone: problem?.timeZone ?? zone,
      people,
    };
    await desk.change({
      label: "cancelledEvent",
      calendars,
      entries: [desk.entry("event.cancelled", uid, payload, client)],
    });
  }
}
