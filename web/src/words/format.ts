import { language, w } from "./words";

/** Dates and numbers as the reader's language writes them. Days and local times are shown as they are, in no zone. */

const tag = () => (language() === "fr" ? "fr-FR" : "en-GB");
const made = new Map<string, Intl.DateTimeFormat>();

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag() + JSON.stringify(options);
  let found = made.get(key);
  if (!found) made.set(key, (found = new Intl.DateTimeFormat(tag(), options)));
  return found;
}

const inUtc = (local: string) => new Date(`${local.length === 10 ? `${local}T00:00:00` : local.slice(0, 19)}Z`);

/** `lundi 23 novembre` of a day or a local time. */
export const dayText = (day: string): string =>
  formatter({ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(inUtc(day));

export const dayYearText = (day: string): string =>
  formatter({ weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(inUtc(day));

/** `23–29 novembre 2026` of two days. */
export const daysText = (from: string, to: string): string =>
  formatter({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).formatRange(inUtc(from), inUtc(to));

/** `lun. 23 nov.` */
export const shortDayText = (day: string): string =>
  formatter({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).format(inUtc(day));

/** `09:30` of a local time. */
export const clockText = (local: string): string => local.slice(11, 16);

/** `lun. 23 nov. 09:30` of a local time. */
export const timeText = (local: string): string => `${shortDayText(local)} ${clockText(local)}`;

/** An instant on this machine's clock: the hour alone if it is today's. */
export function instantText(instant: string, zone?: string): string {
  const date = new Date(instant);
  const day = formatter({ weekday: "short", day: "numeric", month: "short", ...(zone && { timeZone: zone }) });
  const clock = formatter({ hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(zone && { timeZone: zone }) });
  return day.format(date) === day.format(new Date()) ? clock.format(date) : `${day.format(date)} ${clock.format(date)}`;
}

export const numberText = (value: number): string => new Intl.NumberFormat(tag()).format(value);

/** 95 → `1 h 35`. */
export function minutesText(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)];
  return rest ? `${hours} h ${String(rest).padStart(2, "0")}` : `${hours} h`;
}

/** How long ago an instant was, in words. */
export function agoText(instant: string): string {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(instant)) / 60_000));
  if (minutes < 2) return w().justNow;
  const relative = new Intl.RelativeTimeFormat(tag(), { numeric: "always" });
  if (minutes < 60) return relative.format(-minutes, "minute");
  if (minutes < 48 * 60) return relative.format(-Math.floor(minutes / 60), "hour");
  return relative.format(-Math.floor(minutes / 1440), "day");
}

/** `12 Ko`, `3,4 Mo`. */
export function bytesText(count: number): string {
  const units = language() === "fr" ? ["o", "Ko", "Mo"] : ["B", "KB", "MB"];
  let [value, unit] = [count, 0];
  while (value >= 1024 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1];
  return `${new Intl.NumberFormat(tag(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${units[unit]}`;
}
