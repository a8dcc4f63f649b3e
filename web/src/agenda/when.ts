export { instantOf, localOf } from "../desk/zones";

/**
 * Civil time as the page needs it: a day is `2026-03-10`, a local time `2026-03-10T10:00:00`, an instant ends in `Z`.
 * Arithmetic on local times knows no zone; `localOf` and `instantOf` are the only two ways between the two.
 */
export type Day = string;
export type Local = string;
export type Instant = string;

const minute = 60_000;
const weekdays = ["su", "mo", "tu", "we", "th", "fr", "sa"] as const;
export type Weekday = (typeof weekdays)[number];

const epoch = (local: Local | Day) => Date.parse(`${local.length === 10 ? `${local}T00:00:00` : local}Z`);
const text = (ms: number): Local => new Date(ms).toISOString().slice(0, 19);

export const dayOf = (local: Local): Day => local.slice(0, 10);
export const clockOf = (local: Local): string => local.slice(11, 16);
export const minuteOfDay = (local: Local): number => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
export const weekdayOf = (day: Day): Weekday => weekdays[new Date(epoch(day)).getUTCDay()]!;
export const addDays = (day: Day, days: number): Day => text(epoch(day) + days * 1440 * minute).slice(0, 10);
export const addMinutes = (local: Local, minutes: number): Local => text(epoch(local) + minutes * minute);
export const minutesBetween = (from: Local, to: Local): number => Math.round((epoch(to) - epoch(from)) / minute);
export const daysBetween = (from: Day, to: Day): number => Math.round((epoch(to) - epoch(from)) / (1440 * minute));
export const at = (day: Day, minuteOfTheDay: number): Local => addMinutes(`${day}T00:00:00`, minuteOfTheDay);
export const utcDate = (local: Local | Day): Date => new Date(epoch(local));

/** The Monday on or before `day`. */
export function weekStart(day: Day): Day {
  return addDays(day, -((new Date(epoch(day)).getUTCDay() + 6) % 7));
}

/** A clock time in minutes: `09:30` is 570, `24:00` is 1440. */
export const minutesOfClock = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** `PT1H30M` in minutes (ISO 8601, without years and months); 0 for what is not a duration. */
export function durationMinutes(iso: string | undefined): number {
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(iso ?? "");
  if (!parts) return 0;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes + Math.ceil(seconds / 60);
}

export function isoDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `PT${hours ? `${hours}H` : ""}${rest || !hours ? `${rest}M` : ""}`;
}
