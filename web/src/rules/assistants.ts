import { html, nothing, type TemplateResult } from "lit-html";
import { now } from "../desk/clock";
import type { Desk } from "../desk/desk";
import { freeId } from "../desk/ids";
import { language } from "../words/words";
import { choiceField, listOf, textField, type Form } from "./form";
import { hoursOf } from "./hours";
import { words } from "./words";

/** Who works at the desk. */
export function assistantsPart(desk: Desk, form: Form): TemplateResult {
  const text = words();
  const assistants = form.policy.assistants ?? [];
  const add = () => {
    const assistant = { id: freeId(text.newAssistant, assistants.map(({ id }) => id)), name: text.newAssistant, languages: [language()], timeZone: now.zone() };
    form.set(["assistants", assistants.length], assistant);
  };
  return html`${assistants.map(({ id, name }, at) => html`<fieldset class="rules-card">
      <legend>${name ?? id}</legend>
      <div class="fields row">
        ${textField(form, ["assistants", at, "name"], { label: text.name })}
        ${textField(form, ["assistants", at, "languages"], { label: text.languages, placeholder: "fr, en", ...listOf })}
        ${textField(form, ["assistants", at, "skills"], { label: text.skills, ...listOf })}
        ${choiceField(form, ["assistants", at, "clearance"], text.clearance, Object.entries(text.clearances))}
        ${textField(form, ["assistants", at, "timeZone"], { label: text.timeZone, list: "rules-zones" })}
      </div>
      ${hoursOf(form, ["assistants", at], text.workingHours)}
      ${id === desk.state.me ? nothing : html`<button class="quiet danger" ?disabled=${!form.writes}
        @click=${() => form.set(["assistants", at], undefined)}>${text.remove(name ?? id)}</button>`}
    </fieldset>`)}
    <button ?disabled=${!form.writes} @click=${add}>${text.addAssistant}</button>`;
}
