/** Letters of right-to-left scripts, and the marks that set a direction. */
const rightToLeft = /[\u0590-\u08ff\u200f\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const isolates = /[\u2066-\u2069]/g;

/**
 * What somebody typed, for a place within a sentence: it cannot turn the rest of the sentence around (Unicode UAX #9).
 * Embeddings and overrides go, isolates that are not closed too; what still runs from right to left is isolated. Other
 * text stays as it is, and so does what was isolated before.
 */
export function isolate(text: string): string {
  const plain = balanced(text.replace(/[\u202a-\u202e]/g, ""));
  return rightToLeft.test(plain) && !isWhole(plain) ? `\u2068${plain}\u2069` : plain;
}

/** Without its isolates unless each is closed. */
function balanced(text: string): string {
  let depth = 0;
  for (const [mark] of text.matchAll(isolates)) {
    depth += mark === "\u2069" ? -1 : 1;
    if (depth < 0) break;
  }
  return depth === 0 ? text : text.replace(isolates, "");
}

/** True where the first isolate closes with the last letter. */
function isWhole(text: string): boolean {
  if (!text.startsWith("\u2068")) return false;
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(isolates)) {
    depth += mark === "\u2069" ? -1 : 1;
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}

/** Strings of the page whose functions isolate every text that they are given. */
export function isolating<T>(strings: T): T {
  if (typeof strings === "function") {
    const speak = strings as unknown as (...given: unknown[]) => unknown;
    return ((...given: unknown[]) => speak(...given.map((one) => (typeof one === "string" ? isolate(one) : one)))) as T;
  }
  if (typeof strings !== "object" || strings === null || Array.isArray(strings)) return strings;
  return Object.fromEntries(Object.entries(strings).map(([name, one]) => [name, isolating<unknown>(one)])) as T;
}

/** The names of ids, isolated, for the core's sentences. */
export const isolatedNames = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([id, name]) => [id, isolate(name)]));
