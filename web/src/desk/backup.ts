import { core } from "../core";
import { fromBase64, toBase64 } from "./bytes";
import { now } from "./clock";
import { emptyContents, type Contents } from "./contents";
import { NotADesk, UnreadablePolicy } from "./errors";
import { decrypt, encrypt, openSeal, type Seal } from "./seal";
import type { Policy } from "./types";

/**
 * A whole desk in one file, JSON, with the version of its form:
 * `{"relaisDesk": 1, "savedAt", "desk"}`, or sealed `{"relaisDesk": 1, "savedAt", "seal", "iv", "data"}` where binary
 * members are base64 and `data` is the desk under the master key that `seal` holds.
 */
interface Plain {
  relaisDesk: 1;
  savedAt: string;
  desk: Contents;
}

interface SealedFile {
  relaisDesk: 1;
  savedAt: string;
  seal: { v: 1; kdf: string; iterations: number; salt: string; iv: string; wrapped: string };
  iv: string;
  data: string;
}

export interface Backup {
  savedAt: string;
  sealed: boolean;
  /** @throws WrongPassphrase, NotADesk; the passphrase is not looked at where the file is not sealed. */
  open(passphrase: string): Promise<Opened>;
}

export interface Opened {
  contents: Contents;
  /** The seal of the file, for a desk that has none. */
  adopted?: { seal: Seal; key: CryptoKey };
}

const recordName = "backup";

export async function writeBackup(contents: Contents, savedAt: string, held?: { seal: Seal; key: CryptoKey }): Promise<string> {
  const { origin, me, policy, calendars, locks, entries, withheld, tip, draft } = contents;
  const desk: Contents = { origin, me, policy, calendars, locks, entries, withheld, tip, draft };
  if (!held) return JSON.stringify({ relaisDesk: 1, savedAt, desk } satisfies Plain);
  const { iv, data } = await encrypt(held.key, recordName, desk);
  const { seal } = held;
  return JSON.stringify({
    relaisDesk: 1, savedAt,
    seal: { ...seal, salt: toBase64(seal.salt), iv: toBase64(seal.iv), wrapped: toBase64(seal.wrapped) },
    iv: toBase64(iv), data: toBase64(data),
  } satisfies SealedFile);
}

/** @throws NotADesk */
export function readBackup(text: string): Backup {
  const file = parsed(text);
  if (file?.relaisDesk !== 1 || typeof file.savedAt !== "string" || Number.isNaN(Date.parse(file.savedAt))) throw new NotADesk();
  if ("seal" in file) return { savedAt: file.savedAt, sealed: true, open: (passphrase) => openSealed(file, passphrase) };
  return { savedAt: file.savedAt, sealed: false, open: async () => ({ contents: await checked(file.desk) }) };
}

function parsed(text: string): Plain | SealedFile {
  try {
    return JSON.parse(text) as Plain | SealedFile;
  } catch {
    throw new NotADesk();
  }
}

async function openSealed(file: SealedFile, passphrase: string): Promise<Opened> {
  const seal = sealOf(file);
  const key = await openSeal(seal, passphrase);
  const desk = await decryptDesk(key, file);
  return { contents: await checked(desk), adopted: { seal, key } };
}

async function decryptDesk(key: CryptoKey, { iv, data }: SealedFile): Promise<Contents> {
  try {
    return (await decrypt(key, recordName, { iv: fromBase64(iv), data: fromBase64(data) })) as Contents;
  } catch {
    throw new NotADesk();
  }
}

function sealOf({ seal }: SealedFile): Seal {
  try {
    const [salt, iv, wrapped] = [fromBase64(seal.salt), fromBase64(seal.iv), fromBase64(seal.wrapped)];
    return { v: 1, kdf: "PBKDF2-SHA256", iterations: Number(seal.iterations), salt, iv, wrapped };
  } catch {
    throw new NotADesk();
  }
}

/**
 * A file may have been cut, damaged or made up: its shape is looked at, the core reads the policy as every operation
 * will, and the chain is held against the end that the file itself names.
 */
async function checked(desk: Contents): Promise<Contents> {
  const made: Contents = { ...emptyContents(), ...pick(desk) };
  const wrong = misshapen(made);
  if (wrong) throw new NotADesk("shape", wrong);
  await readPolicy(made.policy);
  const { entries, withheld, tip } = made;
  const said = tip?.["size"] ?? 0;
  if (said !== entries.length) throw new NotADesk("cut", [entries.length, Number(said)]);
  const { ok, size, head } = await (await core()).journal.verify({ entries, withheld });
  if (!ok || (tip && entries.length && tip["head"] !== head)) throw new NotADesk("chain");
  return { ...made, tip: entries.length ? { size, head } : null };
}

/** `policy.check` also warns of rules that are readable and never apply: only what no operation reads is refused. */
async function readPolicy(policy: Policy): Promise<void> {
  const { triage } = await core();
  await triage.rank({ requests: [], policy, now: now.instant() }).catch((error: Error) => {
    throw new UnreadablePolicy(error);
  });
}

/** Members that not every version wrote. */
const later: readonly (keyof Contents)[] = ["withheld"];

function pick(desk: Contents): Partial<Contents> {
  if (!isObject(desk)) throw new NotADesk();
  const known = Object.keys(emptyContents()) as (keyof Contents)[];
  const missing = known.find((name) => !(name in desk) && !later.includes(name));
  if (missing) throw new NotADesk("missing", missing);
  return Object.fromEntries(known.filter((name) => name in desk).map((name) => [name, desk[name]]));
}

const isText = (value: unknown) => typeof value === "string";
const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = <T>(values: readonly T[], of: (value: T) => boolean) => Array.isArray(values) && values.every(of);

const shapes: { [Name in keyof Contents]: (value: Contents[Name]) => boolean } = {
  origin: (origin) => origin === "sample" || origin === "own",
  me: (me) => me === null || isText(me),
  policy: isObject,
  calendars: (calendars) => isList(calendars, (one) => isObject(one) && isText(one.client) && isText(one.person) &&
    isText(one.name) && isList(one.events, (event) => isText(event?.uid))),
  locks: (locks) => isList(locks, isText),
  entries: (entries) => isList(entries, (line) => Number.isSafeInteger(line?.head?.seq)),
  withheld: (withheld) => isList(withheld, Number.isSafeInteger),
  tip: (tip) => tip === null || (isObject(tip) && Number.isSafeInteger(tip["size"])),
  draft: isText,
};

/** The first member that has not its shape. */
const misshapen = (desk: Contents): keyof Contents | undefined =>
  (Object.keys(shapes) as (keyof Contents)[]).find((name) => !(shapes[name] as (value: unknown) => boolean)(desk[name]));
