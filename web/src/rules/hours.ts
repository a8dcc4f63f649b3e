import { html, type TemplateResult } from "lit-html";
import { textField, type Form, type Path } from "./form";
import { words } from "./words";

const days = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;

/** `09:00–12:30, 14:00–18:00` of the spans of a day. */
const spansText = (value: unknown): string =>
  ((value as [string, string][] | undefined) ?? []).map(([from, to]) => `${from}–${to}`).join(", ");

const span = /(\d{1,2})(?:[:h.](\d{2})?)?\s*(?:[-–—]|to|à)\s*(\d{1,2})(?:[:h.](\d{2})?)?/gi;
const clock = (hour = "", minute = "00"): string => `${hour.padStart(2, "0")}:${minute}`;

function readSpans(text: string): { value: unknown } | { why: string } {
  if (!text.trim()) return { value: undefined };
  const spans = [...text.matchAll(span)].map(([, h, m, h2, m2]) => [clock(h, m), clock(h2, m2)]);
  const rest = text.replace(span, "").replace(/[\s,;/]+|and|et/gi, "");
  return spans.length && !rest ? { value: spans } : { why: words().hoursForm };
}

/** The working hours of somebody, a line a day. */
export function hoursOf(form: Form, path: Path, title: string): TemplateResult {
  return html`<details class="rules-more"><summary>${title}</summary><div class="fields rules-hours">
    ${days.map((day) => textField(form, [...path, "hours", day], {
      label: words().days[day], placeholder: words().closed, shown: spansText, read: readSpans }))}
  </div></details>`;
}
