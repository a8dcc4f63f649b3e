import { html, nothing, type TemplateResult } from "lit-html";
import { core, type Comparison, type ReadBack } from "../core";
import type { Desk } from "../desk/desk";
import type { HandoverDocument, HandoverLine, HandoverState, JournalLine } from "../desk/types";
import { openDialog } from "../shell/dialog";
import { redraw } from "../shell/draw";
import { nameOf } from "../shell/people";
import { toast } from "../shell/toast";
import { sayError } from "../words/say";
import { language, w } from "../words/words";
import { documentNodes } from "./safe";

/**
 * The reader says back, in their own words, what must not go wrong; the core compares it with the document. Then the
 * handover is accepted, or queried with what differs.
 */
export async function openAcceptance(desk: Desk, handover: HandoverState): Promise<void> {
  const { entries, policy } = desk.state;
  const issued = entries.find(({ head }) => head.type === "handover.issued" && head.ref === handover.id);
  const by = issued?.head.by;
  const relais = await core();
  const document = (issued?.payload?.["document"] as HandoverDocument | undefined) ?? await composedAgain(desk, handover, issued);
  const lang = language();
  const { text } = await relais.handover.render({ document, format: "html", lang, journalSize: entries.at(-1)?.head.seq ?? 0 });
  const anchor = Object.fromEntries(["size", "head"].flatMap((name) => (issued?.payload?.[name] === undefined ? [] : [[name, issued.payload[name]]])));
  let compared: Comparison | null = null;
  let problem = "";

  const compare = async (form: HTMLFormElement) => {
    compared = await relais.handover.compare({ document, readBack: saidIn(form, document.readBack) });
    redraw();
  };
  const record = async (type: "handover.accepted" | "handover.queried" | "handover.refused", said: ReadBack[], close: () => void) => {
    const payload = { reader: handover.reader, ...anchor, ...(said.length && { readBack: said }) };
    await desk.record([desk.entry(type, handover.id, payload)]);
    close();
    const words = w().handover;
    toast({ "handover.accepted": words.acceptedToast, "handover.queried": words.queriedToast, "handover.refused": words.refusedToast }[type]);
  };
  const submit = (event: SubmitEvent, close: () => void) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const what = (event.submitter as HTMLButtonElement | null)?.value;
    const said = saidIn(form, document.readBack);
    const work = what === "compare" ? compare(form) : record(what === "query" ? "handover.queried" : what === "refuse" ? "handover.refused" : "handover.accepted", said, close);
    problem = "";
    work.catch(async (error: unknown) => {
      problem = await sayError(error);
      redraw();
    });
  };

  openDialog({
    title: w().handover.received(nameOf(policy, by ?? null)),
    body: (close) => html`<form class="fields" @submit=${(event: SubmitEvent) => submit(event, close)}>
      <details class="issued"><summary>${w().handover.paper}</summary><article class="paper" lang=${lang}>${documentNodes(text)}</article></details>
      ${document.readBack.length ? html`<p class="soft">${w().handover.readBack}</p>` : nothing}
      ${document.readBack.map((id) => line(desk, lineOf(document, id), compared))}
      <p class="problem" role="alert">${problem}</p>
      <div class="actions">
        <button class="primary" type="submit" value="accept">${w().handover.accept}</button>
        ${document.readBack.length ? html`<button type="submit" value="compare">${w().handover.compare}</button>
          <button type="submit" value="query">${w().handover.query}</button>` : nothing}
        <button type="submit" value="refuse">${w().handover.refuse}</button>
      </div></form>`,
  });
}

/** Of a handover that was issued without its document: what the journal then said. */
async function composedAgain(desk: Desk, handover: HandoverState, issued: JournalLine | undefined): Promise<HandoverDocument> {
  const { entries, policy, withheld } = desk.state;
  const upTo = entries.filter(({ head }) => !issued || head.seq < issued.head.seq);
  const by = issued?.head.by;
  const { document } = await (await core()).handover.compose({
    entries: upTo, policy, withheld, reader: handover.reader, at: issued?.head.at ?? String(handover.at), ...(by && { from: by }),
  });
  return document;
}

const lineOf = (document: HandoverDocument, id: string): HandoverLine =>
  [...document.watch, ...document.soon, ...document.waiting].find((line) => line.id === id) ?? { id };

const fields = ["owner", "due", "next"] as const;

/** Only what was filled in is said back. A local time of the page is one of the document's zone. */
function saidIn(form: HTMLFormElement, ids: readonly string[]): ReadBack[] {
  const data = new FormData(form);
  return ids.flatMap((id) => {
    const said = fields.flatMap((field) => {
      const text = String(data.get(`${field} ${id}`) ?? "").trim();
      return text ? [[field, field === "due" && text.length === 16 ? `${text}:00` : text]] : [];
    });
    return said.length ? [{ id, ...Object.fromEntries(said) }] : [];
  });
}

function line(desk: Desk, { id, title }: HandoverLine, compared: Comparison | null): TemplateResult {
  const words = w().handover;
  const people = desk.state.policy.assistants ?? [];
  const contacts = (desk.state.policy.clients ?? []).flatMap((client) => client.contacts ?? []);
  return html`<fieldset class="read-back"><legend>${title ?? id}</legend>
    <div class="fields row">
      <label>${words.who}<select name="owner ${id}"><option value=""></option>
        ${[...people, ...contacts].map((person) => html`<option value=${person.id}>${person.name ?? person.id}</option>`)}</select></label>
      <label>${words.when}<input name="due ${id}" type="datetime-local" /></label>
      <label>${words.what}<input name="next ${id}" type="text" maxlength="500" /></label>
    </div>
    ${compared ? html`<p class="small">${fields.map((field) => outcome(compared, id, field))}</p>` : nothing}
  </fieldset>`;
}

function outcome(compared: Comparison, id: string, field: (typeof fields)[number]): TemplateResult {
  const words = w().handover;
  const is = (list: readonly { id: string; field: string }[]) => list.some((one) => one.id === id && one.field === field);
  const label = { owner: words.who, due: words.when, next: words.what }[field];
  if (is(compared.matches)) return html`<span class="said same">✓ ${label} : ${words.same}</span> `;
  if (is(compared.differs)) return html`<span class="said differs">≠ ${label} : ${words.differs}</span> `;
  return is(compared.missing) ? html`<span class="said">… ${label} : ${words.missing}</span> ` : html``;
}
