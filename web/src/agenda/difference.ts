import type { Event } from "../desk/types";
import { timeText } from "../words/format";
import { durationMinutes } from "./when";

/** One line of what a newer copy of a calendar brings. */
export interface Difference {
  kind: "added" | "changed" | "cancelled";
  title: string;
  before: string;
  after: string;
}

const nameOf = (named: unknown): string => {
  if (typeof named === "string") return named;
  const { uid, recurrenceId } = named as Event;
  return recurrenceId ? `${uid}\n${recurrenceId}` : uid;
};

const placeNames = (event: Event) =>
  Object.values((event["locations"] as Record<string, { name?: string }> | undefined) ?? {}).map(({ name }) => name ?? "").join(", ");

/** An event in one line, so that what differs can be seen. */
function lineOf(event: Event | undefined): string {
  if (!event) return "";
  const start = event.start ? (event["showWithoutTime"] ? event.start.slice(0, 10) : timeText(event.start)) : "";
  const minutes = durationMinutes(event.duration);
  return [start, minutes && !event["showWithoutTime"] ? `${minutes} min` : "", placeNames(event)].filter(Boolean).join(" · ");
}

/** The lines of a merge, in its order. What is the same in both lines is told apart by the title or the status. */
export function differences(merge: { added: unknown[]; changed: unknown[]; cancelled: unknown[] }, have: readonly Event[], got: readonly Event[]): Difference[] {
  const [old, next] = [have, got].map((events) => new Map(events.map((event) => [nameOf(event), event]))) as [Map<string, Event>, Map<string, Event>];
  const find = (events: Map<string, Event>, name: string) => events.get(name) ?? events.get(name.split("\n")[0]!);
  const lines = (kind: Difference["kind"], named: readonly unknown[]) =>
    named.map((one): Difference => {
      const name = nameOf(one);
      const [before, after] = [find(old, name), find(next, name)];
      const renamed = before && after && before.title !== after.title;
      return {
        kind, title: after?.title ?? before?.title ?? "",
        before: kind === "added" ? "" : [renamed ? (before.title ?? "") : "", lineOf(before)].filter(Boolean).join(" · "),
        after: kind === "cancelled" ? "" : lineOf(after),
      };
    });
  return [...lines("added", merge.added), ...lines("changed", merge.changed), ...lines("cancelled", merge.cancelled)];
}
