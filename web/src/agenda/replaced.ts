import type { Event } from "../desk/types";

/** Events of a calendar with some put in place of those of the same name, and new ones at the end. */
export function replaced(events: readonly Event[], changed: readonly Event[]): Event[] {
  const name = (event: Event) => `${event.uid}\n${event.recurrenceId ?? ""}`;
  const byName = new Map(changed.map((event) => [name(event), event]));
  const kept = events.map((event) => {
    const next = byName.get(name(event));
    byName.delete(name(event));
    return next ?? event;
  });
  return [...kept, ...byName.values()];
}
