import { html, nothing, type TemplateResult } from "lit-html";
import { core } from "../core";
import { fileName, saveFile } from "../desk/bytes";
import { now } from "../desk/clock";
import { newId } from "../desk/salt";
import type { Desk } from "../desk/desk";
import type { HandoverDocument } from "../desk/types";
import type { Area, Command } from "../shell/area";
import { confirm } from "../shell/dialog";
import { redraw } from "../shell/draw";
import { nameOf } from "../shell/people";
import { toast, toastError } from "../shell/toast";
import { agoText } from "../words/format";
import { sayError } from "../words/say";
import { language, w, type Language } from "../words/words";
import { openAcceptance } from "./accept";
import { documentNodes } from "./safe";

/** The handover: composed for a reader, looked at, printed, saved, handed over. */
export function handoverArea(desk: Desk): Area {
  return new Handover(desk);
}

const formats = [["html", "html"], ["markdown", "md"], ["text", "txt"]] as const;
/** Those and the rarer ones, in the palette. */
const allFormats = [...formats, ["eml", "eml"], ["ics", "ics"]] as const;

interface Composed {
  document: HandoverDocument;
  page: DocumentFragment | Node[];
  reader: string;
  lang: Language;
  /** What it was composed from, to see that it is out of date. */
  from: readonly unknown[];
}

class Handover implements Area {
  readonly id = "handover";
  #reader: string | null = null;
  #lang: Language | null = null;
  #composed: Composed | null = null;
  #asked: readonly unknown[] = [];
  #problem = "";

  constructor(private readonly desk: Desk) {}

  hidden(): void {
    this.#asked = [];
  }

  render(): TemplateResult {
    const reader = this.#readerId();
    // What was composed for one reader is never shown as another's.
    if (this.#composed && (this.#composed.reader !== reader || this.#composed.lang !== this.#language(reader))) this.#composed = null;
    if (reader) void this.#compose(reader, this.#language(reader));
    return html`<div class="handover">
      ${this.#received()}
      ${this.#unclaimed()}
      ${this.#bar(reader)}
      ${this.#problem ? html`<p class="banner warn" role="alert">${w().handover.failed} ${this.#problem}</p>` : nothing}
      <article class="paper card" lang=${this.#composed?.lang ?? language()} aria-label=${w().handover.paper}>${this.#paper(reader)}</article>
    </div>`;
  }

  commands(): Command[] {
    const words = w().handover;
    return [
      { title: words.print, key: "Ctrl P", run: () => this.#print() },
      ...allFormats.map(([format, ending]) => ({ title: words.saveAs(ending), run: () => this.#save(format, ending) })),
      { title: words.issue, run: () => this.#issue() },
    ];
  }

  #paper(reader: string | null): unknown {
    if (!reader) return html`<p class="soft nothing">${w().handover.nobody}</p>`;
    if (!this.#composed) return this.#problem ? nothing : html`<p class="soft nothing">${w().handover.composing}</p>`;
    return this.#composed.page;
  }

  #bar(reader: string | null): TemplateResult {
    const words = w().handover;
    const { policy, writes } = this.desk.state;
    const ready = this.#composed !== null;
    return html`<div class="handover-bar">
      <label>${words.to} <select @change=${this.#choseReader}>
        ${(policy.assistants ?? []).map(({ id, name }) => html`<option value=${id} ?selected=${id === reader}>${name ?? id}</option>`)}</select></label>
      <label>${words.lang} <select @change=${this.#choseLanguage}>
        ${(["fr", "en"] as const).map((lang) => html`<option value=${lang} ?selected=${lang === this.#language(reader)}>${lang === "fr" ? "Français" : "English"}</option>`)}</select></label>
      <span class="actions">
        <button class="primary" ?disabled=${!ready} @click=${() => this.#print()}>${words.print} <kbd aria-hidden="true">Ctrl P</kbd></button>
        ${formats.map(([format, ending]) => html`<button ?disabled=${!ready} @click=${() => void this.#save(format, ending)}>${words.saveAs(ending)}</button>`)}
        <button ?disabled=${!ready || !writes} @click=${() => void this.#issue()}>${words.issue}</button>
      </span>
    </div>`;
  }

  /** Whoever is not at the desk reads it; alone, one writes it for oneself. */
  #readerId(): string | null {
    const { policy, me } = this.desk.state;
    const ids = (policy.assistants ?? []).map(({ id }) => id);
    if (this.#reader && ids.includes(this.#reader)) return this.#reader;
    return ids.find((id) => id !== me) ?? ids[0] ?? null;
  }

  #language(reader: string | null): Language {
    if (this.#lang) return this.#lang;
    const wanted = this.desk.state.policy.assistants?.find(({ id }) => id === reader)?.languages?.[0];
    return wanted === "fr" || wanted === "en" ? wanted : language();
  }

  #choseReader = (event: Event): void => this.#show((event.target as HTMLSelectElement).value);

  /** The document for this reader, in their language. */
  #show(reader: string): void {
    this.#reader = reader;
    this.#lang = null;
    redraw();
  }

  #choseLanguage = (event: Event): void => {
    this.#lang = (event.target as HTMLSelectElement).value as Language;
    redraw();
  };

  async #compose(reader: string, lang: Language): Promise<void> {
    const { entries, policy, me, calendars, withheld } = this.desk.state;
    const from = [entries, policy, reader, lang, me, calendars];
    if (from.every((one, at) => one === this.#asked[at])) return;
    this.#asked = from;
    try {
      const { handover } = await core();
      const { document } = await handover.compose({
        entries, policy, reader, at: now.instant(), withheld, ...(me && me !== reader && { from: me }),
        calendars: calendars.map(({ client, person, events }) => ({ client, person, events })),
      });
      const { text } = await handover.render({ document, format: "html", lang });
      if (this.#asked !== from) return;
      this.#composed = { document, page: [...documentNodes(text).childNodes], reader, lang, from };
      this.#problem = "";
    } catch (error) {
      if (this.#asked !== from) return;
      this.#composed = null;
      this.#problem = await sayError(error);
    }
    redraw();
  }

  #print(): void {
    if (!this.#composed) return;
    void this.#traced("printed", "paper");
    print();
  }

  async #save(format: string, ending: string): Promise<void> {
    if (!this.#composed) return;
    const { document, reader, lang } = this.#composed;
    try {
      const { text, mediaType } = await (await core()).handover.render({ document, format, lang });
      saveFile(`${fileName(`${lang === "fr" ? "releve" : "handover"}-${now.today()}-${reader}`)}.${ending}`, mediaType, text);
      await this.#traced("exported", format);
    } catch (error) {
      toastError(await sayError(error));
    }
  }

  /** What was printed or saved is in the journal, unless this tab may not write. */
  async #traced(type: string, format: string): Promise<void> {
    if (!this.desk.state.writes) return;
    await this.desk.record([this.desk.entry(type, "handover", { what: "handover", format })]).catch(async (error: unknown) => toastError(await sayError(error)));
  }

  async #issue(): Promise<void> {
    if (!this.#composed) return;
    const { reader, document } = this.#composed;
    const words = w().handover;
    const { policy } = this.desk.state;
    const name = nameOf(policy, reader);
    if (!await confirm(words.issueTitle(name), words.issueText, words.issue)) return;
    // What was issued never changes: the document itself is kept, and is what its reader reads back.
    const { size, head } = document.journal;
    const payload = { reader, size, head, document };
    await this.desk.record([this.desk.entry("handover.issued", document.id, payload)])
      .then(() => toast(words.issued(name)), async (error: unknown) => toastError(await sayError(error)));
  }

  /** Someone else has the desk and is not here: whoever is may take it alone. */
  #unclaimed(): TemplateResult | typeof nothing {
    const { derived, me, policy, writes, entries } = this.desk.state;
    const holder = derived.fold?.holder;
    const waits = derived.fold?.handovers?.some(({ reader, status }) => reader === me && (status === "issued" || status === "queried"));
    if (!me || !writes || waits || !holder || holder === me) return nothing;
    const words = w().handover;
    const last = entries.findLast(({ head }) => head.by === holder);
    const claim = async () => {
      if (!await confirm(words.claimTitle(nameOf(policy, holder)), words.claimText(last ? agoText(last.head.at) : "–"), words.claim)) return;
      const { tip } = this.desk.state;
      const payload = { reader: me, size: tip?.["size"] ?? 0, head: tip?.["head"] ?? "" };
      const read = () => {
        this.#show(me);
        toast(words.claimed);
      };
      await this.desk.record([this.desk.entry("handover.claimed", newId("claim"), payload)]).then(read, async (error: unknown) => toastError(await sayError(error)));
    };
    return html`<p class="soft holder">${words.holder(nameOf(policy, holder))}
      <button @click=${() => void claim()}>${words.claim}</button></p>`;
  }

  /** A handover that waits for whoever is at the desk. */
  #received(): TemplateResult | typeof nothing {
    const { derived, me, policy, writes, entries } = this.desk.state;
    const waiting = derived.fold?.handovers?.findLast(({ reader, status }) => reader === me && (status === "issued" || status === "queried"));
    if (!waiting || !writes) return nothing;
    const words = w().handover;
    const issued = entries.find(({ head }) => head.type === "handover.issued" && head.ref === waiting.id);
    const accept = () => openAcceptance(this.desk, waiting).catch(async (error: unknown) => toastError(await sayError(error)));
    return html`<div class="banner amber" role="status"><span>${words.received(nameOf(policy, issued?.head.by ?? null))}</span>
      <button @click=${() => void accept()}>${words.readAndAccept}</button></div>`;
  }
}
