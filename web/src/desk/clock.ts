export { instantOf, localOf } from "./zones";

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
