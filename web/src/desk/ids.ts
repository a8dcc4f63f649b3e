/** The text without accents, in lower case: what two spellings of a name have in common. */
export const folded = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim().replace(/\s+/g, " ");

/** An id that reads like the name and is none of those taken. */
export function freeId(name: string, taken: Iterable<string>): string {
  const ids = new Set(taken);
  const stem = folded(name).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "x";
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!ids.has(id)) return id;
  }
}
