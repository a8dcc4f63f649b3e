import { html, nothing, type TemplateResult } from "lit-html";
import type { Event } from "../desk/types";
import { isZone } from "../desk/zones";
import { agendaWords } from "../words/agenda";
import { isolate } from "../words/isolate";
import { clockText, dayYearText, minutesText, shortDayText } from "../words/format";
import type { Agenda } from "./agenda";
import type { Move } from "./mover";
import { recurrenceText } from "./rule-words";
import type { Shown } from "./shown";
import { addDays, dayOf, localOf, instantOf } from "./when";

/** What is known of the selected event, and what can be done with it; while it is being moved, how that goes. */
export function eventPanel(agenda: Agenda): TemplateResult | typeof nothing {
  const event = agenda.event(agenda.selected);
  if (!event) return nothing;
  const { move } = agenda.mover;
  return html`<section class="card agenda-side event-panel" aria-label=${agendaWords().details}>
    <header class="side-head">
      <h2><i class=${`dot tone-${agenda.names.tone(event.client)}`}></i><bdi class="event-title" title=${event.title}>${event.title ? isolate(event.title) : agendaWords().untitled}</bdi></h2>
      <button type="button" class="quiet icon" aria-label=${agendaWords().close} @click=${() => agenda.leaveEvent()}>✕</button>
    </header>
    ${move?.shown.key === event.key ? movePart(move, agenda) : actionPart(event, agenda)}
    ${move ? nothing : facts(event, agenda)}
  </section>`;
}

function movePart(move: Move, agenda: Agenda): TemplateResult {
  const words = agendaWords();
  const { mover } = agenda;
  const button = (
    name: string,
    text: string,
    minutes: number,
  ) => html`<button type="button" aria-label=${`${name}, ${text}`}
    @click=${() => mover.shift(minutes)}>${text}</button>`;
  const step = minutesText(mover.stepMinutes);
  const change = mover.change;
  const same = (at: string) => dayOf(at) === dayOf(move.shown.start) && dayOf(move.start) === dayOf(move.shown.start);
  const place = (start: string, end: string) =>
    `${same(start) ? "" : `${shortDayText(dayOf(start))} `}${clockText(start)}–${clockText(end)}`;
  return html`<div class="move">
    <div class="before-after">
      <div class="place is-before"><span class="small soft">${words.before}</span><span class="tabular">${place(move.shown.start, move.shown.end)}</span></div>
      <span class="arrow" aria-hidden="true">→</span>
      <div class="place is-after"><span class="small soft">${words.after}</span><span class="tabular">${change?.to ? place(change.to.start, change.to.end) : ""}</span></div>
    </div>
    <div class="verdict" role="status">${checkPart(move, agenda)}</div>
    <div class="actions">
      <button type="button" class="primary" @click=${() => void mover.confirm()}>${move.asked ? words.bookAnyway : words.book} <kbd aria-hidden="true">↵</kbd></button>
      <button type="button" @click=${() => mover.cancel()}>${words.leave} <kbd aria-hidden="true">Esc</kbd></button>
    </div>
    <div class="actions nudges">${button(words.earlier, `− ${step}`, -mover.stepMinutes)}${button(words.later, `+ ${step}`, mover.stepMinutes)}
      ${button(words.dayBefore, `− ${words.oneDay}`, -1440)}${button(words.dayAfter, `+ ${words.oneDay}`, 1440)}</div>
    <p class="small soft">${words.moveHelp(mover.stepMinutes)}</p>
  </div>`;
}

function checkPart({ conflicts, asked }: Move, agenda: Agenda): TemplateResult {
  const words = agendaWords();
  if (!conflicts) return html`<p class="soft">${words.checking}</p>`;
  if (!conflicts.length) return html`<p class="is-free">${words.isFree}</p>`;
  return html`<p class="is-busy"><strong>${words.isBusy(conflicts.length)}</strong></p>
    <ul class="reasons">${agenda.reasons.lines(conflicts.flatMap(({ reasons }) => reasons))}</ul>
    ${asked ? html`<p><strong>${words.pressAgain}</strong></p>` : nothing}`;
}

function actionPart(event: Shown, agenda: Agenda): TemplateResult | typeof nothing {
  const words = agendaWords();
  if (!agenda.writes) return nothing;
  const locked = agenda.isLocked(event.key);
  return html`<div class="actions">
    ${
      event.problem && !event.allDay
        ? html`<button type="button" ?disabled=${locked} @click=${() => agenda.beginMove(event.key)}>${words.move} <kbd aria-hidden="true">↵</kbd></button>
      <button type="button" aria-pressed=${locked ? "true" : "false"} @click=${() => void agenda.toggleLock(event.key)}>${locked ? words.unlock : words.lock} <kbd aria-hidden="true">L</kbd></button>`
        : nothing
    }
    ${event.cancelled ? nothing : html`<button type="button" class="danger" @click=${() => agenda.askCancel(event.key)}>${words.cancelEvent}</button>`}
  </div>`;
}

function whenText(event: Shown): string {
  if (!event.allDay) return `${dayYearText(event.start)}, ${clockText(event.start)}–${clockText(event.end)}`;
  const last = addDays(dayOf(event.end), -1);
  return last > dayOf(event.start) ? `${dayYearText(event.start)} – ${dayYearText(last)}` : dayYearText(event.start);
}

function zoneText(event: Shown, agenda: Agenda): string {
  const own = event.problem?.timeZone ?? (event.event.timeZone as string | null | undefined) ?? agenda.zone;
  if (own === agenda.zone || event.allDay || !isZone(own)) return agenda.zone;
  const local = (at: string) => clockText(localOf(instantOf(at, agenda.zone), own));
  return `${agenda.zone} · ${agendaWords().inZone(`${local(event.start)}–${local(event.end)}`, own)}`;
}

const placeOf = ({ room, location }: Shown): string =>
  [...new Set([room ? agendaWords().room(room) : "", location].filter(Boolean))].join(" · ");

/** Who takes part as the calendars say it: people of this desk first, then the invited who have no calendar here. */
function whoText(event: Shown, agenda: Agenda): string {
  const here = event.people.map((id) => agenda.names.person(id));
  const people = event.people.map(
    (id) => agenda.names.person(id) + (event.optional.includes(id) ? ` (${agendaWords().optional})` : ""),
  );
  const guests = event.guests
    .map(({ name, email }) => name || email || "")
    .filter((name) => name && !here.includes(name));
  return [...people, ...guests].join(", ");
}

const holders = (event: Shown, agenda: Agenda): string =>
  agenda.names.persons(
    agenda.desk.state.calendars
      .filter(({ events }) => events.some(({ uid }) => uid === event.uid))
      .map(({ person }) => person),
  );

function organizerOf({ event }: Shown): string {
  const replyTo = (event as Event)["replyTo"] as Record<string, string> | undefined;
  return (replyTo?.["imip"] ?? (event["organizerCalendarAddress"] as string | undefined) ?? "").replace(
    /^mailto:/i,
    "",
  );
}

function facts(event: Shown, agenda: Agenda): TemplateResult {
  const words = agendaWords();
  const rows: [string, string][] = [
    [words.when, whenText(event)],
    [words.zone, zoneText(event, agenda)],
    [words.who, whoText(event, agenda)],
    [words.where, placeOf(event)],
    [words.repeats, recurrenceText(event.event)],
    [
      words.status,
      [
        event.cancelled ? words.cancelled : event.quiet ? words.free : "",
        agenda.isLocked(event.key) ? words.locked : "",
      ]
        .filter(Boolean)
        .join(", "),
    ],
    [words.organizer, organizerOf(event)],
    [words.calendars, holders(event, agenda)],
    [words.client, agenda.names.client(event.client)],
    [words.description, String(event.event["description"] ?? "").slice(0, 2000)],
  ];
  return html`<dl class="facts">${rows.filter(([, value]) => value).map(([name, value]) => html`<div class=${value.length > 34 ? "is-long" : ""}><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}
