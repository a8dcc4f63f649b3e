import { html, nothing, type TemplateResult } from "lit-html";
import { core } from "../core";
import { now } from "../desk/clock";
import type { Calendar, Event, Message } from "../desk/types";
import { redraw } from "../shell/draw";
import { toast } from "../shell/toast";
import { agendaWords } from "../words/agenda";
import { timeText } from "../words/format";
import type { Agenda } from "./agenda";
import { dismissDialog, type Dialog } from "./dialog";
import { emlOf } from "./eml";
import { inOrder } from "./names";
import { replaced } from "./replaced";
import { fileName, saveFile } from "./save-file";

/** The calendars of a client as one: a UID that several hold is written once. */
function eventsOf(calendars: readonly Calendar[]): Event[] {
  return calendars.reduce<Event[]>((events, calendar) => replaced(events, calendar.events), []);
}

/** Saves the calendars that have changed, a file a client, and drafts for those who have to be told. */
export class SaveDialog implements Dialog {
  #all = false;

  constructor(private readonly agenda: Agenda) {}

  title(): string {
    return agendaWords().saveTitle;
  }

  body(): TemplateResult {
    const words = agendaWords();
    const { names, desk } = this.agenda;
    const ordered = inOrder(desk.state.calendars, names);
    const clients = [...new Set(ordered.map(({ client }) => client))].map((client) => ({
      client,
      calendars: ordered.filter((one) => one.client === client),
    }));
    const wanted = clients.filter(({ calendars }) => this.#all || calendars.some(({ changed }) => changed));
    const toggle = (event: globalThis.Event) => {
      this.#all = (event.target as HTMLInputElement).checked;
      redraw();
    };
    return html`<p class="soft">${words.saveText}</p>
      ${
        wanted.length
          ? html`<ul class="save-rows">${wanted.map(({ client, calendars }) => this.#row(client, calendars))}</ul>`
          : html`<p>${words.saveNone}</p>`
      }
      <label class="check"><input type="checkbox" .checked=${this.#all} @change=${toggle} /> ${words.saveAll}</label>
      ${this.#drafts()}
      <footer class="dialog-foot"><button type="button" @click=${dismissDialog}>${words.close}</button></footer>`;
  }

  #row(client: string, calendars: Calendar[]): TemplateResult {
    const words = agendaWords();
    const { names } = this.agenda;
    return html`<li><span><strong>${names.client(client)}</strong>
        <span class="small soft">${calendars.map(({ person, changed }) => `${names.person(person)}${changed ? ` (${words.isChanged})` : ""}`).join(", ")}</span></span>
      <button type="button" @click=${() => void this.#save(client, calendars)}>${words.saveFile(names.client(client))}</button></li>`;
  }

  async #save(client: string, calendars: Calendar[]): Promise<void> {
    const { agenda } = this;
    const name = fileName(agenda.names.client(client), "ics");
    const done = await agenda.doing(async () => {
      const tasks = calendars.flatMap((calendar) => calendar.tasks ?? []);
      const relais = await core();
      const { text } = await relais.calendar.export({
        format: "ics",
        events: eventsOf(calendars),
        ...(tasks.length && { tasks }),
        stamp: now.instant(),
      });
      saveFile(name, text, "text/calendar");
      await agenda.desk.record([agenda.desk.entry("exported", client, { format: "ics" }, client)]);
    });
    if (done) toast(agendaWords().saved(name));
  }

  #drafts(): TemplateResult | typeof nothing {
    const words = agendaWords();
    const waiting = outgoingOf(this.agenda.desk.state.calendars);
    if (!waiting.length) return nothing;
    return html`<h3>${words.drafts}</h3>
      <ul class="save-rows">${waiting.map(
        (message) => html`<li>
        <span><strong>${message.to}</strong> <span class="small soft">${words.draft[message.method]?.subject(titlesOf(message)) ?? titlesOf(message)}</span></span>
        <span class="actions">
          <button type="button" aria-label=${`.ics · ${words.draftFor(message.to)}`} @click=${() => void this.#saveDraft(message, "ics")}>.ics</button>
          <button type="button" aria-label=${`.eml · ${words.draftFor(message.to)}`} @click=${() => void this.#saveDraft(message, "eml")}>.eml</button></span></li>`,
      )}</ul>
      ${this.agenda.writes ? html`<p><button type="button" @click=${() => void this.#clear()}>${words.clearDrafts}</button></p>` : nothing}`;
  }

  async #saveDraft(message: Message, ending: "ics" | "eml"): Promise<void> {
    const words = agendaWords();
    await this.agenda.doing(async () => {
      const relais = await core();
      const { text } = await relais.calendar.export({
        format: "ics",
        events: message.events,
        method: message.method,
        stamp: now.instant(),
      });
      const name = fileName(`${titlesOf(message)} ${message.to}`, ending);
      if (ending === "ics") return saveFile(name, text, "text/calendar");
      const [event] = message.events;
      const [title, start] = [event?.title || words.untitled, event?.start ? timeText(event.start) : ""];
      const draft = words.draft[message.method] ?? words.draft["REQUEST"]!;
      const eml = {
        to: message.to,
        subject: draft.subject(title),
        text: draft.body(title, start),
        ics: text,
        method: message.method,
      };
      saveFile(name, emlOf(eml, `relais-${crypto.randomUUID()}`), "message/rfc822");
    });
  }

  async #clear(): Promise<void> {
    const { desk } = this.agenda;
    const calendars = desk.state.calendars
      .filter(({ outgoing }) => outgoing?.length)
      .map(({ outgoing: _sent, ...calendar }): Calendar => calendar);
    await this.agenda.doing(() => desk.change({ label: "sent", calendars }));
  }
}

const titlesOf = ({ events }: Message): string =>
  [...new Set(events.map(({ title }) => title || agendaWords().untitled))].join(", ");

/** What waits to be sent, a message for each event: the latest, whichever calendars it came from. */
export function outgoingOf(calendars: readonly Calendar[]): Message[] {
  const all = calendars
    .flatMap(({ outgoing = [] }) => outgoing)
    .flatMap(({ method, to, events }) => events.map((event): Message => ({ method, to, events: [event] })));
  return [
    ...new Map(
      all.map((message) => [
        `${message.to} ${message.events[0]!.uid} ${message.events[0]!.recurrenceId ?? ""}`,
        message,
      ]),
    ).values(),
  ];
}
