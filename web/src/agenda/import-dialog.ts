import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { core } from "../core";
import { now } from "../desk/clock";
import { isZone } from "../desk/zones";
import type { Calendar, Event, NewEntry, Policy } from "../desk/types";
import type { Incoming } from "../shell/area";
import { redraw } from "../shell/draw";
import { agendaWords } from "../words/agenda";
import { bytesText } from "../words/format";
import { sayError } from "../words/say";
import type { Agenda } from "./agenda";
import { differences, type Difference } from "./difference";
import { dismissDialog, type Dialog } from "./dialog";
import { guessOwner, ownerOf, withOwner, type Owner } from "./owner";
import { largestText, readCalendar, type ReadFile } from "./read-file";

interface Merge {
  /** The calendar it was made against and the person it is for. */
  against: Calendar;
  events: Event[];
  lines: Difference[];
}

/** One file: reading, then read or failed. */
interface Row {
  name: string;
  read: ReadFile | null;
  error: string | null;
  client: string;
  person: string;
  skip: boolean;
  merge: Merge | null;
}

const problemsShown = 50;
const linesShown = 100;

/** Asks whose calendar each file is, shows what a newer copy changes, and takes all of them in as one step. */
export class ImportDialog implements Dialog {
  readonly wide = true;
  #rows: Row[];
  #complaint = false;

  constructor(
    private readonly agenda: Agenda,
    incoming: readonly Incoming[],
  ) {
    this.#rows = incoming.map(({ name }) => ({
      name: name || agendaWords().pasted,
      read: null,
      error: null,
      client: "",
      person: "",
      skip: false,
      merge: null,
    }));
    incoming.forEach((file, at) => void this.#read(this.#rows[at]!, file));
  }

  title(): string {
    return agendaWords().importTitle;
  }

  body(): TemplateResult {
    const words = agendaWords();
    const ready = this.#rows.filter((row) => row.read && !row.skip);
    const reading = this.#rows.some((row) => !row.read && row.error === null);
    const owners = ready.map((row) => this.#owner(row));
    const people = owners.map((owner) => owner?.person);
    const isTwice = people.some((person, at) => person !== undefined && people.indexOf(person) !== at);
    const submit = (event: SubmitEvent) => (event.preventDefault(), void this.#take(event.target as HTMLFormElement));
    return html`<form @submit=${submit} novalidate>
      <p class="soft">${words.importText}</p>
      ${this.#lists()}
      <ol class="import-rows">${this.#rows.map((row, at) => this.#row(row, at))}</ol>
      ${isTwice ? html`<p class="small">${words.twice}</p>` : nothing}
      ${this.#complaint && owners.includes(null) ? html`<p class="form-error" id="need-owner" role="alert">${words.needOwner}</p>` : nothing}
      <footer class="dialog-foot">
        <button type="button" @click=${dismissDialog}>${ready.length || reading ? words.leave : words.close}</button>
        ${ready.length || reading ? html`<button class="primary" ?disabled=${reading || !ready.length}>${words.importDo(ready.length)}</button>` : nothing}
      </footer>
    </form>`;
  }

  #lists(): TemplateResult {
    const { names } = this.agenda;
    const options = (texts: Iterable<string>) =>
      [...new Set(texts)].map((text) => html`<option value=${text}></option>`);
    return html`<datalist id="known-clients">${options(names.clients.values())}</datalist>
      <datalist id="known-people">${options(names.people.values())}</datalist>`;
  }

  #row(row: Row, at: number): TemplateResult {
    const words = agendaWords();
    return html`<li class="import-row">
      <p class="import-name"><strong>${row.name}</strong>
        <span class="small soft">${row.read ? words.found(row.read.got.events.length, row.read.got.tasks.length) : row.error === null ? words.reading : ""}</span></p>
      ${row.error !== null ? html`<p class="form-error" role="alert">${words.notRead} ${row.error}</p>` : nothing}
      ${row.read ? this.#fields(row, at) : nothing}
      ${row.read?.guessed ? html`<p class="small amber">${words.notUtf8}</p>` : nothing}
      ${row.read ? problemList(row.read, this.agenda) : nothing}
      ${row.merge && !row.skip ? mergeView(row.merge) : nothing}
    </li>`;
  }

  #fields(row: Row, at: number): TemplateResult {
    const words = agendaWords();
    const owner = this.#owner(row);
    const typed = (name: "client" | "person") => (event: Event_) => {
      row[name] = (event.target as HTMLInputElement).value;
      void this.#compare(row);
      redraw();
    };
    const skip = (event: Event_) => {
      row.skip = (event.target as HTMLInputElement).checked;
      redraw();
    };
    const lacks = (row: Row, name: "client" | "person") => this.#complaint && !row.skip && !row[name].trim();
    const field = (name: "client" | "person", label: string, list: string, fresh: string) => html`<label class="field">
      <span>${label}${fresh ? html` <em class="small soft">${fresh}</em>` : nothing}</span>
      <input name=${`${name}-${at}`} list=${list} autocomplete="off" maxlength="200" ?disabled=${row.skip} .value=${live(row[name])} @input=${typed(name)}
        aria-invalid=${lacks(row, name) ? "true" : "false"} aria-describedby=${lacks(row, name) ? "need-owner" : nothing} /></label>`;
    return html`<div class="fields two">
      ${field("client", words.client, "known-clients", owner?.newClient ? words.newClient : "")}
      ${field("person", words.person, "known-people", owner?.newPerson ? words.newPerson : "")}
    </div>
    ${this.#rows.length > 1 ? html`<label class="check small"><input type="checkbox" .checked=${live(row.skip)} @change=${skip} /> ${words.skip}</label>` : nothing}`;
  }

  #owner(row: Row): Owner | null {
    return ownerOf(row.client, row.person, this.agenda.names, this.agenda.desk.state.calendars);
  }

  async #read(row: Row, { name, bytes }: Incoming): Promise<void> {
    const words = agendaWords();
    try {
      if (!bytes.length) row.error = words.isEmpty;
      else if (bytes.length > largestText) row.error = words.tooLarge(bytesText(bytes.length), bytesText(largestText));
      else row.read = await readCalendar(bytes);
    } catch (error) {
      row.error = await sayError(error);
    }
    if (row.read) {
      Object.assign(
        row,
        guessOwner(name, row.read.got.calendar.name ?? "", this.agenda.names, this.agenda.desk.state.calendars),
      );
      await this.#compare(row);
    }
    redraw();
  }

  /** What the file changes of the calendar that is known of its owner. */
  async #compare(row: Row): Promise<void> {
    const owner = this.#owner(row);
    const against = this.agenda.desk.state.calendars.find(({ person }) => person === owner?.person);
    if (row.merge?.against === against && against) return;
    row.merge = null;
    if (!against || !row.read) return;
    const got = row.read.got.events;
    const merge = await (await core()).calendar.merge({ have: against.events, got });
    if (this.#owner(row)?.person !== against.person) return;
    row.merge = { against, events: merge.events, lines: differences(merge, against.events, got) };
    redraw();
  }

  async #take(form: HTMLFormElement): Promise<void> {
    const { agenda } = this;
    const rows = this.#rows.filter((row) => row.read && !row.skip);
    if (!rows.length) return;
    if (rows.some((row) => !this.#owner(row))) {
      this.#complaint = true;
      redraw();
      // The fields are marked once they are drawn.
      return queueMicrotask(() => form.querySelector<HTMLInputElement>("input[aria-invalid=true]")?.focus());
    }
    const done = await agenda.doing(() => this.#keep(rows), agendaWords().imported(rows.length));
    if (done) dismissDialog();
  }

  async #keep(rows: readonly Row[]): Promise<void> {
    const { desk, names } = this.agenda;
    const calendars = new Map(desk.state.calendars.map((calendar) => [calendar.person, calendar]));
    const touched = new Set<string>();
    const entries: NewEntry[] = [];
    let { policy }: { policy: Policy } = desk.state;
    for (const row of rows) {
      const owner = this.#owner(row)!;
      const { calendar, counts } = await merged(row.read!, owner, calendars.get(owner.person));
      calendars.set(owner.person, calendar);
      touched.add(owner.person);
      if (owner.newClient || owner.newPerson || !names.people.has(owner.person))
        policy = withOwner(policy, owner, zoneOf(row.read!));
      const payload = {
        name: row.read!.got.calendar.name || row.name,
        ...counts,
        problems: row.read!.got.problems.length,
      };
      entries.push(desk.entry("calendar.imported", owner.person, payload, owner.client));
    }
    const changed = [...touched].map((person) => calendars.get(person)!);
    await desk.change({
      label: "imported",
      calendars: changed,
      ...(policy !== desk.state.policy && { policy }),
      entries,
    });
  }
}

type Event_ = globalThis.Event;

/** The zone in which a file's events are, or this machine's. */
const zoneOf = ({ got }: ReadFile): string =>
  got.events.find(({ timeZone }) => timeZone && isZone(timeZone))?.timeZone ?? now.zone();

/** A calendar as it is with a file taken in: its first copy, or the newer of each event. */
async function merged({ got }: ReadFile, owner: Owner, have: Calendar | undefined) {
  const tasks = [...got.tasks, ...got.notes];
  if (!have) {
    const calendar: Calendar = {
      client: owner.client,
      person: owner.person,
      name: owner.personName,
      events: got.events,
      tasks,
    };
    return { calendar, counts: { added: got.events.length, changed: 0, cancelled: 0 } };
  }
  const merge = await (await core()).calendar.merge({ have: have.events, got: got.events });
  const counts = { added: merge.added.length, changed: merge.changed.length, cancelled: merge.cancelled.length };
  return { calendar: { ...have, events: merge.events, ...(tasks.length && { tasks }) }, counts };
}

function problemList({ got: { problems } }: ReadFile, agenda: Agenda): TemplateResult | typeof nothing {
  if (!problems.length) return nothing;
  const words = agendaWords();
  return html`<details class="small problems"><summary>${words.problems(problems.length)}</summary>
    <ul>${problems.slice(0, problemsShown).map(
      ({ line, code, args }) => html`<li>
      ${line ? html`<span class="tabular">${words.line(line)}</span> ` : nothing}${agenda.reasons.say({ code, ...(args && { args }) })}</li>`,
    )}
      ${problems.length > problemsShown ? html`<li>${words.moreProblems(problems.length - problemsShown)}</li>` : nothing}</ul>
  </details>`;
}

function mergeView({ lines }: Merge): TemplateResult {
  const words = agendaWords();
  if (!lines.length) return html`<p class="small">${words.noDifference}</p>`;
  const count = (kind: Difference["kind"]) => lines.filter((line) => line.kind === kind).length;
  const kinds = { added: words.addedOne, changed: words.changedOne, cancelled: words.cancelledOne };
  const totals = [
    [count("added"), words.added],
    [count("changed"), words.changed],
    [count("cancelled"), words.cancelledCount],
  ] as const;
  return html`<div class="merge">
    <p><strong>${words.newer}</strong> ${totals
      .filter(([n]) => n)
      .map(([n, say]) => say(n))
      .join(", ")}</p>
    <ul class="small">${lines.slice(0, linesShown).map(
      (line) => html`<li class=${`merge-line is-${line.kind}`}>
      <span class="merge-kind">${kinds[line.kind]}</span> <strong>${line.title || words.untitled}</strong>
      <span class="tabular">${line.before}${line.before && line.after ? " → " : ""}${line.after}</span>
      ${line.other ? html`<span class="soft">(${line.other})</span>` : nothing}</li>`,
    )}
      ${lines.length > linesShown ? html`<li>${words.moreProblems(lines.length - linesShown)}</li>` : nothing}</ul>
  </div>`;
}
