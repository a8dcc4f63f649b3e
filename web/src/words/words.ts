import { fr } from "./fr";
import { en } from "./en";
import { isolating } from "./isolate";

export type Language = "fr" | "en";
/** Every string of the page; `en` has the same keys by its type. */
export type Words = typeof fr;

const pages = { fr: isolating(fr), en: isolating(en) };
let current: Language = "fr";

export const language = (): Language => current;

export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
}

/** The language that the browser asks for. */
export const preferredLanguage = (): Language =>
  navigator.languages.find((tag) => /^(fr|en)\b/i.test(tag))?.slice(0, 2).toLowerCase() === "en" ? "en" : "fr";

/** The page's strings in the current language. */
export const w = (): Words => pages[current];

/** Strings that an area keeps beside its code: `const words = both({ fr, en })`, then `words().title`. */
export const both = <T>(strings: { fr: T; en: NoInfer<T> }): (() => T) => {
  const safe = isolating<Record<Language, T>>(strings);
  return () => safe[current];
};
