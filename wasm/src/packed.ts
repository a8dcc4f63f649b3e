/** An occurrence, as far as occurrences of one event differ; its other members are alike. */
interface Occurrence {
  end: string;
  recurrenceId?: string;
  start: string;
}

/** Adds to a result the member that stands beside its JSON: see `Packed` in core/desk/operations.hpp. */
export function unpack(result: object, packed: string): object {
  const end = packed.indexOf('\n');
  const member = packed.slice(0, end);
  const rest = packed.slice(end + 1);
  if (member === 'text') return { ...result, text: rest };
  const { occurrences, ...others } = result as { occurrences: Occurrence[] };
  return { occurrences: occurrencesOf(occurrences, rest), ...others };
}

/** The occurrences of rows: see `ExpansionRows` in core/calendar/expand_json.hpp. */
function occurrencesOf(different: readonly Occurrence[], rows: string): Occurrence[] {
  const makers = different.map(makerOf);
  const out: Occurrence[] = [];
  for (let at = 0; at < rows.length; at += 63) {
    const occurrence = makers[placeAt(rows, at)]!();
    out.push(occurrence);
    if (rows.charCodeAt(at + 4) === space) continue;
    occurrence.end = rows.slice(at + 4, at + 24);
    if (rows.charCodeAt(at + 24) !== space) occurrence.recurrenceId = rows.slice(at + 24, at + 43);
    occurrence.start = rows.slice(at + 43, at + 63);
  }
  return out;
}

/** Makes copies of an occurrence that share nothing: its lists, if it has any, are copied one by one. */
function makerOf(occurrence: Occurrence): () => Occurrence {
  const lists = Object.entries(occurrence).filter(([, value]) => typeof value === 'object');
  if (lists.length === 0) return () => ({ ...occurrence });
  return () => Object.assign({ ...occurrence }, Object.fromEntries(lists.map(([name, list]) => [name, copy(list)])));
}

/** A list of texts or of guests, or what is in one. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copy(part)]));
}

const space = 0x20;

/** Four digits of base 64. */
function placeAt(rows: string, at: number): number {
  const digit = (i: number) => rows.charCodeAt(at + i) - 0x30;
  return (digit(0) << 18) | (digit(1) << 12) | (digit(2) << 6) | digit(3);
}
