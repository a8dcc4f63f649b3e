import { html, nothing, type TemplateResult } from "lit-html";
import type { Desk } from "../desk/desk";
import { w } from "../words/words";
import { backupAge } from "./desksheet";
import { saveDesk, startEmpty } from "./files";
import { nameOf } from "./people";

/** What the user must know of the desk: read-only, damaged, or the sample. */
export function banners(desk: Desk): TemplateResult {
  const { writes, unreadable, derived, phase } = desk.state;
  const words = w().banner;
  return html`
    ${!writes && phase === "open" ? banner(words.readOnly, "amber") : nothing}
    ${unreadable.length ? banner(words.unreadable(unreadable.length), "warn") : nothing}
    ${derived.journalHolds === false ? banner(words.journalBroken, "warn") : nothing}`;
}

const banner = (text: string, kind: string) => html`<p class="banner ${kind}" role="status">${text}</p>`;

/** The foot of the page: who is here, where the data is, how old the last backup is. */
export function status(desk: Desk, openDesk: () => void): TemplateResult {
  const { origin, me, policy, sealed, writes } = desk.state;
  const words = w().desk;
  return html`<footer class="status">
    ${origin === "sample" ? html`<span class="sample"><strong>${words.sample}</strong>
      <button class="link" ?disabled=${!writes} @click=${() => void startEmpty(desk)}>${words.startEmpty}</button></span>` : nothing}
    ${me ? html`<span>${words.here} <button class="link" @click=${openDesk}>${nameOf(policy, me)}</button></span>` : nothing}
    <span>${sealed ? words.isSealed : words.notSealed}</span>
    <span class="backup">${backupAge(desk)} <button class="link" ?disabled=${!writes} @click=${() => void saveDesk(desk)}>${words.save}</button></span>
  </footer>`;
}
