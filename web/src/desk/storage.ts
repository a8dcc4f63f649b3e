import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { SealedPack } from "./deputy";
import { decrypt, encrypt, newSeal, openSeal, rewrapSeal, type Seal, type Sealed } from "./seal";

/**
 * What the page keeps: named records in IndexedDB, encrypted one by one once a passphrase is set. A write is one
 * transaction, on the disk before its promise resolves; writes keep their order. Every record carries the version of
 * its form; one that cannot be read is reported and left where it is.
 */

/** A record as stored. `plain` while no passphrase is set. */
type Stored = { v: 1; plain: unknown } | ({ v: 1 } & Sealed);

/** What must be readable before the passphrase is given. */
export interface Preferences {
  v: 1;
  lang?: "fr" | "en";
  theme?: "light" | "dark";
  singleKeys?: boolean;
  idleMinutes?: number;
}

interface Schema extends DBSchema {
  records: { key: string; value: Stored };
  meta: { key: "seal" | "preferences" | "pack"; value: Seal | Preferences | SealedPack };
}

export interface Records {
  values: Map<string, unknown>;
  /** Names of records that are damaged or of a later version. */
  unreadable: string[];
}

export type Raw = Record<"records" | "meta", Record<string, unknown>>;

const databaseName = "relais";
const strict = { durability: "strict" } as const;

function create(database: IDBPDatabase<Schema>): void {
  database.createObjectStore("records");
  database.createObjectStore("meta");
}

export class Storage {
  #database: IDBPDatabase<Schema>;
  #seal: Seal | undefined;
  #key: CryptoKey | undefined;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(database: IDBPDatabase<Schema>, seal: Seal | undefined) {
    this.#database = database;
    this.#seal = seal;
  }

  static async open(): Promise<Storage> {
    const database = await openDB<Schema>(databaseName, 1, { upgrade: create });
    return new Storage(database, (await database.get("meta", "seal")) as Seal | undefined);
  }

  /** Everything that is kept, as it is kept: for a file that saves what this page cannot show. */
  static async raw(): Promise<Raw> {
    const database = await openDB<Schema>(databaseName, undefined, { upgrade: create });
    const all = async (store: "records" | "meta") => {
      const [names, values] = await Promise.all([database.getAllKeys(store), database.getAll(store)]);
      return Object.fromEntries(names.map((name, at) => [String(name), values[at] as unknown]));
    };
    const [records, meta] = await Promise.all([all("records"), all("meta")]);
    database.close();
    return { records, meta };
  }

  /** Puts these records in place of all that is kept, readable or not; the preferences stay, the passphrase goes. */
  static async startOver(values: ReadonlyMap<string, unknown>): Promise<void> {
    const current = await Storage.open().catch(() => undefined);
    if (!current) await deleteDB(databaseName);
    const storage = current ?? await Storage.open();
    await storage.#rewrite(values, undefined);
    await storage.setPack(undefined);
    storage.#database.close();
  }

  get sealed(): boolean {
    return this.#seal !== undefined;
  }

  get locked(): boolean {
    return this.sealed && !this.#key;
  }

  get seal(): Seal | undefined {
    return this.#seal;
  }

  get key(): CryptoKey | undefined {
    return this.#key;
  }

  /** Reads the seal again: another tab may have set, changed or removed the passphrase. */
  async refreshSeal(): Promise<void> {
    const seal = (await this.#database.get("meta", "seal")) as Seal | undefined;
    const same = seal && this.#seal && sameBytes(seal.wrapped, this.#seal.wrapped);
    if (!same) this.#key = undefined;
    this.#seal = seal;
  }

  async preferences(): Promise<Preferences> {
    return ((await this.#database.get("meta", "preferences")) as Preferences | undefined) ?? { v: 1 };
  }

  async setPreferences(preferences: Preferences): Promise<void> {
    await this.#database.put("meta", preferences, "preferences");
  }

  /** The deputy's pack: readable while the desk is locked, being sealed itself. */
  async pack(): Promise<SealedPack | undefined> {
    return (await this.#database.get("meta", "pack")) as SealedPack | undefined;
  }

  async setPack(pack: SealedPack | undefined): Promise<void> {
    if (pack) await this.#database.put("meta", pack, "pack");
    else await this.#database.delete("meta", "pack");
  }

  /** @throws WrongPassphrase */
  async unlock(passphrase: string): Promise<void> {
    if (this.#seal) this.#key = await openSeal(this.#seal, passphrase);
  }

  lock(): void {
    this.#key = undefined;
  }

  async readAll(): Promise<Records> {
    const [names, stored] = await Promise.all([
      this.#database.getAllKeys("records"), this.#database.getAll("records")]);
    const records: Records = { values: new Map(), unreadable: [] };
    const read = await Promise.allSettled(stored.map((record, at) => this.#read(names[at]!, record)));
    read.forEach((outcome, at) => {
      if (outcome.status === "fulfilled") records.values.set(names[at]!, outcome.value);
      else records.unreadable.push(names[at]!);
    });
    return records;
  }

  /** Puts and deletes in one transaction; resolves once it is on the disk. */
  write(puts: ReadonlyMap<string, unknown>, deletes: readonly string[] = []): Promise<void> {
    return this.#inOrder(async () => {
      const stored = await this.#storeAll(puts, this.#key);
      const transaction = this.#database.transaction("records", "readwrite", strict);
      for (const name of deletes) void transaction.store.delete(name);
      for (const [name, record] of stored) void transaction.store.put(record, name);
      await transaction.done;
    });
  }

  /** Puts these records in place of all others. `seal` and `key`: those of a sealed backup, where none is set here. */
  replaceAll(values: ReadonlyMap<string, unknown>, adopted?: { seal: Seal; key: CryptoKey }): Promise<void> {
    return this.#inOrder(() => {
      const held = this.#seal && this.#key ? { seal: this.#seal, key: this.#key } : undefined;
      return this.#rewrite(values, held ?? adopted);
    });
  }

  /** Encrypts everything kept under a new passphrase. */
  setPassphrase(passphrase: string): Promise<void> {
    return this.#inOrder(async () => {
      await this.#rewrite(await this.#readableOrThrow(), await newSeal(passphrase));
    });
  }

  /** @throws WrongPassphrase */
  changePassphrase(from: string, to: string): Promise<void> {
    return this.#inOrder(async () => {
      if (!this.#seal) return;
      const seal = await rewrapSeal(this.#seal, from, to);
      await this.#database.put("meta", seal, "seal");
      this.#seal = seal;
    });
  }

  /** Everything kept is readable without a passphrase again. @throws WrongPassphrase */
  removePassphrase(passphrase: string): Promise<void> {
    return this.#inOrder(async () => {
      if (!this.#seal) return;
      await openSeal(this.#seal, passphrase);
      await this.#rewrite(await this.#readableOrThrow(), undefined);
    });
  }

  #inOrder<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #read(name: string, record: Stored): Promise<unknown> {
    if (record?.v !== 1) throw new Error("unknown version");
    if ("plain" in record) return record.plain;
    if (!this.#key) throw new Error("locked");
    return decrypt(this.#key, name, record);
  }

  async #storeAll(values: ReadonlyMap<string, unknown>, key: CryptoKey | undefined): Promise<[string, Stored][]> {
    if (this.sealed && !key) throw new Error("locked");
    return Promise.all([...values].map(async ([name, value]): Promise<[string, Stored]> =>
      [name, key ? { v: 1, ...(await encrypt(key, name, value)) } : { v: 1, plain: value }]));
  }

  async #readableOrThrow(): Promise<Map<string, unknown>> {
    const { values, unreadable } = await this.readAll();
    if (unreadable.length) throw new Error(`unreadable: ${unreadable.join(", ")}`);
    return values;
  }

  async #rewrite(values: ReadonlyMap<string, unknown>, held: { seal: Seal; key: CryptoKey } | undefined): Promise<void> {
    const stored = await Promise.all([...values].map(async ([name, value]): Promise<[string, Stored]> =>
      [name, held ? { v: 1, ...(await encrypt(held.key, name, value)) } : { v: 1, plain: value }]));
    const transaction = this.#database.transaction(["records", "meta"], "readwrite", strict);
    const records = transaction.objectStore("records");
    void records.clear();
    for (const [name, record] of stored) void records.put(record, name);
    if (held) void transaction.objectStore("meta").put(held.seal, "seal");
    else void transaction.objectStore("meta").delete("seal");
    await transaction.done;
    this.#seal = held?.seal;
    this.#key = held?.key;
  }
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at]);
