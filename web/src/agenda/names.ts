import type { DeskState } from "../desk/desk";
import type { Calendar } from "../desk/types";

const tones = 6;

/** What people and clients are called, and the colour of each client (1–6, in the order of the policy). */
export class Names {
  readonly people = new Map<string, string>();
  readonly clients = new Map<string, string>();
  readonly #tones = new Map<string, number>();

  constructor({ policy, calendars }: Pick<DeskState, "policy" | "calendars">) {
    for (const client of policy.clients ?? []) {
      this.#client(client.id, client.name ?? client.id);
      for (const contact of client.contacts ?? []) this.people.set(contact.id, contact.name ?? contact.id);
    }
    for (const assistant of policy.assistants ?? []) this.people.set(assistant.id, assistant.name ?? assistant.id);
    for (const calendar of calendars) {
      if (!this.clients.has(calendar.client)) this.#client(calendar.client, calendar.client);
      if (!this.people.has(calendar.person)) this.people.set(calendar.person, calendar.name || calendar.person);
    }
  }

  person(id: string): string {
    return this.people.get(id) ?? id;
  }

  persons(ids: readonly string[]): string {
    return ids.map((id) => this.person(id)).join(", ");
  }

  client(id: string): string {
    return this.clients.get(id) ?? id;
  }

  tone(client: string): number {
    return this.#tones.get(client) ?? 1;
  }

  #client(id: string, name: string): void {
    this.clients.set(id, name);
    this.#tones.set(id, (this.#tones.size % tones) + 1);
  }
}

/** The calendars in the order in which people stand in the grid: by client, then as they came. */
export function inOrder(calendars: readonly Calendar[], names: Names): Calendar[] {
  const place = [...names.clients.keys()];
  return [...calendars].sort((a, b) => place.indexOf(a.client) - place.indexOf(b.client));
}
