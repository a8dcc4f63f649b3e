import { html, nothing, type TemplateResult } from "lit-html";
import type { Desk } from "../desk/desk";
import type { Action, Priority, Request } from "../desk/types";
import type { Area, Command, Incoming } from "../shell/area";
import { redraw } from "../shell/draw";
import { chooseFiles, readFiles } from "../shell/intake";
import { namesOf } from "../shell/people";
import { toast, toastError } from "../shell/toast";
import { numberText } from "../words/format";
import { sayError } from "../words/say";
import { w } from "../words/words";
import { detail, priorityKeys, type DetailActions } from "./detail";
import { importRequests } from "./import";
import { about, who } from "./labels";
import { RequestList, type Row } from "./list";
import { printTable } from "./print";

/** The requests, in the order in which to work. */
export function requestsArea(desk: Desk): Area {
  return new Requests(desk);
}

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

class Requests implements Area {
  readonly id = "requests";
  readonly takes = ["requests", "message", "table"] as const;
  #list = new RequestList();
  #filter = "";
  #chosen: string | null = null;
  #opened = false;
  #lit: number | null = null;
  #rows: Row[] = [];
  #rowsOf: readonly unknown[] = [];

  constructor(private readonly desk: Desk) {}

  render(): TemplateResult {
    const words = w().requests;
    const { derived, writes } = this.desk.state;
    const rows = this.#inOrder();
    const names = new Map(Object.entries(namesOf(this.desk)));
    const at = this.#index(rows);
    const row = rows[at];
    return html`<div class="requests ${this.#opened ? "opened" : ""}">
      <section class="card requests-list" aria-label=${w().areas.requests}>
        <div class="list-head">
          <input type="search" .value=${this.#filter} placeholder=${words.filter} aria-label=${words.filter} @input=${this.#filtered} @keydown=${this.#leaveFilter} />
          <span class="count" role="status">${words.count(rows.length, numberText(rows.length))}</span>
          <button ?disabled=${!writes} @click=${this.#choose}>${words.import}</button>
        </div>
        ${derived.errors.triage ? html`<p class="problem">${words.notRanked}</p>` : nothing}
        ${rows.length ? this.#list.render(rows, at, names, (index) => this.#select(index, true)) : this.#empty()}
      </section>
      <section class="card requests-detail" aria-label=${words.chosen}>${row ? this.#detail(row, names) : html`<p class="soft nothing">${words.none}</p>`}</section>
      ${printTable(rows, names)}
    </div>`;
  }

  key(event: KeyboardEvent): boolean {
    if (event.shiftKey) return false;
    const key = event.key.toLowerCase();
    const moves: Record<string, number> = { arrowdown: 1, j: 1, arrowup: -1, k: -1, pagedown: 8, pageup: -8, home: -Infinity, end: Infinity };
    const move = moves[key];
    if (move !== undefined) return this.#move(move);
    if (key === "escape" && this.#opened) return this.#back();
    const row = this.#rows[this.#index(this.#rows)];
    if (!row || event.repeat) return false;
    const priority = priorityKeys[key];
    if (priority) void this.#correct(row.request, { priority });
    else if (key === "e") void this.#done(row.request);
    else if (key === "r") void this.#answer(row.request);
    else if (key === "enter" && !(event.target instanceof HTMLButtonElement)) this.#open();
    else return false;
    return true;
  }

  commands(): Command[] {
    const words = w().requests;
    const current = this.#rows[this.#index(this.#rows)]?.request;
    const about1 = (priority: Priority): Command => ({
      title: words.setPriority(words.priorities[priority]), key: words.priorityKey[priority],
      run: () => current && this.#correct(current, { priority }),
    });
    const acts: Command[] = current
      ? [{ title: words.done, key: "E", run: () => this.#done(current) }, { title: words.answer, key: "R", run: () => this.#answer(current) },
        ...(["critical", "high", "normal", "low"] as const).map(about1)]
      : [];
    return [...acts, { title: words.import, words: "eml jsonl csv", run: this.#choose }];
  }

  find(search: string): Command[] {
    const parts = folded(search).split(/\s+/).filter(Boolean);
    const found = this.#all().filter(({ request }) => parts.every((part) => textOf(request).includes(part))).slice(0, 30);
    return found.map(({ request }) => ({
      title: `${who(request)} – ${about(request)}`, words: textOf(request), key: "↵", run: () => this.#jump(request.id),
    }));
  }

  async take(incoming: readonly Incoming[]): Promise<void> {
    await importRequests(this.desk, incoming);
  }

  #choose = (): void => {
    chooseFiles((files) => void readFiles(files).then((incoming) => this.take(incoming.map((one) => ({ ...one, kind: one.kind === "unknown" ? "requests" : one.kind })))),
      ".eml,.jsonl,.ndjson,.json,.csv,message/rfc822");
  };

  #filtered = (event: Event): void => {
    this.#filter = (event.target as HTMLInputElement).value;
    redraw();
  };

  /** Down and Enter go on into the list, Escape drops the filter. */
  #leaveFilter = (event: KeyboardEvent): void => {
    if (!["Escape", "Enter", "ArrowDown"].includes(event.key) || event.isComposing) return;
    event.preventDefault();
    if (event.key === "Escape") this.#filter = "";
    redraw();
    if (this.#rows.length) this.#list.focus();
    else (event.target as HTMLElement).blur();
  };

  /** The open requests in working order; those that the engine has not seen yet stand first. */
  #all(): Row[] {
    const { requests, triage } = this.desk.state.derived;
    const ordered = (triage?.order ?? []).flatMap(({ id }) => {
      const request = requests.get(id);
      return request ? [{ request, item: triage?.items.get(id) }] : [];
    });
    const known = new Set(ordered.map(({ request }) => request.id));
    const fresh = [...requests.values()].filter(({ id }) => !known.has(id)).map((request) => ({ request, item: undefined }));
    return [...fresh, ...ordered];
  }

  #inOrder(): Row[] {
    const { requests, triage, fold } = this.desk.state.derived;
    const from = [requests, triage, fold, this.#filter];
    if (from.every((one, at) => one === this.#rowsOf[at])) return this.#rows;
    this.#rowsOf = from;
    const parts = folded(this.#filter).split(/\s+/).filter(Boolean);
    this.#rows = this.#all().filter(({ request }) => parts.every((part) => textOf(request).includes(part)));
    return this.#rows;
  }

  #index(rows: readonly Row[]): number {
    const at = rows.findIndex(({ request }) => request.id === this.#chosen);
    return at >= 0 ? at : rows.length ? 0 : -1;
  }

  #move(step: number): boolean {
    const rows = this.#rows;
    const at = Math.max(0, Math.min(rows.length - 1, this.#index(rows) + step));
    if (rows.length) this.#select(at, false);
    return rows.length > 0;
  }

  #select(index: number, open: boolean): void {
    this.#chosen = this.#rows[index]?.request.id ?? null;
    this.#lit = null;
    if (open) this.#opened = true;
    this.#list.scrollTo(index);
    redraw();
  }

  #jump(id: string): void {
    this.#filter = "";
    this.#chosen = id;
    const at = this.#index(this.#inOrder());
    this.#select(at, true);
    this.#list.focus();
  }

  #open(): void {
    this.#opened = true;
    redraw();
  }

  #back(): boolean {
    this.#opened = false;
    redraw();
    this.#list.focus();
    return true;
  }

  #detail({ request, item }: Row, names: ReadonlyMap<string, string>): TemplateResult {
    const { policy, writes, preferences, derived } = this.desk.state;
    const task = derived.fold?.tasks.find(({ id }) => id === request.id);
    const act: DetailActions = {
      correct: (said) => void this.#correct(request, said),
      answer: () => void this.#answer(request),
      done: () => void this.#done(request),
      back: () => this.#back(),
      light: (reason) => {
        this.#lit = reason;
        redraw();
      },
    };
    const people = (policy.assistants ?? []).map(({ id, name }) => ({ id, name: name ?? id }));
    return detail({
      request, item, people, writes, keys: preferences.singleKeys ?? true, lit: this.#lit, answered: !!task?.answered,
      route: item?.route?.to ? names.get(item.route.to) ?? item.route.to : "",
      corrector: item?.correctedBy ? names.get(item.correctedBy) ?? item.correctedBy : "",
      client: request.client ? names.get(request.client) ?? request.client : "", owner: task?.owner ? names.get(task.owner) ?? task.owner : "",
    }, act);
  }

  #empty(): TemplateResult {
    const words = w().requests;
    return html`<div class="nothing"><p>${this.#filter ? words.noMatch : words.nothingOpen}</p><p class="soft">${words.howToAdd}</p></div>`;
  }

  async #correct(request: Request, said: { priority?: Priority; category?: string; action?: Action; owner?: string }): Promise<void> {
    await this.#kept("corrected", "request.corrected", request, said, w().requests.corrected);
  }

  async #answer(request: Request): Promise<void> {
    await this.#kept("answered", "request.answered", request, { channel: request.channel }, w().requests.answerKept);
  }

  async #done(request: Request): Promise<void> {
    const next = this.#rows[this.#index(this.#rows) + 1] ?? this.#rows[this.#index(this.#rows) - 1];
    this.#opened = false;
    if (await this.#kept("closed", "request.closed", request, {}, w().requests.doneKept(who(request)))) this.#chosen = next?.request.id ?? null;
    redraw();
  }

  async #kept(label: string, type: string, request: Request, payload: Record<string, unknown>, text: string): Promise<boolean> {
    this.#chosen = request.id;
    try {
      await this.desk.change({ label, entries: [this.desk.entry(type, request.id, payload, request.client)] });
      toast(text, { title: w().header.undo, run: () => void this.desk.undo() });
      return true;
    } catch (error) {
      toastError(await sayError(error));
      return false;
    }
  }
}

const texts = new WeakMap<Request, string>();

function textOf(request: Request): string {
  let text = texts.get(request);
  if (text === undefined) {
    const { from, subject, body, client, channel } = request;
    text = folded([from?.name, from?.company, from?.email, from?.phone, subject, body, client, channel].filter(Boolean).join(" "));
    texts.set(request, text);
  }
  return text;
}
