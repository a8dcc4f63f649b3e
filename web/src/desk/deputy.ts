import { core } from "../core";
import { writeBackup } from "./backup";
import { fromBase64, toBase64 } from "./bytes";
import { now } from "./clock";
import type { Contents } from "./contents";
import { importMaster, newKeptSeal, type Seal } from "./seal";
import type { Calendar } from "./types";

/**
 * The one who falls ill at noon: a deputy is named, who has a passphrase of their own. At every lock the desk, as the
 * deputy may read it, is sealed for them into a file that this device can give away while it is locked. The deputy opens
 * it as any saved desk, claims it, and goes on with the same journal.
 */

/** Kept among the desk's own records: encrypted as they are. Binary members are base64. */
export interface Deputy {
  id: string;
  seal: { v: 1; kdf: "PBKDF2-SHA256"; iterations: number; salt: string; iv: string; wrapped: string };
  master: string;
}

/** What may be seen while the desk is locked: a sealed file, and for whom. */
export interface SealedPack {
  name: string;
  savedAt: string;
  text: string;
}

export async function newDeputy(id: string, passphrase: string): Promise<Deputy> {
  const { seal, master } = await newKeptSeal(passphrase);
  const { salt, iv, wrapped } = seal;
  return { id, seal: { ...seal, salt: toBase64(salt), iv: toBase64(iv), wrapped: toBase64(wrapped) }, master: toBase64(master) };
}

export async function sealedPack(contents: Contents, deputy: Deputy): Promise<SealedPack> {
  const { entries, policy, calendars, withheld } = contents;
  const at = now.instant();
  const held = calendars.map(({ client, person, events }) => ({ client, person, events }));
  const { pack } = await (await core()).desk.pack({ entries, policy, reader: deputy.id, at, calendars: held, withheld });
  const packed: Contents = {
    origin: "own", me: deputy.id, policy: pack.policy, calendars: calendars.map((calendar, i) => eventsOf(calendar, pack.calendars[i]?.events ?? [])),
    locks: [], entries: pack.entries, withheld: pack.withheld, tip: contents.tip, draft: "",
  };
  const key = await importMaster(fromBase64(deputy.master));
  const name = policy.assistants?.find((assistant) => assistant.id === deputy.id)?.name ?? deputy.id;
  return { name, savedAt: at, text: await writeBackup(packed, at, { seal: sealOf(deputy), key }) };
}

/** What is to be sent of a calendar, and its tasks, are no business of the deputy's. */
const eventsOf = ({ client, person, name }: Calendar, events: Calendar["events"]): Calendar => ({ client, person, name, events });

function sealOf({ seal }: Deputy): Seal {
  return { ...seal, salt: fromBase64(seal.salt), iv: fromBase64(seal.iv), wrapped: fromBase64(seal.wrapped) };
}
