import { html, type TemplateResult } from "lit-html";
import { core } from "../core";
import { redraw } from "../shell/draw";
import { say } from "../words/say";
import { textField, type Form } from "./form";
import { words } from "./words";

interface Signal {
  code: string;
  group: "danger" | "loss" | "contact" | "anger" | "calm" | "social" | "topic";
  weight: number;
}
let signals: readonly Signal[] | undefined;

async function load(): Promise<void> {
  signals = (await (await core()).triage.signals({})).signals as Signal[];
  redraw();
}

/** How much each signal weighs in the score of a request, in points. */
export function weightsPart(form: Form): TemplateResult {
  const text = words();
  if (!signals) void load();
  const groups = [...new Set((signals ?? []).map(({ group }) => group))];
  const some = (wanted: Signal["group"]) => (signals ?? []).filter(({ group }) => group === wanted);
  return html`<p class="soft">${text.weightsHelp}</p>
    ${groups.map((group) => html`<details class="rules-more"><summary>${text.groups[group]}</summary><div class="rules-weights">
      ${some(group).map(({ code, weight }) => textField(form, ["weights", code], { label: say({ code }), placeholder: pointsText(weight), ...points }))}
    </div></details>`)}`;
}

/** Thousandths as points, as the reasons of a request show them: 400 is 40. */
const pointsText = (weight: number): string => String(weight / 10);
const points = {
  shown: (value: unknown) => (typeof value === "number" ? pointsText(value) : ""),
  read: (typed: string): { value: unknown } | { why: string } => {
    if (!typed.trim()) return { value: undefined };
    const value = Number(typed.trim().replace(",", ".").replace("−", "-"));
    return Number.isFinite(value) ? { value: Math.round(value * 10) } : { why: words().notPoints };
  },
};
