import { toastError } from "./toast";
import { bytesText } from "../words/format";
import { w } from "../words/words";
import type { Incoming } from "./area";

/** What comes in by file, drop or paste: looked at, never decoded here, and given to who takes it. */

/** The core takes texts up to 32 MiB; a larger file is not even read. */
const limit = 32 * 1024 * 1024;

export const accepted = ".ics,.ical,.ifb,.eml,.jsonl,.ndjson,.json,.csv,.relais,text/calendar,message/rfc822";

/** Reads files; those that are too large or empty are told to the user and left out. */
export async function readFiles(files: Iterable<File>): Promise<Incoming[]> {
  const incoming: Incoming[] = [];
  for (const file of files) {
    const name = file.name || w().intake.unnamed;
    if (file.size > limit) toastError(w().errors.tooLarge(name, bytesText(file.size), bytesText(limit)));
    else if (file.size === 0) toastError(w().errors.empty(name));
    else {
      const bytes = await file.arrayBuffer().catch(() => null);
      if (bytes) incoming.push(asIncoming(name, new Uint8Array(bytes)));
      else toastError(w().errors.unreadable(name));
    }
  }
  return incoming;
}

export const asIncoming = (name: string, bytes: Uint8Array<ArrayBuffer>): Incoming => ({ name, bytes, kind: kindOf(name, bytes) });

/** What a file is, by its first bytes, then by its name. */
function kindOf(name: string, bytes: Uint8Array): Incoming["kind"] {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replace(/^(ï»¿|þÿ|ÿþ)/, "").trimStart();
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (/^BEGIN:VCALENDAR/i.test(head)) return "calendar";
  if (/^\{\s*"relaisDesk"/.test(head)) return "desk";
  const byEnding: Record<string, Incoming["kind"]> = {
    ics: "calendar", ical: "calendar", ifb: "calendar", eml: "message", jsonl: "requests", ndjson: "requests", csv: "table", relais: "desk",
  };
  if (ending === "eml" && !/^[!-9;-~]+:/m.test(head)) return "unknown";
  if (byEnding[ending]) return byEnding[ending];
  if (/^\{\s*("assistants"|"clients"|"serviceLevels"|"rules")/.test(head)) return "policy";
  if (/^\{/.test(head)) return ending === "json" && !/"body"/.test(head) ? "policy" : "requests";
  if (/^[A-Za-z][A-Za-z0-9-]*:[ \t]/.test(head) && /^(from|subject|date|received|to|message-id):/im.test(head)) return "message";
  return "unknown";
}

/** Files of a drop, or the text of a paste. */
export async function transferred(transfer: DataTransfer | null): Promise<Incoming[]> {
  const files = [...(transfer?.files ?? [])];
  if (files.length) return readFiles(files);
  const text = transfer?.getData("text/plain") ?? "";
  return text.trim() ? [asIncoming("", new TextEncoder().encode(text))] : [];
}

/** Lets the user choose files. */
export function chooseFiles(take: (files: File[]) => void, types = accepted): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = types;
  input.addEventListener("change", () => take([...(input.files ?? [])]));
  input.click();
}
