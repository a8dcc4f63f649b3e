import { html, nothing, type TemplateResult } from "lit-html";
import { w } from "../words/words";
import type { Area } from "./area";

export interface HeaderActions {
  show(area: Area["id"]): void;
  openPalette(): void;
  openNote(): void;
  openDesk(): void;
  undo(): void;
  switchLanguage(): void;
  switchTheme(): void;
}

interface HeaderState {
  area: Area["id"];
  canUndo: boolean;
  writes: boolean;
  keys: boolean;
}

const areas: Area["id"][] = ["agenda", "requests", "handover"];

export function header(state: HeaderState, act: HeaderActions): TemplateResult {
  const words = w().header;
  const key = (text: string) => (state.keys ? html`<kbd aria-hidden="true">${text}</kbd>` : nothing);
  return html`<header class="bar">
    <a class="skip" href="#main">${words.skip}</a>
    <span class="brand"><span class="logo" aria-hidden="true"></span>Relais</span>
    <nav class="areas" aria-label=${words.main}>
      ${areas.map((id, at) => html`<button class="area" aria-current=${state.area === id ? "page" : "false"}
        @click=${() => act.show(id)}>${w().areas[id]} ${key(String(at + 1))}</button>`)}
    </nav>
    <div class="tools">
      <button class="search" @click=${act.openPalette}><span>${words.search}</span><kbd aria-hidden="true">Ctrl K</kbd></button>
      <button class="note-button" ?disabled=${!state.writes} @click=${act.openNote}>${words.note} ${key("M")}</button>
      <button class="quiet undo" ?disabled=${!state.canUndo} @click=${act.undo}>${words.undo}</button>
      <button class="quiet roomy" lang=${words.otherTag} @click=${act.switchLanguage}>${words.otherLanguage}</button>
      <button class="quiet roomy" @click=${act.switchTheme}>${words.theme}</button>
      <button class="quiet" @click=${act.openDesk}>${words.menu}</button>
    </div>
  </header>`;
}
