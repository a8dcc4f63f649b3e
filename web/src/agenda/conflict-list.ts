import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { Solution } from "../desk/types";
import { agendaWords } from "../words/agenda";
import { clockText, numberText, shortDayText } from "../words/format";
import { conflictDomId, type Agenda } from "./agenda";
import type { Change, Proposal } from "./proposals";
import { dayOf, localOf } from "./when";

/** The panel beside the grid: what is wrong this week, and the smallest changes that would mend it. */
export function conflictPanel(agenda: Agenda): TemplateResult {
  const words = agendaWords();
  const { proposals } = agenda;
  const count = agenda.desk.state.derived.agenda ? ` (${numberText(proposals.length)})` : "";
  return html`<section class="card agenda-side" aria-labelledby="conflicts-title">
    <header class="side-head"><h2 id="conflicts-title" tabindex="-1">${words.conflictsTitle}${count}</h2></header>
    ${agenda.trouble === null ? statusLine(agenda) : html`<p class="form-error side-empty" role="alert">${words.failed} ${agenda.trouble}</p>`}
    ${
      proposals.length
        ? html`<ol class="conflicts">${repeat(
            proposals,
            ({ conflict }) => conflict.id,
            (proposal) => conflictCard(proposal, agenda),
          )}</ol>`
        : agenda.desk.state.derived.agenda
          ? html`<p class="side-empty soft">${words.noConflicts}</p>`
          : nothing
    }
  </section>`;
}

function statusLine(agenda: Agenda): TemplateResult | typeof nothing {
  const words = agendaWords();
  const { solving } = agenda;
  if (solving.running) {
    const { cost, bound } = solving.running;
    const done = cost && bound !== undefined ? Math.max(0, Math.min(1, bound / cost)) : undefined;
    return html`<div class="solve-status" role="status">
      <p>${words.solving}${cost === undefined ? "" : ` ${words.soFar(numberText(cost), numberText(Math.max(0, cost - (bound ?? 0))))}`}</p>
      <progress aria-label=${words.solving} max="1" .value=${done ?? 0}></progress>
      <button type="button" @click=${() => solving.stop()}>${words.stop}</button>
    </div>`;
  }
  const { solution } = solving;
  if (!solution || !agenda.proposals.length) return nothing;
  return html`<div class="solve-status" role="status">
    <p class=${solution.status === "optimal" ? "is-proved" : ""}>${statusText(solution)}</p>
    ${solution.status === "feasible" ? html`<button type="button" @click=${() => solving.again()}>${words.again}</button>` : nothing}
    ${acceptAll(agenda)}
    ${alternatives(agenda)}
  </div>`;
}

function statusText({ status, gap }: Solution): string {
  const words = agendaWords();
  if (status === "optimal") return words.proved;
  return status === "infeasible" ? words.blocked : words.best(numberText(gap));
}

function acceptAll(agenda: Agenda): TemplateResult | typeof nothing {
  const all = [...agenda.solving.changes.values()];
  if (!all.length || !agenda.writes) return nothing;
  return html`<button type="button" class="accept-all" @click=${() => void agenda.accept(all)}>
    ${agendaWords().acceptAll(all.length)} <kbd aria-hidden="true">⇧A</kbd></button>`;
}

function alternatives(agenda: Agenda): TemplateResult | typeof nothing {
  const words = agendaWords();
  const { choices, solution } = agenda.solving;
  if (choices.length < 2) return nothing;
  const pick = (event: Event) => agenda.solving.choose(Number((event.target as HTMLSelectElement).value));
  return html`<label class="alternatives"><span class="visually-hidden">${words.alternatives}</span>
    <select @change=${pick}>${choices.map(
      (
        choice,
        at,
      ) => html`<option value=${at} ?selected=${choice.cost === solution?.cost && choice.events === solution.events}>
      ${at ? words.alternative(at + 1, numberText(choice.cost)) : words.firstChoice(numberText(choice.cost))}</option>`,
    )}</select></label>`;
}

function conflictCard(proposal: Proposal, agenda: Agenda): TemplateResult {
  const words = agendaWords();
  const { conflict } = proposal;
  const isCurrent = conflict.id === agenda.current;
  const show = () => agenda.showConflict(proposal);
  return html`<li class=${`conflict${isCurrent ? " is-current" : ""}`} id=${conflictDomId(conflict.id)} aria-current=${isCurrent ? "true" : "false"} @click=${show} @focusin=${() => agenda.setCurrent(conflict.id)}>
    <h3>${whoOf(proposal, agenda)}</h3>
    <p class="small soft">${words.kinds[conflict.kind] ?? conflict.kind} · ${whenOf(proposal, agenda)} · ${words.severity[String(conflict.severity)] ?? ""}</p>
    <ul class="what">${proposal.keys.map((key) => eventLine(key, agenda))}</ul>
    <ul class="reasons">${agenda.reasons.lines(conflict.reasons)}</ul>
    ${remedy(proposal, agenda, isCurrent)}
  </li>`;
}

function whoOf({ conflict, keys }: Proposal, agenda: Agenda): string {
  if (conflict.person) return agenda.names.person(conflict.person);
  if (conflict.room) return agendaWords().room(conflict.room);
  return keys.map((key) => agenda.titleOf(key)).join(" / ");
}

function whenOf({ conflict }: Proposal, agenda: Agenda): string {
  const [start, end] = [localOf(conflict.start, agenda.zone), localOf(conflict.end, agenda.zone)];
  return `${shortDayText(dayOf(start))} ${clockText(start)}–${clockText(end)}`;
}

function eventLine(key: string, agenda: Agenda): TemplateResult {
  const words = agendaWords();
  const event = agenda.event(key);
  const title = agenda.titleOf(key);
  const locked = agenda.isLocked(key);
  return html`<li>
    <button type="button" class="quiet event-link" @click=${() => agenda.reveal(key)}>
      ${event ? html`<span class="tabular">${clockText(event.start)}–${clockText(event.end)}</span> ` : nothing}<strong>${title}</strong></button>
    ${
      agenda.writes
        ? html`<button type="button" class="quiet small lock" aria-pressed=${locked ? "true" : "false"}
      aria-label=${locked ? words.unlockHint(title) : words.lockHint(title)}
      @click=${() => void agenda.toggleLock(key)}>${locked ? words.unlock : words.lock}</button>`
        : nothing
    }
  </li>`;
}

function remedy(proposal: Proposal, agenda: Agenda, isCurrent: boolean): TemplateResult | typeof nothing {
  const words = agendaWords();
  if (agenda.solving.running) return nothing;
  const changes = agenda.changesOf(proposal);
  const because = proposal.because.length
    ? html`<p class="small"><strong>${words.unsolved}</strong></p>
      <ul class="reasons">${agenda.reasons.lines(proposal.because)}</ul>`
    : nothing;
  if (!changes.length)
    return proposal.because.length ? because : html`<p class="small soft">${words.nothingToChange}</p>`;
  const keyHint = (key: string) =>
    isCurrent && agenda.hasKeys ? html` <kbd aria-hidden="true">${key}</kbd>` : nothing;
  return html`${changes.map((change) => changeView(change, agenda))}
    ${changes.length > 1 ? html`<p class="small soft">${words.together(changes.length)}</p>` : nothing}
    ${because}
    <div class="actions">
      ${agenda.writes ? html`<button type="button" class=${isCurrent ? "primary" : ""} @click=${() => void agenda.accept(changes)}>${words.accept}${keyHint("A")}</button>` : nothing}
      <button type="button" aria-pressed=${isCurrent && agenda.previewing ? "true" : "false"}
        @click=${(event: Event) => (event.stopPropagation(), agenda.previewOf(proposal))}>${words.preview}${keyHint("P")}</button>
    </div>`;
}

function changeView(change: Change, agenda: Agenda): TemplateResult {
  const words = agendaWords();
  const { answer, event } = change;
  const missed = answer.missed ?? [];
  return html`<div class="change">
    <p class="change-title"><strong>${agenda.titleOf(change.key)}</strong></p>
    <div class="before-after">
      <div class="place is-before"><span class="small soft">${words.before}</span><span class="tabular">${placeText(change, "from")}</span></div>
      <span class="arrow" aria-hidden="true">→</span>
      <div class="place is-after"><span class="small soft">${words.after}</span><span class="tabular">${placeText(change, "to")}</span></div>
    </div>
    <ul class="reasons">
      ${missed.length ? html`<li>${words.misses(agenda.names.persons(missed))}</li>` : nothing}
      ${agenda.reasons.lines(answer.reasons)}
      ${event.movable === "ask" ? html`<li>${words.moveProposal}</li>` : nothing}
    </ul>
  </div>`;
}

/** The place of a change, with the day where it differs and the room where it changes. */
export function placeText({ from, to }: Change, which: "from" | "to"): string {
  const place = which === "from" ? from : to;
  if (!place) return agendaWords().leaveOut;
  const day = to && dayOf(from.start) !== dayOf(to.start) ? `${shortDayText(dayOf(place.start))} ` : "";
  const room = to && from.room !== to.room && place.room ? ` · ${place.room}` : "";
  return `${day}${clockText(place.start)}–${clockText(place.end)}${room}`;
}
