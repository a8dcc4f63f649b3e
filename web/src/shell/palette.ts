import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { folded } from "../desk/ids";
import { w } from "../words/words";
import type { Command } from "./area";
import { openDialog } from "./dialog";
import { redraw } from "./draw";

const most = 40;

/** The palette: type to find something or to act. `commands` is asked at each keystroke. */
export function openPalette(commands: (search: string) => Command[]): void {
  let search = "";
  let at = 0;
  let chosen: Command | undefined;

  const found = () => {
    const parts = folded(search).split(/\s+/).filter(Boolean);
    const fits = ({ title, words }: Command) => parts.every((part) => folded(`${title} ${words ?? ""}`).includes(part));
    return commands(search).filter(fits).slice(0, most);
  };
  const type = (event: Event) => {
    search = (event.target as HTMLInputElement).value;
    at = 0;
    redraw();
  };
  const keys = (event: KeyboardEvent, list: Command[], close: () => void) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      at = (at + step + list.length) % Math.max(1, list.length);
      redraw();
    }
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    choose(list[at], close);
  };
  const choose = (command: Command | undefined, close: () => void) => {
    chosen = command;
    if (command) close();
  };

  openDialog({
    title: w().header.search,
    kind: "palette",
    body: (close) => {
      const list = found();
      at = Math.min(at, Math.max(0, list.length - 1));
      return html`<div @keydown=${(event: KeyboardEvent) => keys(event, list, close)}>
        <input class="palette-field" type="text" role="combobox" aria-expanded="true" aria-controls="palette-list"
          aria-activedescendant=${list.length ? `palette-${at}` : nothing} aria-label=${w().header.search}
          placeholder=${w().header.search} autocomplete="off" spellcheck="false" @input=${type} ${ref(focus)} />
        <ul id="palette-list" role="listbox" aria-label=${w().header.search}>
          ${list.map((command, index) => option(command, index, index === at, () => choose(command, close)))}
        </ul>
        ${list.length ? nothing : html`<p class="soft nothing">${w().palette.nothing}</p>`}
      </div>`;
    },
    closed: () => void chosen?.run(),
  });
}

const focus = (element: Element | undefined) => (element as HTMLElement | undefined)?.focus();

function option(command: Command, index: number, active: boolean, choose: () => void): TemplateResult {
  const visible = (element: Element | undefined) => active && element?.scrollIntoView({ block: "nearest" });
  return html`<li id="palette-${index}" role="option" aria-selected=${active} class=${active ? "active" : ""}
    @mousedown=${(event: Event) => event.preventDefault()} @click=${choose} ${ref(visible)}>
    <span>${command.title}</span>${command.key ? html`<kbd>${command.key}</kbd>` : nothing}</li>`;
}
