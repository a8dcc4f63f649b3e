import { html, nothing, type TemplateResult } from "lit-html";
import type { Desk } from "../desk/desk";
import type { Area, Command, Incoming } from "../shell/area";
import { chooseFiles, readFiles } from "../shell/intake";
import { isolate } from "../words/isolate";
import { agendaWords } from "../words/agenda";
import { Agenda } from "./agenda";
import { conflictPanel } from "./conflict-list";
import { showDialog } from "./dialog";
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

/** The agenda: the days of each person, their conflicts and what would solve them. */
export function agendaArea(desk: Desk): Area {
  const agenda = new Agenda(desk);
  const input = new GridInput(agenda);

  const actions = {
    choose: () => chooseFiles((files) => void readFiles(files).then(take), ".ics,.ical,.ifb,.json,text/calendar"),
    paste: () => showDialog(new PasteDialog(agenda)),
    add: () =>
      showDialog(
        new EventDialog(agenda, {
          start: at(agenda.day, 9 * 60),
          people: agenda.mode === "week" && agenda.weekPerson ? [agenda.weekPerson] : [],
        }),
      ),
    find: () => showDialog(new SlotsDialog(agenda)),
    save: () => showDialog(new SaveDialog(agenda)),
    print: () => window.print(),
  };
  const take = async (incoming: readonly Incoming[]) => {
    if (incoming.length && desk.state.writes) showDialog(new ImportDialog(agenda, incoming));
  };
  const addAt = (event: MouseEvent) => {
    const column = (event.target as HTMLElement).closest<HTMLElement>(".column");
    if (!column || (event.target as HTMLElement).closest("[data-key]") || !agenda.writes) return;
    const part = (event.clientY - column.getBoundingClientRect().top) / column.clientHeight;
    const id = column.dataset["column"] ?? "";
    const people = id.startsWith("person ")
      ? [id.slice(7)]
      : agenda.mode === "week" && agenda.weekPerson
        ? [agenda.weekPerson]
        : [];
    showDialog(
      new EventDialog(agenda, { start: at(dayOfColumn(id, agenda), Math.floor((part * 1440) / 30) * 30), people }),
    );
  };

  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || (!agenda.selected && !agenda.previewing)) return;
    event.preventDefault();
    agenda.previewing = false;
    agenda.leaveEvent();
  };

  const grid = (): TemplateResult => {
    const model = agenda.shown && gridModel(agenda);
    const isBare = !model?.focusBox;
    return html`<div class="grid-scroll" tabindex=${isBare ? "0" : "-1"} role="region" aria-label=${agendaWords().title} @keydown=${input.onKey}
        @click=${input.onClick} @dblclick=${addAt} @focusin=${input.onFocus} @pointerdown=${input.onPointerDown} @pointermove=${input.onPointerMove}
        @pointerup=${input.onPointerUp} @pointercancel=${input.onPointerUp}>
        ${model ? gridView(model) : html`<p class="side-empty soft" role="status">${agendaWords().working}</p>`}
      </div>
      <p class="visually-hidden" id="grid-hint">${agendaWords().gridHint}</p>`;
  };

  const empty = (): TemplateResult => html`<div class="agenda-empty">
      <h2>${agendaWords().emptyTitle}</h2><p class="soft">${agendaWords().emptyText}</p>
      ${
        agenda.writes
          ? html`<p class="actions"><button type="button" class="primary" @click=${actions.choose}>${agendaWords().choose}</button>
        <button type="button" @click=${actions.paste}>${agendaWords().paste}</button></p>`
          : nothing
      }
    </div>`;

  const render = (): TemplateResult => {
    agenda.follow();
    queueMicrotask(() => settle(agenda));
    const has = desk.state.calendars.length > 0;
    return html`<div class=${`agenda${has ? "" : " is-empty"}`} @keydown=${onEscape}>
      <section class="card agenda-main">
        ${toolbar(agenda, actions)}
        ${agenda.shownError ? html`<p class="form-error side-empty" role="alert">${agendaWords().failed} ${agenda.shownError}</p>` : nothing}
        ${has ? grid() : empty()}
      </section>
      ${has ? html`<div class="agenda-panels">${eventPanel(agenda)}${conflictPanel(agenda)}</div>` : nothing}
      ${printTable(agenda)}
    </div>`;
  };

  const key = (event: KeyboardEvent): boolean => {
    const proposal = agenda.proposal;
    const pressed = event.key.toLowerCase();
    if (pressed === "t") agenda.goTo(todayIn(agenda));
    else if (event.key === "ArrowLeft") agenda.step(-1);
    else if (event.key === "ArrowRight") agenda.step(1);
    else if (pressed === "j") agenda.nextConflict(1);
    else if (pressed === "k") agenda.nextConflict(-1);
    else if (pressed === "p" && proposal) agenda.preview();
    else if (pressed === "a" && agenda.writes)
      void agenda.accept(
        event.shiftKey ? [...agenda.solving.changes.values()] : proposal ? agenda.changesOf(proposal) : [],
      );
    else if (pressed === "l" && agenda.writes) void agenda.lockCurrent();
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
      {
        title: `${words.view} : ${agenda.mode === "day" ? words.week : words.day}`,
        run: () => agenda.setMode(agenda.mode === "day" ? "week" : "day"),
      },
    ];
    if (agenda.writes)
      list.push(
        { title: words.newEvent, run: actions.add },
        { title: words.importTitle, words: "ics", run: actions.choose },
        { title: words.pasteTitle, words: "ics", run: actions.paste },
      );
    const all = [...agenda.solving.changes.values()];
    if (all.length && agenda.writes)
      list.push({ title: words.acceptAll(all.length), key: "⇧A", run: () => agenda.accept(all) });
    const wanted = search.trim().toLowerCase();
    if (wanted.length < 2) return list;
    const found = (agenda.shown ?? []).filter(({ title }) => title.toLowerCase().includes(wanted)).slice(0, 20);
    return [
      ...list,
      ...found.map((event): Command => ({
        title: `${isolate(event.title)} – ${agenda.whenText(event)}`,
        run: () => agenda.reveal(event.key),
      })),
    ];
  };

  return { id: "agenda", takes: ["calendar"], render, key, commands, take };
}
