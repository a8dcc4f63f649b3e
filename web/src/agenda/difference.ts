import type { MergedEvent } from "../core";
import type { Event } from "../desk/types";
import { agendaWords } from "../words/agenda";
import { shortDayText, timeText } from "../words/format";
import { durationMinutes } from "./when";

type Moment = NonNullable<MergedEvent["before"]>;

/** One line of what a newer copy of a calendar brings. */
export interface Difference {
  kind: "added" | "changed" | "cancelled";
  title: string;
  before: string;
  after: string;
  /** What differs beside the time, in words. */
  other: string;
}

function momentText(moment: Moment | undefined): string {
  if (!moment?.start) return "";
  if (moment.showWithoutTime) return shortDayText(moment.start.slice(0, 10));
  const minutes = durationMinutes(moment.duration);
  return [timeText(moment.start), minutes ? `${minutes} min` : ""].filter(Boolean).join(" · ");
}

const times = ["start", "duration", "timeZone", "endTimeZone", "due", "showWithoutTime"];

/** What differs beside the time: named where an assistant would name it, else as details. */
function otherText(members: readonly string[]): string {
  const { members: words, otherMember } = agendaWords();
  return [
    ...new Set(members.filter((member) => !times.includes(member)).map((member) => words[member] ?? otherMember)),
  ].join(", ");
}

/** The lines of a merge, in its order; `have` and `got` give the titles. */
export function differences(
  merge: { added: MergedEvent[]; changed: MergedEvent[]; cancelled: MergedEvent[] },
  have: readonly Event[],
  got: readonly Event[],
): Difference[] {
  const known = new Map([...have, ...got].map((event) => [event.uid, event]));
  const single = new Map([...have, ...got].map((event) => [`${event.uid} ${event.recurrenceId ?? ""}`, event]));
  const lines = (kind: Difference["kind"], merged: readonly MergedEvent[]) =>
    merged.map(({ uid, recurrenceId, members = [], before, after }): Difference => {
      const event = single.get(`${uid} ${recurrenceId ?? ""}`) ?? known.get(uid);
      const moment = momentText(before ?? (recurrenceId ? { start: recurrenceId } : (event as Moment | undefined)));
      const next = momentText(after);
      const moved = kind === "changed" && moment !== next;
      return {
        kind,
        title: event?.title ?? "",
        before: kind === "added" ? "" : moment,
        after: kind === "added" ? moment : moved ? next : "",
        other: kind === "changed" ? otherText(members) : "",
      };
    });
  return [...lines("added", merge.added), ...lines("changed", merge.changed), ...lines("cancelled", merge.cancelled)];
}
