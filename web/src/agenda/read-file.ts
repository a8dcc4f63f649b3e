import { core, type ImportedCalendar } from "../core";

/** The core's limit of one text: 32 MiB. */
export const largestText = 32 * 1024 * 1024;

export interface ReadFile {
  got: ImportedCalendar;
  /** The bytes were not UTF-8 and were read as Windows-1252. */
  guessed: boolean;
}

function decoded(bytes: Uint8Array): { text: string; guessed: boolean } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { text: new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes), guessed: false };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), guessed: true };
  }
}

/** Reads a calendar file, iCalendar or JSCalendar. */
export async function readCalendar(bytes: Uint8Array): Promise<ReadFile> {
  const { text, guessed } = decoded(bytes);
  const format = /^\s*[[{]/.test(text.slice(0, 200)) ? "jscalendar" : "ics";
  return { got: await (await core()).calendar.import({ format, text }), guessed };
}
