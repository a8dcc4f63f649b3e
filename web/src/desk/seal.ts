/**
 * Encryption of what is kept: a random master key encrypts each record (AES-256-GCM, a fresh 96-bit nonce each, the
 * record's name as additional data so that records cannot be exchanged), and a key drawn from the passphrase
 * (PBKDF2-SHA256) wraps the master key. The passphrase may change without touching the records.
 */

import { WrongPassphrase } from "./errors";

/** The wrapped master key, as it is stored and written into backups. */
export interface Seal {
  v: 1;
  kdf: "PBKDF2-SHA256";
  iterations: number;
  salt: Uint8Array<ArrayBuffer>;
  iv: Uint8Array<ArrayBuffer>;
  wrapped: Uint8Array<ArrayBuffer>;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: Uint8Array<ArrayBuffer>;
}

const iterations = 600_000;
const iterationsAllowed = 10_000_000;
const utf8 = new TextEncoder();
const bytes = (count: number) => crypto.getRandomValues(new Uint8Array(count));

async function passphraseKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", utf8.encode(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, base,
    { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

export const importMaster = (raw: BufferSource) =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

async function wrap(master: BufferSource, passphrase: string): Promise<Seal> {
  const salt = bytes(16);
  const iv = bytes(12);
  const key = await passphraseKey(passphrase, salt, iterations);
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, master));
  return { v: 1, kdf: "PBKDF2-SHA256", iterations, salt, iv, wrapped };
}

async function unwrap(seal: Seal, passphrase: string): Promise<ArrayBuffer> {
  if (!(seal.iterations >= 1 && seal.iterations <= iterationsAllowed)) throw new WrongPassphrase();
  const key = await passphraseKey(passphrase, seal.salt, seal.iterations);
  try {
    return await crypto.subtle.decrypt({ name: "AES-GCM", iv: seal.iv }, key, seal.wrapped);
  } catch {
    throw new WrongPassphrase();
  }
}

/** A new master key under a passphrase. */
export async function newSeal(passphrase: string): Promise<{ seal: Seal; key: CryptoKey }> {
  const master = bytes(32);
  const seal = await wrap(master, passphrase);
  const key = await importMaster(master);
  master.fill(0);
  return { seal, key };
}

/** As `newSeal`, for a key that is kept: what is sealed with it is sealed again later, without its passphrase. */
export async function newKeptSeal(passphrase: string): Promise<{ seal: Seal; master: Uint8Array<ArrayBuffer> }> {
  const master = bytes(32);
  return { seal: await wrap(master, passphrase), master };
}

/** The master key. @throws WrongPassphrase */
export async function openSeal(seal: Seal, passphrase: string): Promise<CryptoKey> {
  return importMaster(await unwrap(seal, passphrase));
}

/** The same master key under another passphrase. @throws WrongPassphrase */
export async function rewrapSeal(seal: Seal, from: string, to: string): Promise<Seal> {
  return wrap(await unwrap(seal, from), to);
}

export async function encrypt(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = bytes(12);
  const plain = utf8.encode(JSON.stringify(value));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8.encode(name) }, key, plain);
  return { iv, data: new Uint8Array(data) };
}

/** @throws DOMException where the bytes or the name are not those that were encrypted. */
export async function decrypt(key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(
    { name: "AES-GCM", iv: sealed.iv, additionalData: utf8.encode(name) }, key, sealed.data);
  return JSON.parse(new TextDecoder().decode(plain));
}
