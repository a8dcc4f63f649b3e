import { core, isCoreError } from "../core";
import { DifferentPassphrases, NotADesk, ReadOnly, UnreadablePolicy, WrongPassphrase } from "../desk/errors";
import type { Reason } from "../desk/types";
import { redraw } from "../shell/draw";
import { isolatedNames } from "./isolate";
import { language, w, type Language } from "./words";

/**
 * The core's reasons and errors in the reader's language. The wording is the core's: what has not been worded yet is
 * asked for in one go, and the page is drawn again when it comes.
 */
const worded = new Map<string, string>();
let waiting = new Map<string, { reason: Reason; lang: Language }>();
let names: Record<string, string> = {};
const kept = 20_000;

/** What ids are called: people, clients. Forgets what was worded with other names. */
export function setNames(next: Record<string, string>): void {
  if (JSON.stringify(next) === JSON.stringify(names)) return;
  names = next;
  worded.clear();
}

/** The sentence of a reason; empty until the core has worded it. */
export function say(reason: Reason): string {
  const lang = language();
  const key = lang + JSON.stringify([reason.code, reason.args ?? null]);
  const text = worded.get(key);
  if (text !== undefined) return text;
  if (!waiting.size) queueMicrotask(() => void askAll());
  waiting.set(key, { reason: { code: reason.code, ...(reason.args && { args: reason.args }) }, lang });
  return "";
}

async function askAll(): Promise<void> {
  const asked = waiting;
  waiting = new Map();
  if (worded.size > kept) worded.clear();
  for (const lang of ["fr", "en"] as const) {
    const some = [...asked].filter(([, one]) => one.lang === lang);
    if (!some.length) continue;
    const texts = await sayAll(some.map(([, one]) => one.reason), lang).catch(() => some.map(([, one]) => one.reason.code));
    some.forEach(([key], at) => worded.set(key, texts[at] ?? ""));
  }
  redraw();
}

/** The sentences of reasons, in order. */
export async function sayAll(reasons: readonly Reason[], lang: Language = language()): Promise<string[]> {
  return (await (await core()).words.render({ reasons: [...reasons], lang, names: isolatedNames(names) })).texts;
}

/** One line for the user about anything that was thrown. */
export async function sayError(error: unknown): Promise<string> {
  if (error instanceof UnreadablePolicy) return w().errors.policy(await sayError(error.cause), expectedOf(error.cause));
  if (!isCoreError(error)) return sayOther(error);
  const { code, args, path } = error;
  const [text] = await sayAll([{ code, ...(args && { args }) }]).catch(() => [code]);
  return path ? `${text} ${w().at(path)}` : (text ?? code);
}

/** What would have been right, where the page has words for it. */
function expectedOf(error: Error): string {
  const expected = (error as { expected?: string }).expected ?? "";
  return expected && language() === "fr" ? w().expected[expected] ?? "" : expected;
}

function sayNotADesk({ why, what }: NotADesk): string {
  const { notADesk, brokenChain, missing, misshapen, cut } = w().errors;
  if (why === "cut" && typeof what !== "string") return cut(...what);
  if (why === "missing") return missing(String(what));
  if (why === "shape") return misshapen(String(what));
  return why === "chain" ? brokenChain : notADesk;
}

function sayOther(error: unknown): string {
  if (error instanceof ReadOnly) return w().errors.readOnly;
  if (error instanceof WrongPassphrase) return w().errors.wrongPassphrase;
  if (error instanceof DifferentPassphrases) return w().passphrase.different;
  if (error instanceof NotADesk) return sayNotADesk(error);
  if (error instanceof DOMException && error.name === "QuotaExceededError") return w().errors.full;
  return w().errors.unexpected(error instanceof Error ? error.message : String(error));
}
