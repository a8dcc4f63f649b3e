import type { Action, Priority, Request, TriageItem } from "../desk/types";
import { instantText, timeText, shortDayText } from "../words/format";
import { isolate } from "../words/isolate";
import { w } from "../words/words";

export const priorities: readonly Priority[] = ["critical", "high", "normal", "low"];
export const actions: readonly Action[] = ["transfer", "schedule", "message", "answer", "filter"];
export const categories = [
  "appointment", "callback", "billing", "quote", "complaint", "incident", "delivery", "information", "administrative",
  "solicitation", "thanks",
] as const;

/** Who asks: the best name that the request has. */
export function who(request: Request): string {
  const { name, company, email, phone } = request.from ?? {};
  return isolate(name || company || email || phone || w().requests.someone);
}

/** What it is about: its subject, else the first words of its text. */
export function about(request: Request): string {
  const text = request.subject?.trim() || request.body.trim().split(/\n/, 1)[0] || "";
  return isolate(text.length > 140 ? `${text.slice(0, 139)}…` : text);
}

export const channelText = (channel: string): string => w().requests.channels[channel] ?? channel;

/** The moment by which something must have happened: the earlier of the deadline and the first response. */
export function dueText(item: TriageItem | undefined): string {
  if (!item) return "";
  if (item.firstResponseDue) return instantText(item.firstResponseDue);
  return deadlineText(item) ?? "";
}

export function deadlineText({ deadline }: TriageItem): string | null {
  if (!deadline) return null;
  return deadline.length === 10 ? shortDayText(deadline) : timeText(deadline);
}

export const late = (instant: string | null | undefined): boolean => !!instant && Date.parse(instant) < Date.now();

/** Thousandths as points: 400 → `+40`. */
export function pointsText(weight: number): string {
  const points = Math.round(weight) / 10;
  return `${points > 0 ? "+" : points < 0 ? "−" : ""}${Math.abs(points).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })}`;
}
