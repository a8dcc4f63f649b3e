import { html, nothing, type TemplateResult } from "lit-html";
import { now } from "../desk/clock";
import type { Calendar, Event } from "../desk/types";
import { agendaWords } from "../words/agenda";
import type { Agenda } from "./agenda";
import { dismissDialog, type Dialog } from "./dialog";
import { replaced } from "./replaced";
import type { Shown } from "./shown";

/** The event marked as cancelled: the whole of it, or one occurrence of a series. */
export function cancelled(event: Event, recurrenceId: string | null, at: string): Event {
  const sequence = Number(event["sequence"] ?? 0) + 1;
  const base = { ...event, sequence, updated: at };
  if (!recurrenceId || event.recurrenceId) return { ...base, status: "cancelled" };
  const overrides = (event["recurrenceOverrides"] as Record<string, object> | undefined) ?? {};
  return { ...base, recurrenceOverrides: { ...overrides, [recurrenceId]: { ...overrides[recurrenceId], status: "cancelled" } } };
}

/** Asks before an event is cancelled, and of a series whether all of it. */
export class CancelDialog implements Dialog {
  constructor(private readonly agenda: Agenda, private readonly shown: Shown) {}

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

  async #cancel(recurrenceId: string | null): Promise<void> {
    const { agenda, shown } = this;
    dismissDialog();
    const at = now.instant();
    const calendars = agenda.desk.state.calendars.flatMap((calendar): Calendar[] => {
      const held = calendar.events.filter(({ uid }) => uid === shown.uid);
      return held.length
        ? [{ ...calendar, events: replaced(calendar.events, held.map((event) => cancelled(event, recurrenceId, at))), changed: true }]
        : [];
    });
    const { uid, title, people } = shown;
    const timeZone = shown.problem?.timeZone ?? agenda.zone;
    const payload = { uid, ...(recurrenceId && { recurrenceId }), title, start: shown.problem?.start ?? shown.start, timeZone, people };
    const entries = [agenda.desk.entry("event.cancelled", uid, payload, shown.client)];
    await agenda.doing(() => agenda.desk.change({ label: "cancelledEvent", calendars, entries }), agendaWords().cancelDone(title));
  }
}
