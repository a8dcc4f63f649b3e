import { html, nothing, render } from "lit-html";
import { core } from "../core";
import { saveFile, toBase64 } from "../desk/bytes";
import { now } from "../desk/clock";
import { emptyContents, toRecords } from "../desk/contents";
import { Storage, type Preferences, type Raw } from "../desk/storage";
import { tellReaders } from "../desk/writer";
import { preferredLanguage, setLanguage, w } from "../words/words";
import { confirm, dialogs } from "./dialog";
import { onDraw } from "./draw";

/** Whose fault it is: the browser lacks something, what is stored cannot be shown, or neither is known. */
type Cause = "browser" | "stored" | "unknown";

let said = false;

/**
 * The page could not start: it says so instead of staying blank. Where something is stored, that can be saved as it is
 * and left behind, so that nobody is locked out.
 */
export async function failed(root: HTMLElement, error: unknown): Promise<void> {
  if (said) return;
  said = true;
  const stored = await Storage.raw().catch(() => undefined);
  const cause = await causeOf(stored);
  const place = document.createElement("div");
  place.id = root.id;
  root.replaceWith(place);
  let problem = "";
  const attempt = (work: Promise<void>) => void work.catch((failure: unknown) => {
    problem = w().errors.unexpected(textOf(failure));
    draw();
  });
  const draw = () => {
    const { cannotStart, cannotShow, cannotTell } = w().errors;
    const text = { browser: cannotStart, stored: cannotShow, unknown: cannotTell }[cause];
    render(html`<main class="locked"><div class="card" role="alert"><h1>Relais</h1><p>${text}</p>
      <p class="soft small">${textOf(error)}</p>
      <div class="actions"><button class="primary" @click=${() => location.reload()}>${w().again.load}</button>
        ${cause === "stored" ? html`<button @click=${() => attempt(saveStored())}>${w().again.save}</button>
          <button class="danger" @click=${() => attempt(startOver())}>${w().desk.startEmpty}</button>` : nothing}</div>
      ${problem ? html`<p class="problem">${problem}</p>` : nothing}</div></main>${dialogs()}`, place);
  };
  setLanguage((stored?.meta["preferences"] as Preferences | undefined)?.lang ?? preferredLanguage());
  onDraw(draw);
  draw();
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A browser that starts the core and reads what is stored is not to blame. */
async function causeOf(stored: Raw | undefined): Promise<Cause> {
  const starts = await core().then(() => true, () => false);
  if (!starts || !stored) return "browser";
  return Object.keys(stored.records).length ? "stored" : "unknown";
}

/** Binary parts, those of a sealed desk, are base64. */
async function saveStored(): Promise<void> {
  const file = { relaisStored: 1, savedAt: now.instant(), ...(await Storage.raw()) };
  const text = JSON.stringify(file, (_, value: unknown) => (value instanceof Uint8Array ? { base64: toBase64(value) } : value));
  saveFile(`relais-${now.today()}-stored.json`, "application/json", text);
}

async function startOver(): Promise<void> {
  const words = w().desk;
  if (!await confirm(words.emptyTitle, w().again.emptyText, words.emptyYes, true)) return;
  await Storage.startOver(toRecords(emptyContents()));
  tellReaders();
  location.reload();
}
