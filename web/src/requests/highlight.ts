import { html, type TemplateResult } from "lit-html";
import type { WeighedReason } from "../desk/types";

/** A stretch of a text, and the reasons whose words it holds. */
export interface Stretch {
  text: string;
  reasons: readonly number[];
}

/** Cuts a text where the spans of reasons begin and end; spans may overlap, and are in UTF-16 units of `field`. */
export function stretches(text: string, field: string, reasons: readonly WeighedReason[]): Stretch[] {
  const spans = reasons.flatMap(({ span }, index) =>
    span?.field === field && span.start < span.end && span.start < text.length
      ? [{ start: Math.max(0, span.start), end: Math.min(span.end, text.length), index }] : []);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1]!;
    return { text: text.slice(start, end), reasons: spans.filter((span) => span.start <= start && end <= span.end).map(({ index }) => index) };
  });
}

/** A text with the words that carry reasons marked; those of `lit` stand out. */
export function highlighted(text: string, field: string, reasons: readonly WeighedReason[], lit: number | null): TemplateResult {
  return html`${stretches(text, field, reasons).map((stretch) => stretch.reasons.length
    ? html`<mark class=${lit !== null && stretch.reasons.includes(lit) ? "lit" : ""}>${stretch.text}</mark>` : stretch.text)}`;
}
