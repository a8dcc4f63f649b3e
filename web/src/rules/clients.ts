import { html, nothing, type TemplateResult } from "lit-html";
import { now } from "../desk/clock";
import type { Desk } from "../desk/desk";
import { freeId } from "../desk/ids";
import type { Client } from "../desk/types";
import { choiceField, listOf, textField, type Form, type Path } from "./form";
import { hoursOf } from "./hours";
import { words } from "./words";

const regions = [
  "FR", "FR-ALSACE-MOSELLE", "FR-GUADELOUPE", "FR-MARTINIQUE", "FR-GUYANE", "FR-REUNION", "FR-MAYOTTE", "BE", "LU", "GB-EAW", "GB-SCT", "GB-NIR", "US",
] as const;
const callerMembers = ["name", "phone", "email", "company"] as const;

/** For whom the desk works. */
export function clientsPart(desk: Desk, form: Form): TemplateResult {
  const text = words();
  const clients = form.policy.clients ?? [];
  const add = () => form.set(["clients", clients.length], {
    id: freeId(text.newClient, clients.map(({ id }) => id)), name: text.newClient, timeZone: now.zone() });
  return html`${clients.map((client, at) => html`<fieldset class="rules-card"><legend>${client.name ?? client.id}</legend>${clientFields(form, client, ["clients", at])}
      ${desk.state.calendars.some((calendar) => calendar.client === client.id) ? nothing : html`<button class="quiet danger" ?disabled=${!form.writes}
        @click=${() => form.set(["clients", at], undefined)}>${text.remove(client.name ?? client.id)}</button>`}
    </fieldset>`)}
    <button ?disabled=${!form.writes} @click=${add}>${text.addClient}</button>`;
}

function clientFields(form: Form, client: Client, path: Path): TemplateResult {
  const text = words();
  return html`<div class="fields row">
      ${textField(form, [...path, "name"], { label: text.name })}
      ${textField(form, [...path, "kind"], { label: text.kind, list: "rules-kinds" })}
      ${textField(form, [...path, "timeZone"], { label: text.timeZone, list: "rules-zones" })}
      ${Array.isArray(client["holidays"]) ? nothing : choiceField(form, [...path, "holidays"], text.holidays, [["", text.none], ...regions.map((code) => [code, text.regions[code]] as const)])}
      ${textField(form, [...path, "addresses"], { label: text.addresses, placeholder: "+33…, accueil@…", ...listOf })}
    </div>
    ${hoursOf(form, path, text.openingHours)}${contract(form, path)}
    ${rows(form, [...path, "instructions"], { title: text.instructions, add: text.addInstruction,
      fresh: (ids) => ({ id: freeId(text.newInstruction, ids), text: text.newInstruction }),
      fields: (one) => html`${textField(form, [...one, "text"], { label: text.instruction })}
        ${textField(form, [...one, "from"], { label: text.from, type: "date" })}
        ${textField(form, [...one, "to"], { label: text.until, type: "date" })}
        ${choiceField(form, [...one, "confidentiality"], text.confidentiality, Object.entries(text.clearances))}` })}
    ${rows(form, [...path, "contacts"], { title: text.contacts, add: text.addContact,
      fresh: (ids) => ({ id: freeId(text.newContact, ids), name: text.newContact }),
      fields: (one) => html`${textField(form, [...one, "name"], { label: text.name })}
        ${textField(form, [...one, "skills"], { label: text.skills, ...listOf })}` })}
    ${rows(form, [...path, "vips"], { title: text.vips, add: text.addVip, fresh: () => ({ name: text.newContact }),
      fields: (one) => callerMembers.map((member) => textField(form, [...one, member], { label: text.caller[member] })) })}`;
}

interface Rows {
  title: string;
  add: string;
  /** A new one, given the ids that are taken. */
  fresh: (ids: string[]) => object;
  fields: (path: Path) => unknown;
}

/** A list of small things, each with its fields. */
function rows(form: Form, path: Path, { title, add, fresh, fields }: Rows): TemplateResult {
  const items = (form.get(path) as { id?: string }[] | undefined) ?? [];
  return html`<details class="rules-more"><summary>${title} (${items.length})</summary>
    ${items.map((_, at) => html`<div class="rules-row"><div class="fields row">${fields([...path, at])}</div>
      <button class="quiet icon" aria-label=${words().remove(`${title} ${at + 1}`)} ?disabled=${!form.writes}
        @click=${() => form.set([...path, at], undefined)}>✕</button></div>`)}
    <button ?disabled=${!form.writes} @click=${() => form.set([...path, items.length], fresh(items.map(({ id }) => id ?? "")))}>${add}</button></details>`;
}

/** What the client has bought, in hours; kept in minutes. */
function contract(form: Form, path: Path): TemplateResult {
  const text = words();
  const contract = [...path, "contract"];
  const hours = {
    shown: (value: unknown) => (typeof value === "number" ? String(value / 60) : ""),
    read: (typed: string) => {
      const amount = Number(typed.replace(",", "."));
      if (!typed.trim()) return { value: undefined };
      return Number.isFinite(amount) && amount >= 0 ? { value: Math.round(amount * 60) } : { why: text.notHours };
    },
  };
  return html`<details class="rules-more"><summary>${text.contract}</summary><div class="fields row">
    ${choiceField(form, [...contract, "kind"], text.contractKind, Object.entries(text.contractKinds))}
    ${textField(form, [...contract, "minutes"], { label: text.contractHours, ...hours })}
    ${choiceField(form, [...contract, "per"], text.per, Object.entries(text.pers))}
    <label class="check"><input type="checkbox" .checked=${form.get([...contract, "carryOver"]) === true} ?disabled=${!form.writes}
      @change=${(event: Event) => form.set([...contract, "carryOver"], (event.target as HTMLInputElement).checked)} />${text.carryOver}</label>
  </div></details>`;
}
