import { html, nothing, type TemplateResult } from "lit-html";
import { now } from "../desk/clock";
import type { Desk } from "../desk/desk";
import { freeId } from "../desk/ids";
import type { Assistant, Policy } from "../desk/types";
import { sayError } from "../words/say";
import { language, w } from "../words/words";
import { toastError } from "./toast";

/** Who is at the desk: asked once, and changed in the desk's sheet. */

export const nameOf = (policy: Policy, id: string | null): string =>
  policy.assistants?.find((assistant) => assistant.id === id)?.name ?? id ?? "";

export const nameOfClient = (policy: Policy, id: string): string => policy.clients?.find((client) => client.id === id)?.name ?? id;

/** What ids are called, for the core's sentences. */
export function namesOf(desk: Desk): Record<string, string> {
  const { policy, calendars } = desk.state;
  const names = new Map<string, string>();
  for (const { id, name } of policy.assistants ?? []) names.set(id, name ?? id);
  for (const { id, name, contacts } of policy.clients ?? []) {
    names.set(id, name ?? id);
    for (const contact of contacts ?? []) names.set(contact.id, contact.name ?? contact.id);
  }
  for (const { person, name } of calendars) if (!names.has(person)) names.set(person, name);
  return Object.fromEntries(names);
}

async function sit(desk: Desk, id: string, policy = desk.state.policy): Promise<void> {
  try {
    await desk.setMe(id, policy);
  } catch (error) {
    toastError(await sayError(error));
  }
}

async function sitNew(desk: Desk, name: string): Promise<void> {
  const { policy } = desk.state;
  const assistants = policy.assistants ?? [];
  const known = assistants.find((assistant) => assistant.name?.trim().toLowerCase() === name.trim().toLowerCase());
  if (known) return sit(desk, known.id);
  const me: Assistant = { id: freeId(name, assistants.map(({ id }) => id)), name: name.trim(), languages: [language()], timeZone: now.zone() };
  await sit(desk, me.id, { ...policy, assistants: [...assistants, me] });
}

/** The question, as a row of names and a field for another one. */
export function whoIsHere(desk: Desk): TemplateResult {
  const words = w().who;
  const { policy, me } = desk.state;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = String(new FormData(form).get("name") ?? "").trim();
    form.reset();
    if (name) void sitNew(desk, name);
  };
  return html`<div class="who">
    ${(policy.assistants ?? []).map(({ id, name }) => html`<button aria-pressed=${id === me}
      @click=${() => void sit(desk, id)}>${name ?? id}</button>`)}
    <form @submit=${submit}>
      <input name="name" type="text" maxlength="80" autocomplete="name" aria-label=${words.name} placeholder=${words.name} />
      <button type="submit">${words.itsMe}</button>
    </form>
  </div>`;
}

export function whoBanner(desk: Desk): TemplateResult | typeof nothing {
  const { me, writes } = desk.state;
  if (me || !writes) return nothing;
  return html`<section class="banner who-banner" aria-label=${w().who.question}>
    <strong>${w().who.question}</strong>${whoIsHere(desk)}</section>`;
}
