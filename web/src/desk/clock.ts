/** The clock and the zone of this machine, which the core may not have. Days are `2026-03-10`. */

const pad = (value: number) => String(value).padStart(2, "0");
const dayOf = (date: Date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** A day some days later. */
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const weekday = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

export const now = {
  /** An instant in seconds: `2026-03-10T09:00:00Z`. */
  instant: (): string => `${new Date().toISOString().slice(0, 19)}Z`,
  /** Local time of this machine, without its zone. */
  local(): string {
    const date = new Date();
    return `${dayOf(date)}T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;
  },
  today: (): string => dayOf(new Date()),
  mondayOf: (day: string): string => plusDays(day, -weekday(day)),
  monday: (): string => now.mondayOf(now.today()),
  zone: (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
};

/** The instant of a local time in a zone; where the clocks skip it, the moment after the gap. */
export function instantOf(local: string, timeZone: string): string {
  const wall = Date.parse(`${local.slice(0, 19)}Z`);
  const offset = (at: number) => Date.parse(`${wallClock(at, timeZone)}Z`) - at;
  const first = wall - offset(wall);
  return `${new Date(wall - offset(first)).toISOString().slice(0, 19)}Z`;
}

/** The local time of an instant in a zone. */
export const localOf = (instant: string, timeZone: string): string => wallClock(Date.parse(instant), timeZone);

function wallClock(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}`;
}
