import { html, type TemplateResult } from "lit-html";
import type { Desk } from "../desk/desk";
import type { Priority } from "../desk/types";
import { priorities } from "../requests/labels";
import { nameOfClient } from "../shell/people";
import { w } from "../words/words";
import { choiceField, textField, type Form } from "./form";
import { words } from "./words";

interface Level {
  client?: string | null;
  priority: Priority;
}

/** The times allowed for each priority. */
export function levelsPart(desk: Desk, form: Form): TemplateResult {
  const text = words();
  const levels = (form.policy["serviceLevels"] as Level[] | undefined) ?? [];
  const names = w().requests.priorities;
  const missing = priorities.filter((priority) => !levels.some((level) => level.priority === priority && !level.client));
  const title = ({ priority, client }: Level) => (client ? `${names[priority]}, ${nameOfClient(desk.state.policy, client)}` : names[priority]);
  return html`<p class="soft">${text.levelsHelp}</p>
    ${levels.map((level, at) => html`<fieldset class="rules-card"><legend>${title(level)}</legend><div class="fields row">
      ${textField(form, ["serviceLevels", at, "firstResponse"], { label: text.firstResponse, placeholder: "15 min", ...duration })}
      ${textField(form, ["serviceLevels", at, "resolution"], { label: text.resolution, placeholder: "1 h", ...duration })}
      ${choiceField(form, ["serviceLevels", at, "clock"], text.clock, Object.entries(text.clocks))}
    </div></fieldset>`)}
    ${missing.map((priority) => html`<button ?disabled=${!form.writes}
      @click=${() => form.set(["serviceLevels", levels.length], { priority })}>${text.addLevel(names[priority])}</button>`)}`;
}

const units: Record<string, string> = { d: "D", j: "D", h: "H", min: "M" };

/** ISO 8601 as `1 d 4 h 30 min`, and back; what has other parts is shown as it stands. */
const duration = {
  shown: (value: unknown): string => {
    const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(String(value ?? ""));
    if (!parts) return String(value ?? "");
    const [, days, hours, minutes] = parts;
    return [days && `${days} ${words().day}`, hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(" ");
  },
  read: (typed: string): { value: unknown } | { why: string } => {
    if (!typed.trim()) return { value: undefined };
    const parts = [...typed.matchAll(/(\d+)\s*(min|[dhj])[a-z]*/gi)].map(([, amount, unit]) => [units[unit!.toLowerCase()], amount] as const);
    const rest = typed.replace(/(\d+)\s*(min|[dhj])[a-z]*/gi, "").trim();
    if (!parts.length || rest) return /^P/.test(typed.trim()) ? { value: typed.trim() } : { why: words().durationForm };
    const of = (unit: string) => parts.filter(([one]) => one === unit).map(([, amount]) => `${amount}${unit}`).join("");
    const time = of("H") + of("M");
    return { value: `P${of("D")}${time && `T${time}`}` };
  },
};
