import { html, nothing, type TemplateResult } from "lit-html";
import type { Desk } from "../desk/desk";
import type { Area, Command, Incoming } from "../shell/area";
import { redraw } from "../shell/draw";
import { agendaWords } from "../words/agenda";
import { Agenda } from "./agenda";
import { conflictPanel } from "./conflict-list";
import { dialogView } from "./dialog";
import { EventDialog } from "./event-dialog";
import { eventPanel } from "./event-panel";
import { gridView } from "./grid";
import { GridInput, settle } from "./grid-input";
import { dayOfColumn, gridModel, todayIn } from "./grid-model";
import { ImportDialog } from "./import-dialog";
import { PasteDialog } from "./paste-dialog";
import { printTable } from "./print";
import { SaveDialog } from "./save-dialog";
import { SlotsDialog } from "./slots-dialog";
import { toolbar } from "./toolbar";
import { at } from "./when";

const minute = 60_000;

/** The agenda: the days of each person, their conflicts and what would solve them. */
export function agendaArea(desk: Desk): Area {
  const agenda = new Agenda(desk);
  const input = new GridInput(agenda);
  let clock: ReturnType<typeof setInterval> | undefined;

  const actions = {
    choose: () => document.querySelector<HTMLInputElement>("#agenda-files")?.click(),
    paste: () => agenda.open(new PasteDialog(agenda)),
    add: () => agenda.open(new EventDialog(agenda, { start: at(agenda.day, 9 * 60), people: agenda.mode === "week" && agenda.weekPerson ? [agenda.weekPerson] : [] })),
    find: () => agenda.open(new SlotsDialog(agenda)),
    save: () => agenda.open(new SaveDialog(agenda)),
    print: () => window.print(),
  };
  const chosen = async (event: Event) => {
    const field = event.target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = "";
    await take(await Promise.all(files.map(async (file): Promise<Incoming> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), kind: "calendar" }))));
  };
  const take = async (incoming: readonly Incoming[]) => {
    const calendars = incoming.filter(({ kind }) => kind === "calendar");
    if (calendars.length && desk.state.writes) agenda.open(new ImportDialog(agenda, calendars));
  };
  const addAt = (event: MouseEvent) => {
    const column = (event.target as HTMLElement).closest<HTMLElement>(".column");
    if (!column || (event.target as HTMLElement).closest("[data-key]") || !agenda.writes) return;
    const part = (event.clientY - column.getBoundingClientRect().top) / column.clientHeight;
    const id = column.dataset["column"] ?? "";
    const people = id.startsWith("person ") ? [id.slice(7)] : agenda.mode === "week" && agenda.weekPerson ? [agenda.weekPerson] : [];
    agenda.open(new EventDialog(agenda, { start: at(dayOfColumn(id, agenda), Math.floor((part * 1440) / 30) * 30), people }));
  };

  const grid = (): TemplateResult => html`<div class="grid-scroll" tabindex="-1" @keydown=${input.onKey} @click=${input.onClick} @dblclick=${addAt}
      @focusin=${input.onFocus} @pointerdown=${input.onPointerDown} @pointermove=${input.onPointerMove} @pointerup=${input.onPointerUp} @pointercancel=${input.onPointerUp}>
      ${agenda.shown ? gridView(gridModel(agenda)) : html`<p class="side-empty soft" role="status">${agendaWords().working}</p>`}
    </div>
    <p class="visually-hidden" id="grid-hint">${agendaWords().gridHint}</p>`;

  const empty = (): TemplateResult => html`<div class="agenda-empty">
      <h2>${agendaWords().emptyTitle}</h2><p class="soft">${agendaWords().emptyText}</p>
      ${agenda.writes ? html`<p class="actions"><button type="button" class="primary" @click=${actions.choose}>${agendaWords().choose}</button>
        <button type="button" @click=${actions.paste}>${agendaWords().paste}</button></p>` : nothing}
    </div>`;

  const render = (): TemplateResult => {
    agenda.follow();
    queueMicrotask(() => settle(agenda));
    const has = desk.state.calendars.length > 0;
    return html`<div class=${`agenda${has ? "" : " is-empty"}`}>
      <section class="card agenda-main">
        ${toolbar(agenda, actions)}
        ${agenda.shownError ? html`<p class="form-error side-empty" role="alert">${agendaWords().failed} ${agenda.shownError}</p>` : nothing}
        ${has ? grid() : empty()}
      </section>
      ${has ? html`<div class="agenda-panels">${eventPanel(agenda)}${conflictPanel(agenda)}</div>` : nothing}
      <input id="agenda-files" type="file" multiple hidden accept=".ics,.ical,.json,text/calendar" @change=${chosen} />
      ${agenda.dialog ? dialogView(agenda.dialog, () => agenda.closeDialog()) : nothing}
      ${printTable(agenda)}
    </div>`;
  };

  const key = (event: KeyboardEvent): boolean => {
    const proposal = agenda.proposal;
    const pressed = event.key.toLowerCase();
    if (agenda.mover.move && event.key === "Escape") agenda.mover.cancel();
    else if (event.key === "Escape" && agenda.selected) agenda.select(null);
    else if (pressed === "t") agenda.goTo(todayIn(agenda));
    else if (event.key === "ArrowLeft") agenda.step(-1);
    else if (event.key === "ArrowRight") agenda.step(1);
    else if (pressed === "j") agenda.nextConflict(1);
    else if (pressed === "k") agenda.nextConflict(-1);
    else if (pressed === "p" && proposal) agenda.preview();
    else if (pressed === "a" && agenda.writes) void agenda.accept(event.shiftKey ? [...agenda.solving.changes.values()] : proposal ? agenda.changesOf(proposal) : []);
    else if (pressed === "l" && agenda.writes) void agenda.lockCurrent();
    else if (pressed === "m" && agenda.selected) agenda.beginMove(agenda.selected);
    else return false;
    return true;
  };

  const commands = (search: string): Command[] => {
    const words = agendaWords();
    const list: Command[] = [
      { title: words.today, key: "T", run: () => agenda.goTo(todayIn(agenda)) },
      { title: words.find, run: actions.find },
      { title: words.export, words: "ics download télécharger", run: actions.save },
      { title: words.print, run: actions.print },
      { title: `${words.view} : ${agenda.mode === "day" ? words.week : words.day}`, run: () => agenda.setMode(agenda.mode === "day" ? "week" : "day") },
    ];
    if (agenda.writes) list.push({ title: words.newEvent, run: actions.add }, { title: words.importTitle, words: "ics", run: actions.choose }, { title: words.pasteTitle, words: "ics", run: actions.paste });
    const all = [...agenda.solving.changes.values()];
    if (all.length && agenda.writes) list.push({ title: words.acceptAll(all.length), key: "⇧A", run: () => agenda.accept(all) });
    const wanted = search.trim().toLowerCase();
    if (wanted.length < 2) return list;
    const found = (agenda.shown ?? []).filter(({ title }) => title.toLowerCase().includes(wanted)).slice(0, 20);
    return [...list, ...found.map((event): Command => ({ title: `${event.title} – ${agenda.whenText(event)}`, run: () => agenda.reveal(event.key) }))];
  };

  return {
    id: "agenda", takes: ["calendar"], render, key, commands, take,
    shown: () => {
      clock ??= setInterval(redraw, minute);
    },
    hidden: () => {
      clearInterval(clock);
      clock = undefined;
    },
  };
}
