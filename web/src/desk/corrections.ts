import type { Action, JournalLine, Priority, Request, TriageItem } from "./types";

/** What a person said about a request; it wins over what the engine says. */
export interface Correction {
  by: string;
  request: Request;
  priority?: Priority;
  category?: string;
  action?: Action;
}

const members = ["priority", "category", "action"] as const;

/** The corrections in force, by request: the last word on each member, without those that were taken back. */
export function correctionsOf(entries: readonly JournalLine[]): Map<string, Correction> {
  const reverted = new Set(entries.filter(({ head }) => head.type === "entry.reverted").map(({ head }) => Number(head.ref)));
  const received = new Map<string, Request>();
  const corrected = new Map<string, Correction>();
  for (const { head, payload } of entries) {
    if (reverted.has(head.seq) || !payload) continue;
    if (head.type === "request.received") received.set(head.ref, payload["request"] as Request);
    const request = received.get(head.ref);
    if (head.type !== "request.corrected" || !request) continue;
    const said = Object.fromEntries(members.filter((name) => name in payload).map((name) => [name, payload[name]]));
    if (Object.keys(said).length) corrected.set(head.ref, { ...corrected.get(head.ref), request, by: head.by, ...said });
  }
  return corrected;
}

type Order = readonly { id: string; because: unknown }[];
const ranks: readonly Priority[] = ["critical", "high", "normal", "low"];

/** The items as persons corrected them. */
export function corrected(items: readonly TriageItem[], corrections: ReadonlyMap<string, Correction>): Map<string, TriageItem> {
  return new Map(items.map((item) => {
    const said = corrections.get(item.id);
    if (!said) return [item.id, item];
    const { request: _, by, ...members } = said;
    return [item.id, { ...item, ...members, correctedBy: by }];
  }));
}

/** Until the engine ranks anew: its last order, in which a request whose priority a person set stands before the first one of a lower priority. */
export function correctedOrder(order: Order, items: ReadonlyMap<string, TriageItem>, corrections: ReadonlyMap<string, Correction>): Order {
  const moved = order.filter(({ id }) => corrections.get(id)?.priority);
  const placed = order.filter(({ id }) => !corrections.get(id)?.priority);
  const rank = (id: string) => ranks.indexOf(items.get(id)?.priority ?? "normal");
  for (const one of moved) {
    const at = placed.findIndex(({ id }) => rank(id) > rank(one.id));
    placed.splice(at < 0 ? placed.length : at, 0, one);
  }
  return placed;
}
