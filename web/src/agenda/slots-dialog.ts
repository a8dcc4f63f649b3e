import { html, nothing, type TemplateResult } from "lit-html";
import { core } from "../core";
import type { Reason, Slot } from "../desk/types";
import { redraw } from "../shell/draw";
import { agendaWords } from "../words/agenda";
import { clockText, dayText } from "../words/format";
import type { Agenda } from "./agenda";
import { dismissDialog, showDialog, type Dialog } from "./dialog";
import { EventDialog } from "./event-dialog";
import { peopleField } from "./people-field";
import { titlesOf } from "./reference";
import { addDays, addMinutes, daysBetween, isoDuration, type Day } from "./when";

interface Wish {
  people: string[];
  minutes: number;
  from: Day;
  to: Day;
}

const limit = 12;
const longestDays = 60;

/** Finds a time for some people: the core ranks what is free and says why nothing is. */
export class SlotsDialog implements Dialog {
  #wish: Wish;
  #found: { slots: Slot[]; because: Reason[]; relaxations: Reason[][] } | null = null;
  /** Titles by reference in the period that was searched. */
  #titles: Record<string, string> = {};
  #complaint = "";
  #searching = false;

  constructor(private readonly agenda: Agenda) {
    const [first] = agenda.desk.state.calendars;
    this.#wish = {
      people: first && agenda.desk.state.calendars.length === 1 ? [first.person] : [],
      minutes: 30,
      from: agenda.day,
      to: addDays(agenda.day, 6),
    };
  }

  title(): string {
    return agendaWords().findTitle;
  }

  body(): TemplateResult {
    const words = agendaWords();
    const { people, minutes, from, to } = this.#wish;
    const submit = (event: SubmitEvent) => (event.preventDefault(), void this.#search(event.target as HTMLFormElement));
    return html`<form @submit=${submit} novalidate>
      ${peopleField(this.agenda, people)}
      <div class="fields three">
        <label class="field"><span>${words.duration}</span><input type="number" name="minutes" min="5" max="1440" step="5" .defaultValue=${String(minutes)} /></label>
        <label class="field"><span>${words.period}</span><input type="date" name="from" .defaultValue=${from} /></label>
        <label class="field"><span>${words.periodTo}</span><input type="date" name="to" .defaultValue=${to} /></label>
      </div>
      ${this.#complaint ? html`<p class="form-error" role="alert">${this.#complaint}</p>` : nothing}
      <footer class="dialog-foot"><button type="button" @click=${dismissDialog}>${words.close}</button>
        <button class="primary" ?disabled=${this.#searching}>${words.search}</button></footer>
    </form>
    <div role="status">${this.#answer()}</div>`;
  }

  #answer(): TemplateResult | typeof nothing {
    if (!this.#found) return nothing;
    const words = agendaWords();
    const { slots, because, relaxations } = this.#found;
    const said = (title: string, reasons: Reason[]) =>
      reasons.length
        ? html`<p class="small"><strong>${title}</strong></p><ul class="reasons">${this.agenda.reasons.lines(reasons)}</ul>`
        : nothing;
    if (!slots.length) {
      const openings = relaxations.map(
        (reasons) => html`<li>${reasons.map((reason) => this.agenda.reasons.say(reason)).join(" ")}</li>`,
      );
      return html`<p><strong>${words.slotsNone}</strong></p>${said(words.slotsBecause, because)}
        ${openings.length ? html`<p class="small"><strong>${words.relax}</strong></p><ul class="reasons">${openings}</ul>` : nothing}`;
    }
    return html`<p class="small soft">${words.slotsFound(slots.length)}</p><ol class="slots">${slots.map((slot) => this.#slot(slot))}</ol>`;
  }

  #slot(slot: Slot): TemplateResult {
    const words = agendaWords();
    const { start } = slot;
    const displaced = slot.displaces.map((named) => this.#titles[String(named)] ?? String(named));
    const notes = [
      displaced.length ? words.displaces(displaced.join(", ")) : "",
      slot.missed?.length ? words.misses(this.agenda.names.persons(slot.missed)) : "",
      slot.room ? words.room(slot.room) : "",
      ...slot.reasons.map((reason) => this.agenda.reasons.say(reason)),
    ].filter(Boolean);
    const take = () => {
      showDialog(
        new EventDialog(this.agenda, {
          start,
          minutes: this.#wish.minutes,
          people: this.#wish.people,
          room: slot.room ?? "",
        }),
      );
    };
    return html`<li><button type="button" @click=${take}>
      <span><strong>${dayText(start)}</strong> <span class="tabular">${clockText(start)}–${clockText(addMinutes(start, this.#wish.minutes))}</span>
      ${notes.length ? html`<span class="small soft">${notes.join(" · ")}</span>` : nothing}</span>
      <span class="small">${words.take}</span></button></li>`;
  }

  async #search(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form);
    const wish = {
      people: data.getAll("people").map(String),
      minutes: Number(data.get("minutes")),
      from: String(data.get("from")),
      to: String(data.get("to")),
    };
    this.#complaint = complaintOf(wish);
    this.#found = null;
    if (this.#complaint) return redraw();
    this.#wish = wish;
    this.#searching = true;
    redraw();
    await this.agenda.doing(async () => {
      const problem = await this.agenda.problemBetween(wish.from, addDays(wish.to, 1));
      const meeting = {
        duration: isoDuration(wish.minutes),
        people: wish.people.map((id) => ({ id, role: "required" })),
      };
      const { agenda } = await core();
      const answer = await agenda.slots({ ...problem, meeting, limit });
      this.#titles = titlesOf(problem.events, agendaWords().untitled);
      this.agenda.reasons.alsoName(this.#titles);
      this.#found = {
        slots: answer.slots,
        because: answer.because,
        relaxations: answer.relaxations.map(({ reasons }) => reasons),
      };
    });
    this.#searching = false;
    redraw();
  }
}

function complaintOf({ people, minutes, from, to }: Wish): string {
  const words = agendaWords();
  if (!people.length) return words.needPeople;
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440) return words.needDuration;
  const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day);
  return isDay(from) && isDay(to) && daysBetween(from, to) >= 0 && daysBetween(from, to) < longestDays
    ? ""
    : words.needPeriod(longestDays);
}
