import type { DeskState } from "../desk/desk";
import { folded, freeId } from "../desk/ids";
import type { Policy } from "../desk/types";
import type { Names } from "./names";

/** Whose calendar a file is: found among those known, or new. */
export interface Owner {
  client: string;
  clientName: string;
  newClient: boolean;
  person: string;
  personName: string;
  newPerson: boolean;
}

function idOf(name: string, known: ReadonlyMap<string, string>): string | undefined {
  const wanted = folded(name);
  return [...known].find(([id, text]) => folded(text) === wanted || folded(id) === wanted)?.[0];
}

/** The owner that two typed names mean; null while one is missing. */
export function ownerOf(
  clientText: string,
  personText: string,
  names: Names,
  calendars: DeskState["calendars"],
): Owner | null {
  const [clientName, personName] = [clientText.trim(), personText.trim()];
  if (!clientName || !personName) return null;
  const client = idOf(clientName, names.clients);
  const person = idOf(personName, names.people);
  const elsewhere = person !== undefined && calendars.some((one) => one.person === person && one.client !== client);
  const known = person !== undefined && !elsewhere;
  return {
    client: client ?? freeId(clientName, names.clients.keys()),
    clientName,
    newClient: client === undefined,
    person: known ? person : freeId(elsewhere ? `${clientName} ${personName}` : personName, names.people.keys()),
    personName,
    newPerson: !known,
  };
}

/** What the file says of its owner: `Client – Person` in its name, else one name for the person. */
export function guessOwner(
  fileName: string,
  calendarName: string,
  names: Names,
  calendars: DeskState["calendars"],
): { client: string; person: string } {
  const stem = fileName
    .replace(/\.(ics|ical|ifb|icalendar|txt)$/i, "")
    .replace(/[_+]+/g, " ")
    .replace(/\s*\(\d+\)$/, "")
    .trim();
  for (const text of [calendarName, stem]) {
    const known = idOf(text, names.people) ?? idOf(text.replace(/-/g, " "), names.people);
    const calendar = calendars.find(({ person }) => person === known);
    if (known)
      return { client: calendar ? names.client(calendar.client) : onlyClient(names), person: names.person(known) };
  }
  const text = calendarName.trim() || stem.replace(/(?<=\p{L})-(?=\p{L})/gu, " ");
  const [client, ...rest] = text.split(/\s+[-–—/|]\s+|\s*:\s+/);
  if (rest.length && client) return { client, person: rest.join(" ") };
  return { client: onlyClient(names), person: text };
}

/** The client where there is no choice. */
const onlyClient = (names: Names): string => (names.clients.size === 1 ? [...names.clients.values()][0]! : "");

/** The policy with what is new of an owner in it; `timeZone` is that of a new client. */
export function withOwner(policy: Policy, owner: Owner, timeZone: string): Policy {
  const clients = policy.clients ?? [];
  const client = clients.find(({ id }) => id === owner.client) ?? {
    id: owner.client,
    name: owner.clientName,
    timeZone,
  };
  const contacts = client.contacts ?? [];
  const isKnown =
    contacts.some(({ id }) => id === owner.person) || (policy.assistants ?? []).some(({ id }) => id === owner.person);
  const next = isKnown ? client : { ...client, contacts: [...contacts, { id: owner.person, name: owner.personName }] };
  const others = clients.some(({ id }) => id === owner.client)
    ? clients.map((one) => (one.id === owner.client ? next : one))
    : [...clients, next];
  return { ...policy, clients: others };
}
