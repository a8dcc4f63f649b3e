import { core } from "../core";
import type { Hours, Problem, ProblemPerson } from "../desk/types";
import { redraw } from "../shell/draw";
import type { Span } from "./lanes";
import {
  addDays,
  at,
  dayOf,
  instantOf,
  localOf,
  minuteOfDay,
  minutesBetween,
  minutesOfClock,
  weekdayOf,
  type Day,
} from "./when";

const wholeDay: Span[] = [{ start: 0, end: 1440 }];

/** A person's working hours on a day of the agenda's zone, holidays left aside. */
function spansOf(hours: Hours, personZone: string, zone: string, day: Day): Span[] {
  const spans: Span[] = [];
  const days = personZone === zone ? [day] : [addDays(day, -1), day, addDays(day, 1)];
  for (const theirs of days) {
    for (const [from, to] of hours[weekdayOf(theirs)] ?? []) {
      const shift = (clock: string) =>
        minutesBetween(at(day, 0), localOf(instantOf(at(theirs, minutesOfClock(clock)), personZone), zone));
      const span = { start: Math.max(0, shift(from)), end: Math.min(1440, shift(to)) };
      if (span.start < span.end) spans.push(span);
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

const holidays = new Map<string, boolean>();

/** Whether the core says that nobody works on that day; false until it has answered. */
function isHoliday(holidayRule: unknown, timeZone: string, day: Day): boolean {
  if (!holidayRule) return false;
  const key = JSON.stringify([holidayRule, timeZone, day]);
  const known = holidays.get(key);
  if (known !== undefined) return known;
  holidays.set(key, false);
  void askHoliday(holidayRule, timeZone, day).then(
    (closed) => {
      holidays.set(key, closed);
      if (closed) redraw();
    },
    () => undefined,
  );
  return false;
}

/** A day whose 24 hours hold no business time is a holiday. */
async function askHoliday(holidayRule: unknown, timeZone: string, day: Day): Promise<boolean> {
  const { report } = await core();
  const from = instantOf(at(day, 0), timeZone);
  const to = instantOf(at(addDays(day, 1), 0), timeZone);
  const hours = Object.fromEntries(
    ["mo", "tu", "we", "th", "fr", "sa", "su"].map((name) => [name, [["00:00", "24:00"]]]),
  );
  return (await report.businessTime({ hours, timeZone, holidays: holidayRule, from, to })).seconds === 0;
}

/** When a person works on that day; all of it where nobody said. */
export function openHours(person: ProblemPerson | undefined, problem: Problem, day: Day): Span[] {
  if (!person?.hours || !Object.values(person.hours).some((spans) => spans.length)) return wholeDay;
  const personZone = person.timeZone ?? problem.timeZone;
  return isHoliday(person["holidays"], personZone, day) ? [] : spansOf(person.hours, personZone, problem.timeZone, day);
}

/** The part of `start`–`end` (local times) that lies on `day`, in minutes; null if none does. */
export function onDay(start: string, end: string, day: Day): Span | null {
  const from = dayOf(start) < day ? 0 : minuteOfDay(start);
  const to = dayOf(end) > day ? 1440 : minuteOfDay(end);
  const touches = dayOf(start) <= day && (dayOf(end) > day || (dayOf(end) === day && (to > 0 || dayOf(start) === day)));
  return touches ? { start: from, end: Math.max(from, to) } : null;
}
