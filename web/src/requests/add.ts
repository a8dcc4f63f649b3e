import { core } from "../core";
import { instantOf, now } from "../desk/clock";
import type { Desk } from "../desk/desk";
import { newId } from "../desk/salt";
import { triaged } from "../desk/sample";
import type { NewEntry, Request } from "../desk/types";

/** A typed note as the core reads it: its client, caller and number where they show. */
export async function noteToRequests(text: string, client?: string): Promise<Request[]> {
  const { triage } = await core();
  const { requests } = await triage.import({ format: "note", text, timeZone: now.zone(), now: now.local(), ...(client && { client }) });
  return requests.map((request) => ({
    ...request, id: newId("note"), receivedAt: now.local(), timeZone: now.zone(), ...(client && { client }),
  }));
}

/** Requests that the desk does not have yet. */
export function newOnes(desk: Desk, requests: readonly Request[]): Request[] {
  const known = new Set(desk.state.entries.filter(({ head }) => head.type === "request.received").map(({ head }) => head.ref));
  return requests.filter(({ id }) => !known.has(id));
}

/** Keeps requests as they came, then what the engine says about them, as one step. */
export async function addRequests(desk: Desk, requests: readonly Request[], label: "noted" | "imported"): Promise<void> {
  const entry = (type: string, request: Request, payload: Record<string, unknown>): NewEntry => desk.entry(type, request.id, payload, request.client);
  const joins = await desk.change({ label, entries: requests.map((request) => entry("request.received", request, { request })) });
  const { policy, derived } = desk.state;
  const { items } = await (await core()).triage.rank({ requests: [...requests], policy, ...(derived.fold && { state: derived.fold }), now: now.instant() });
  const said = new Map(items.map((item) => [item.id, item]));
  const entries = requests.flatMap((request) => {
    const item = said.get(request.id);
    return item ? [entry("request.triaged", request, triaged(item))] : [];
  });
  await desk.change({ label, joins, entries });
}

/** The instant at which a request came in. */
export const receivedInstant = (request: Request): string => instantOf(request.receivedAt, request.timeZone || now.zone());
