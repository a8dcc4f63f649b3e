import { html, nothing, type TemplateResult } from "lit-html";
import type { Action, Priority, Request, TriageItem, WeighedReason } from "../desk/types";
import { instantText } from "../words/format";
import { say } from "../words/say";
import { w } from "../words/words";
import { highlighted } from "./highlight";
import { about, actions, categories, channelText, deadlineText, late, pointsText, priorities, who } from "./labels";
import { priorityPill } from "./list";
import { receivedInstant } from "./add";

export interface DetailActions {
  correct(said: { priority?: Priority; category?: string; action?: Action; owner?: string }): void;
  answer(): void;
  done(): void;
  back(): void;
  light(reason: number | null): void;
}

export interface DetailState {
  request: Request;
  item: TriageItem | undefined;
  client: string;
  owner: string;
  /** Whom the engine would hand it to. */
  route: string;
  people: readonly { id: string; name: string }[];
  answered: boolean;
  /** Who corrected it; empty where nobody did. */
  corrector: string;
  writes: boolean;
  keys: boolean;
  lit: number | null;
}

/** Keys that set a priority; low is `L`, and `B` for French hands. */
export const priorityKeys: Record<string, Priority> = { c: "critical", h: "high", n: "normal", l: "low", b: "low" };

/** One request: its words, why it stands where it stands, and what can be said about that. */
export function detail(state: DetailState, act: DetailActions): TemplateResult {
  const { request, item, lit } = state;
  const reasons = item?.reasons ?? [];
  return html`<article class="detail" aria-label=${about(request)}>
    <button class="back quiet" @click=${act.back}>‹ ${w().requests.back}</button>
    <header><h2>${who(request)}${request.subject ? html` – ${highlighted(request.subject, "subject", reasons, lit)}` : nothing}</h2>
      ${priorityPill(item)}</header>
    ${facts(state)}
    <p class="body" lang=${request.lang ?? nothing}>${highlighted(request.body, "body", reasons, lit)}</p>
    ${buttons(state, act)}
    ${segments(state, act)}
    ${why(item, act)}
    ${corrections(state, act)}
  </article>`;
}

function facts({ request, item, client, owner, route }: DetailState): TemplateResult {
  const words = w().requests;
  const fact = (label: string, value: string | null | undefined, hot = false) =>
    value ? html`<div><dt>${label}</dt><dd class=${hot ? "late" : ""}>${value}</dd></div>` : nothing;
  const { phone, email, company } = request.from ?? {};
  return html`<dl class="facts">
    ${fact(words.client, client || words.noClient)}
    ${fact(words.channel, channelText(request.channel))}
    ${fact(words.received, instantText(receivedInstant(request)))}
    ${fact(words.contact, [company, phone, email].filter(Boolean).join(" · "))}
    ${fact(words.firstResponse, item?.firstResponseDue && instantText(item.firstResponseDue), late(item?.firstResponseDue))}
    ${fact(words.resolution, item?.resolutionDue && instantText(item.resolutionDue), late(item?.resolutionDue))}
    ${fact(words.deadline, item && deadlineText(item))}
    ${fact(words.action, item?.action && words.actions[item.action])}
    ${fact(words.category, item?.category && (words.categories[item.category] ?? item.category))}
    ${fact(words.route, route)}
    ${fact(words.owner, owner)}
    ${fact(words.duplicate, item?.duplicateOf)}
  </dl>`;
}

function buttons({ answered, writes, keys }: DetailState, act: DetailActions): TemplateResult {
  const words = w().requests;
  const key = (text: string) => (keys ? html`<kbd aria-hidden="true">${text}</kbd>` : nothing);
  return html`<div class="actions">
    <button class="primary" ?disabled=${!writes} @click=${act.done}>${words.done} ${key("E")}</button>
    <button ?disabled=${!writes || answered} @click=${act.answer}>${answered ? words.answered : words.answer} ${answered ? nothing : key("R")}</button>
  </div>`;
}

function why(item: TriageItem | undefined, act: DetailActions): TemplateResult | typeof nothing {
  const words = w().requests;
  if (!item) return nothing;
  const row = (reason: WeighedReason, index: number) => html`<li @mouseenter=${() => act.light(index)} @mouseleave=${() => act.light(null)}>
    <span class="weight">${reason.weight ? pointsText(reason.weight) : ""}</span><span>${say(reason)}</span></li>`;
  return html`<section class="why"><h3>${words.why}</h3>
    <ul>${item.reasons.map(row)}</ul>
    ${item.score === undefined ? nothing : html`<p class="total"><span class="weight">${pointsText(item.score)}</span><span>${words.total}</span></p>`}
    ${item.ask ? html`<p class="ask"><strong>${words.ask}</strong> ${askText(item.ask)}</p>` : nothing}
  </section>`;
}

function askText(ask: unknown): string {
  if (typeof ask === "string") return ask;
  return typeof ask === "object" && ask !== null && "code" in ask ? say(ask as WeighedReason) : "";
}

/** The priority as the engine says it; one key corrects it. */
function segments({ item, writes, keys, corrector }: DetailState, act: DetailActions): TemplateResult {
  const words = w().requests;
  return html`<div class="segments" role="group" aria-label=${words.priority}>
    ${priorities.map((priority) => html`<button ?disabled=${!writes} aria-pressed=${item?.priority === priority}
      @click=${() => act.correct({ priority })}>${words.priorities[priority]} ${keys ? html`<kbd aria-hidden="true">${words.priorityKey[priority]}</kbd>` : nothing}</button>`)}
  </div>${corrector ? html`<p class="soft small">${words.correctedBy(corrector)}</p>` : nothing}`;
}

function corrections({ item, owner, people, writes }: DetailState, act: DetailActions): TemplateResult {
  const words = w().requests;
  const select = (label: string, value: string | undefined, options: readonly (readonly [string, string])[], choose: (value: string) => void) =>
    html`<label>${label}<select ?disabled=${!writes} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(([id, name]) => html`<option value=${id} ?selected=${id === (value ?? "")}>${name}</option>`)}</select></label>`;
  const categoryNames = [...new Set<string>([...categories, ...(item?.category ? [item.category] : [])])];
  return html`<section class="corrections"><h3>${words.correct}</h3>
    <div class="fields row">
      ${select(words.category, item?.category, categoryNames.map((id) => [id, words.categories[id] ?? id] as const), (category) => act.correct({ category }))}
      ${select(words.action, item?.action, actions.map((id) => [id, words.actions[id]] as const), (action) => act.correct({ action: action as Action }))}
      ${select(words.owner, owner, [["", "–"], ...people.map(({ id, name }) => [id, name] as const)], (to) => to && act.correct({ owner: to }))}
    </div>
  </section>`;
}
