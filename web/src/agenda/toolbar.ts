import { html, nothing, type TemplateResult } from "lit-html";
import { agendaWords } from "../words/agenda";
import { daysText, dayYearText } from "../words/format";
import type { Agenda } from "./agenda";
import { todayIn } from "./grid-model";
import { inOrder } from "./names";
import { addDays } from "./when";

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What the grid shows, in words. */
export function titleOfGrid(agenda: Agenda): string {
  const { mode, desk } = agenda;
  if (mode === "day") return capital(dayYearText(agenda.day));
  return daysText(desk.state.week, addDays(desk.state.week, 6));
}

/** The head of the grid: which days, whose, and what can be done. `keys` shows the single keys. */
export function toolbar(
  agenda: Agenda,
  actions: { choose(): void; paste(): void; add(): void; find(): void; save(): void; print(): void },
): TemplateResult {
  const words = agendaWords();
  const isWeek = agenda.mode === "week";
  const has = agenda.desk.state.calendars.length > 0;
  const kbd = (key: string) => (agenda.hasKeys ? html` <kbd aria-hidden="true">${key}</kbd>` : nothing);
  return html`<header class="agenda-head">
    <h2 aria-live="polite">${titleOfGrid(agenda)}</h2>
    <div class="group" role="group" aria-label=${words.title}>
      <button type="button" class="icon" aria-label=${isWeek ? words.previousWeek : words.previousDay} @click=${() => agenda.step(-1)}>‹</button>
      <button type="button" @click=${() => agenda.goTo(todayIn(agenda))}>${words.today}${kbd("T")}</button>
      <button type="button" class="icon" aria-label=${isWeek ? words.nextWeek : words.nextDay} @click=${() => agenda.step(1)}>›</button>
    </div>
    <div class="group joined" role="group" aria-label=${words.view}>
      <button type="button" aria-pressed=${isWeek ? "false" : "true"} @click=${() => agenda.setMode("day")}>${words.day}</button>
      <button type="button" aria-pressed=${isWeek ? "true" : "false"} @click=${() => agenda.setMode("week")}>${words.week}</button>
    </div>
    ${isWeek && has ? personPicker(agenda) : nothing}
    <div class="group group-actions">
      ${agenda.writes && has ? html`<button type="button" @click=${actions.add}>${words.add}</button>` : nothing}
      ${has ? html`<button type="button" @click=${actions.find}>${words.find}</button>` : nothing}
      ${agenda.writes ? html`<button type="button" @click=${actions.choose}>${words.import}</button>` : nothing}
      ${agenda.writes ? html`<button type="button" @click=${actions.paste}>${words.pasteShort}</button>` : nothing}
      ${has ? html`<button type="button" @click=${actions.save}>${words.export}</button>` : nothing}
      ${has ? html`<button type="button" @click=${actions.print}>${words.print}</button>` : nothing}
    </div>
  </header>`;
}

function personPicker(agenda: Agenda): TemplateResult {
  const pick = (event: Event) => agenda.showPerson((event.target as HTMLSelectElement).value);
  return html`<label><span class="visually-hidden">${agendaWords().person}</span><select @change=${pick}>
    ${inOrder(agenda.desk.state.calendars, agenda.names).map(
      ({ person }) => html`<option value=${person} ?selected=${person === agenda.weekPerson}>
      ${agenda.names.person(person)}</option>`,
    )}</select></label>`;
}
