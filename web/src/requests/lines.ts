import type { Incoming } from "../shell/area";

/** The line on which each of a file's requests begins, in their order; empty where that cannot be told. */
export function linesOf({ kind, bytes }: Incoming, count: number): number[] {
  const text = new TextDecoder().decode(bytes);
  const lines = kind === "table" ? recordLines(text).slice(1) : kind === "requests" ? objectLines(text) : [];
  return lines.length === count ? lines : [];
}

/** Lines that hold a JSON object: the others give no request. */
function objectLines(text: string): number[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, at) => (isObject(line) ? [at + 1] : []));
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Where the rows of a table begin that are not blank; a quoted field may hold line breaks. */
function recordLines(text: string): number[] {
  const starts: number[] = [];
  let quoted = false;
  text.split(/\r\n|\r|\n/).forEach((line, at) => {
    if (!quoted && line.trim()) starts.push(at + 1);
    if ((line.match(/"/g)?.length ?? 0) % 2) quoted = !quoted;
  });
  return starts;
}
