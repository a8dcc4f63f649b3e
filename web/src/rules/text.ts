import { html, type TemplateResult } from "lit-html";
import { core } from "../core";
import type { Desk } from "../desk/desk";
import type { Policy } from "../desk/types";
import { redraw } from "../shell/draw";
import { savePolicy } from "../shell/files";
import { sayError } from "../words/say";
import { w } from "../words/words";
import { sayProblem } from "./form";
import { words } from "./words";

/** What is being typed, kept while it cannot be taken: closing the dialog loses nothing. */
let typed: string | null = null;
let problems: readonly { path: string; text: string }[] = [];

/** All rules as JSON, for what has no field. */
export function textPart(desk: Desk): TemplateResult {
  const text = words();
  const kept = JSON.stringify(desk.state.policy, null, 2);
  const input = (event: Event) => {
    typed = (event.target as HTMLTextAreaElement).value;
    redraw();
  };
  const changed = typed !== null && typed !== kept;
  return html`<p class="soft">${text.textHelp}</p>
    <textarea class="rules-text" aria-label=${text.tabs.text} rows="18" spellcheck="false" .value=${typed ?? kept} ?disabled=${!desk.state.writes} @input=${input}></textarea>
    <div role="alert"><ul class="problems">${problems.map(({ path, text: what }) => html`<li class="problem">${what} ${path ? w().at(path) : ""}</li>`)}</ul></div>
    <div class="actions">
      <button class="primary" ?disabled=${!changed || !desk.state.writes} @click=${() => void keep(desk)}>${text.keep}</button>
      <button ?disabled=${!changed} @click=${drop}>${text.drop}</button>
      <button @click=${() => savePolicy(desk)}>${w().desk.savePolicy}</button></div>`;
}

function drop(): void {
  typed = null;
  problems = [];
  redraw();
}

async function keep(desk: Desk): Promise<void> {
  try {
    const policy = JSON.parse(typed ?? "") as Policy;
    const found = (await (await core()).policy.check({ policy })).problems;
    problems = await Promise.all(found.map(async (one) => ({ path: one.path ?? "", text: await sayProblem(one) })));
    if (found.length) return redraw();
    await desk.change({ label: "policy", policy });
    drop();
  } catch (error) {
    problems = [{ path: "", text: error instanceof SyntaxError ? words().notJson(lineOf(error.message, typed ?? "")) : await sayError(error) }];
    redraw();
  }
}

/** The line that the browser's own message names, one way or another. */
function lineOf(message: string, text: string): number {
  const line = /line (\d+)/.exec(message)?.[1];
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  return line ? Number(line) : text.slice(0, position).split("\n").length;
}
