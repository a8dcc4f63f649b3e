/** 32 hex characters that nobody can guess: without them a payload cannot be found again from its hash. */
export const newSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** An id of our own making. */
export const newId = (kind: string): string => `${kind}-${newSalt().slice(0, 12)}`;
