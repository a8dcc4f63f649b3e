import { html, type TemplateResult } from "lit-html";
import { agendaWords } from "../words/agenda";
import type { Agenda } from "./agenda";
import { inOrder } from "./names";

/** The people of the desk's calendars, each to tick. */
export function peopleField({ desk, names }: Agenda, ticked: readonly string[]): TemplateResult {
  return html`<fieldset class="people"><legend>${agendaWords().people}</legend>
    ${inOrder(desk.state.calendars, names).map(
      ({ person, client }) => html`<label class="check">
      <input type="checkbox" name="people" value=${person} .defaultChecked=${ticked.includes(person)} />
      <span>${names.person(person)} <span class="small soft">${names.client(client)}</span></span></label>`,
    )}
  </fieldset>`;
}
