import { html, nothing, svg, type TemplateResult } from "lit-html";
import type { DeskState } from "../desk/desk";
import { minutesText, numberText } from "../words/format";
import { w } from "../words/words";
import { medianReply } from "./indicators";

/** The strip of indicators: four figures of the desk. */
export function strip(state: DeskState): TemplateResult {
  const words = w().strip;
  const { today, agenda, requests, fold, indicators } = state.derived;
  const reply = medianReply(indicators);
  return html`<dl class="strip" aria-label=${words.label}>
    ${figure(words.today, today)}
    ${figure(words.conflicts, agenda && agenda.conflicts.length)}
    ${figure(words.open, fold && requests.size)}
    ${card(words.reply, reply === null ? words.none : minutesText(reply))}
  </dl>`;
}

const figure = (label: string, value: number | null) => card(label, value === null ? w().strip.none : numberText(value));

function card(label: string, value: string, trend?: readonly number[]): TemplateResult {
  return html`<div class="figure card"><dt>${label}</dt><dd>${value}</dd>${trend && trend.length > 1 ? sparkline(trend) : nothing}</div>`;
}

function sparkline(values: readonly number[]): TemplateResult {
  const most = Math.max(...values, 1);
  const points = values.map((value, at) => `${(at * 100) / (values.length - 1)},${26 - (value * 24) / most}`).join(" ");
  return html`<svg class="spark" viewBox="0 0 100 28" preserveAspectRatio="none" role="img" aria-label=${w().strip.trend(values.length)}>
    ${svg`<polyline points=${points} />`}</svg>`;
}
