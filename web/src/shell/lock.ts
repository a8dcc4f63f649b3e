import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { fileName, saveFile } from "../desk/bytes";
import type { Desk } from "../desk/desk";
import { agoText } from "../words/format";
import { sayError } from "../words/say";
import { w } from "../words/words";
import { redraw } from "./draw";

const takeFocus = (element: Element | undefined) => queueMicrotask(() => (element as HTMLElement | undefined)?.focus());

let problem = "";
let opening = false;

/** The locked desk asks for its passphrase; nothing of it is in memory. */
export function lockScreen(desk: Desk): TemplateResult {
  const words = w().passphrase;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (opening) return;
    const field = (event.target as HTMLFormElement).elements.namedItem("passphrase") as HTMLInputElement;
    opening = true;
    redraw();
    problem = await desk.unlock(field.value).then(() => "", sayError);
    opening = false;
    redraw();
  };
  return html`<main id="main" class="locked"><form class="card" @submit=${submit}>
    <span class="brand"><span class="logo" aria-hidden="true"></span>Relais</span>
    <h1>${words.locked}</h1>
    <label for="passphrase">${words.field}</label>
    <input id="passphrase" name="passphrase" type="password" autocomplete="current-password" required
      aria-describedby="passphrase-problem" ${ref(takeFocus)} />
    <p id="passphrase-problem" class="problem" role="alert">${problem}</p>
    <button class="primary" type="submit" ?disabled=${opening}>${words.open}</button>
    <p class="soft small">${words.noWayAround}</p>
    ${packFor(desk)}
  </form></main>`;
}

/** Whoever stands in for the desk's holder takes a file that only they can open. */
function packFor(desk: Desk): TemplateResult | typeof nothing {
  const { pack } = desk.state;
  if (!pack) return nothing;
  const words = w().deputy;
  return html`<p class="small">${words.packed(pack.name, agoText(pack.savedAt))}
    <button type="button" @click=${() => savePack(pack)}>${words.save(pack.name)}</button></p>`;
}

export const savePack = ({ name, text }: { name: string; text: string }): void =>
  saveFile(`relais-${fileName(name)}.relais`, "application/json", text);

/** Locks a sealed desk after some minutes without a sign of its user. */
export function lockWhenIdle(desk: Desk, lock: () => void): void {
  let seen = Date.now();
  const see = () => void (seen = Date.now());
  for (const sign of ["keydown", "pointerdown", "pointermove", "wheel"]) addEventListener(sign, see, { passive: true, capture: true });
  const check = () => {
    const { sealed, phase, preferences } = desk.state;
    const minutes = preferences.idleMinutes ?? 15;
    if (sealed && phase === "open" && minutes > 0 && Date.now() - seen > minutes * 60_000) lock();
  };
  setInterval(check, 10_000);
  document.addEventListener("visibilitychange", check);
}
