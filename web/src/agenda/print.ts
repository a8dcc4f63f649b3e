import { html, type TemplateResult } from "lit-html";
import { agendaWords } from "../words/agenda";
import { clockText, dayYearText } from "../words/format";
import type { Agenda } from "./agenda";
import { inConflict } from "./grid-model";
import { addDays, at } from "./when";

/** The shown day as a table: on paper only. */
export function printTable(agenda: Agenda): TemplateResult {
  const words = agendaWords();
  const head = words.printHead;
  const [from, to] = [at(agenda.day, 0), at(addDays(agenda.day, 1), 0)];
  const events = (agenda.shown ?? []).filter(
    ({ start, end, cancelled }) => !cancelled && start < to && (end > from || start >= from),
  );
  const conflicts = inConflict(agenda);
  return html`<section class="on-paper" aria-hidden="true">
    <h1>${words.printTitle(dayYearText(agenda.day))}</h1>
    ${
      events.length
        ? html`<table><thead><tr><th>${head.when}</th><th>${head.what}</th><th>${head.who}</th><th>${head.where}</th><th>${head.note}</th></tr></thead>
        <tbody>${events.map(
          (event) => html`<tr>
          <td>${event.allDay ? words.allDay : `${clockText(event.start)}–${clockText(event.end)}`}</td>
          <td><strong>${event.title || words.untitled}</strong></td>
          <td>${agenda.names.persons(event.people)}</td>
          <td>${event.room ?? event.location}</td>
          <td>${[conflicts.has(event.key) ? words.conflict : "", event.quiet ? words.free : ""].filter(Boolean).join(", ")}</td></tr>`,
        )}</tbody></table>`
        : html`<p>${words.emptyDay}</p>`
    }
  </section>`;
}
