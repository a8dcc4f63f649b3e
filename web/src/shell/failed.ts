import { html, render } from "lit-html";
import { preferredLanguage, setLanguage, w } from "../words/words";

/** The page could not start: it says so instead of staying blank. */
export function failed(root: HTMLElement, error: unknown): void {
  setLanguage(preferredLanguage());
  const what = error instanceof Error ? error.message : String(error);
  render(html`<main class="locked"><div class="card" role="alert"><h1>Relais</h1><p>${w().errors.cannotStart}</p>
    <p class="soft small">${what}</p></div></main>`, root);
}
