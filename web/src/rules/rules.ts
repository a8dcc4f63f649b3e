import { html, type TemplateResult } from "lit-html";
import type { Desk } from "../desk/desk";
import { openDialog } from "../shell/dialog";
import { redraw } from "../shell/draw";
import { assistantsPart } from "./assistants";
import { clientsPart } from "./clients";
import { Form } from "./form";
import { levelsPart } from "./levels";
import { textPart } from "./text";
import { weightsPart } from "./weights";
import { words } from "./words";

const tabs = ["assistants", "clients", "levels", "weights", "text"] as const;
type Tab = (typeof tabs)[number];

/** The rules of the desk, to read and to change: who works here, for whom, how fast, and what weighs how much. */
export function openRules(desk: Desk): void {
  const form = new Form(desk);
  let shown: Tab = "assistants";
  const show = (tab: Tab) => {
    shown = tab;
    redraw();
  };
  const parts: Record<Tab, () => TemplateResult> = {
    assistants: () => assistantsPart(desk, form),
    clients: () => clientsPart(desk, form),
    levels: () => levelsPart(desk, form),
    weights: () => weightsPart(form),
    text: () => textPart(desk),
  };
  openDialog({
    title: words().title,
    body: () => html`<div class="rules">
      ${tabList(shown, show)}
      <div class="rules-part" role="tabpanel" id="rules-part" aria-labelledby=${`rules-${shown}`}>${parts[shown]()}</div>
      <datalist id="rules-kinds">${Object.entries(words().kinds).map(([kind, name]) => html`<option value=${kind}>${name}</option>`)}</datalist>
      <datalist id="rules-zones">${Intl.supportedValuesOf("timeZone").map((zone) => html`<option value=${zone}></option>`)}</datalist>
      <p class="soft small">${words().keptAtOnce}</p></div>`,
  });
}

function tabList(shown: Tab, show: (tab: Tab) => void): TemplateResult {
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const next = tabs[(tabs.indexOf(shown) + by + tabs.length) % tabs.length]!;
    show(next);
    document.getElementById(`rules-${next}`)?.focus();
  };
  return html`<div class="rules-tabs" role="tablist" aria-label=${words().title} @keydown=${step}>${tabs.map((tab) => html`<button
    role="tab" id=${`rules-${tab}`} aria-controls="rules-part" aria-selected=${tab === shown} tabindex=${tab === shown ? 0 : -1}
    @click=${() => show(tab)}>${words().tabs[tab]}</button>`)}</div>`;
}
