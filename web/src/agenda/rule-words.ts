import type { Event } from "../desk/types";
import { agendaWords } from "../words/agenda";
import { dayYearText } from "../words/format";
import { language } from "../words/words";
import { utcDate } from "./when";

interface Rule {
  frequency?: string;
  interval?: number;
  byDay?: { day: string; nthOfPeriod?: number }[];
  byMonth?: (string | number)[];
  byMonthDay?: number[];
  count?: number;
  until?: string;
  [member: string]: unknown;
}

/** Parts of a rule that no short sentence says. */
const rare = ["byYearDay", "byWeekNo", "byHour", "byMinute", "bySecond", "bySetPosition"];
/** 5 January 2026 is a Monday. */
const sampleDay: Record<string, string> = {
  mo: "2026-01-05",
  tu: "2026-01-06",
  we: "2026-01-07",
  th: "2026-01-08",
  fr: "2026-01-09",
  sa: "2026-01-10",
  su: "2026-01-11",
};
const intl = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language() === "fr" ? "fr-FR" : "en-GB", { ...options, timeZone: "UTC" });
const dayName = (day: string) => intl({ weekday: "long" }).format(utcDate(sampleDay[day] ?? sampleDay["mo"]!));
const monthName = (month: string | number) =>
  intl({ month: "long" }).format(utcDate(`2026-${String(parseInt(String(month), 10)).padStart(2, "0")}-01`));

function listed(items: string[]): string {
  const { and } = agendaWords();
  return items.length > 1 ? `${items.slice(0, -1).join(", ")}${and}${items.at(-1)}` : (items[0] ?? "");
}

function oneRule(rule: Rule): string {
  const words = agendaWords();
  const say = words.every[rule.frequency ?? ""] ?? words.every["daily"]!;
  const parts = [say(rule.interval ?? 1)];
  const days = (rule.byDay ?? []).map(({ day, nthOfPeriod }) =>
    nthOfPeriod ? words.nth(nthOfPeriod, dayName(day)) : dayName(day),
  );
  if (days.length) parts.push(words.onDays(listed(days)));
  if (rule.byMonthDay?.length) {
    parts.push(words.onMonthDays(listed(rule.byMonthDay.map((day) => (day === -1 ? words.lastDay : String(day))))));
  }
  if (rule.byMonth?.length) parts.push(words.inMonths(listed(rule.byMonth.map(monthName))));
  if (rare.some((name) => rule[name] !== undefined)) parts.push(words.otherwise);
  const text = parts.join(" ");
  if (rule.count) return `${text}, ${words.times(rule.count)}`;
  return rule.until ? `${text}, ${words.until(dayYearText(rule.until.slice(0, 10)))}` : text;
}

/** How an event repeats, in words; empty if it does not. */
export function recurrenceText(event: Event): string {
  const single = event["recurrenceRule"] as Rule | undefined;
  const rules = (event["recurrenceRules"] as Rule[] | undefined) ?? (single ? [single] : []);
  if (rules.length) return rules.map(oneRule).join(" ; ");
  return Object.keys((event["recurrenceOverrides"] as object | undefined) ?? {}).length ? agendaWords().dates : "";
}
