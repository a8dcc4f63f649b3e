import { html, nothing, render } from "lit-html";
import { agendaArea } from "../agenda/area";
import type { Desk } from "../desk/desk";
import { handoverArea } from "../handover/area";
import { requestsArea } from "../requests/area";
import { openRules } from "../rules/rules";
import { sayError, setNames } from "../words/say";
import { language, preferredLanguage, setLanguage, w } from "../words/words";
import type { Area, Command, Incoming } from "./area";
import { closeDialogs, dialogOpen, dialogs } from "./dialog";
import { openDeskSheet } from "./desksheet";
import { onDraw, redraw } from "./draw";
import { failed } from "./failed";
import { openDeskFile, saveDesk, startEmpty, takePolicy } from "./files";
import { header, type HeaderActions } from "./header";
import { chooseFiles, readFiles, transferred } from "./intake";
import { digitOf, typing } from "./keys";
import { lockScreen, lockWhenIdle } from "./lock";
import { QuickNote } from "./note";
import { openPalette } from "./palette";
import { namesOf, whoBanner } from "./people";
import { banners, status } from "./status";
import { strip } from "./strip";
import { currentTheme, onSystemTheme, showTheme } from "./theme";
import { closeToasts, toast, toastError, toastList } from "./toast";

const order: Area["id"][] = ["agenda", "requests", "handover"];

/** The page: the header, the strip of indicators, the area shown, and what lies over them. */
export class App {
  #areas: Record<Area["id"], Area>;
  #shown: Area["id"];
  #note: QuickNote;
  #dropping = false;
  #drawn = false;

  constructor(private readonly desk: Desk, private readonly root: HTMLElement) {
    this.#areas = { agenda: agendaArea(desk), requests: requestsArea(desk), handover: handoverArea(desk) };
    this.#shown = order.find((id) => id === location.hash.slice(1)) ?? "agenda";
    this.#note = new QuickNote(desk);
  }

  start(): void {
    onDraw(() => this.#drawOrFail());
    onSystemTheme(redraw);
    this.desk.subscribe(redraw);
    addEventListener("keydown", (event) => this.#noteKey(event), { capture: true });
    addEventListener("keydown", (event) => this.#key(event));
    addEventListener("paste", (event) => void this.#paste(event));
    addEventListener("hashchange", () => this.#show(order.find((id) => id === location.hash.slice(1)) ?? this.#shown));
    this.#listenToDrops();
    lockWhenIdle(this.desk, () => this.#lock());
    setInterval(redraw, 60_000);
    this.#draw();
    this.#areas[this.#shown].shown?.();
    this.#note.resume();
  }

  /** What is stored is drawn for the first time when it is unlocked: where that fails, the page says so. */
  #drawOrFail(): void {
    try {
      this.#draw();
    } catch (error) {
      if (this.#drawn) throw error;
      void failed(this.root, error);
    }
  }

  #draw(): void {
    const { desk } = this;
    const { preferences, steps, writes, phase } = desk.state;
    setLanguage(preferences.lang ?? preferredLanguage());
    showTheme(preferences.theme);
    setNames(namesOf(desk));
    document.title = `${w().areas[this.#shown]} – Relais`;
    if (phase !== "open") this.#drawn = false;
    if (phase !== "open") return void render(phase === "locked" ? html`${lockScreen(desk)}${toastList()}` : nothing, this.root);
    const keys = preferences.singleKeys ?? true;
    render(html`${header({ area: this.#shown, canUndo: steps.length > 0 && writes, writes, keys }, this.#actions)}
      ${this.#note.render()}
      <main id="main" class="in-${this.#shown}" tabindex="-1">
        <h1 class="visually-hidden">${w().areas[this.#shown]}</h1>
        ${banners(desk)}${whoBanner(desk)}
        ${strip(desk.state)}
        ${this.#areas[this.#shown].render()}
      </main>
      ${status(desk, this.#actions.openDesk)}
      ${dialogs()}${toastList()}
      ${this.#dropping ? html`<div class="drop" aria-hidden="true"><p>${w().intake.drop}</p></div>` : nothing}`, this.root);
    this.#drawn = true;
  }

  #show(id: Area["id"]): void {
    if (id === this.#shown) return;
    this.#areas[this.#shown].hidden?.();
    this.#shown = id;
    history.replaceState(null, "", `#${id}`);
    this.#draw();
    scrollTo(0, 0);
    this.#areas[id].shown?.();
  }

  #actions: HeaderActions = {
    show: (id) => this.#show(id),
    openPalette: () => openPalette((search) => this.#commands(search)),
    openNote: () => this.#note.show(),
    openDesk: () => openDeskSheet(this.desk, { ...this.#actions, chooseFile: () => this.#choose(), lock: () => this.#lock() }),
    undo: () => void this.#undo(),
    switchLanguage: () => void this.desk.setPreferences({ lang: language() === "fr" ? "en" : "fr" }),
    switchTheme: () => {
      const theme = currentTheme(this.desk.state.preferences.theme) === "dark" ? "light" : "dark";
      void this.desk.setPreferences({ theme });
    },
  };

  #commands(search: string): Command[] {
    const words = w();
    const act = this.#actions;
    return [
      ...(search.trim().length > 1 ? this.#found(search) : []),
      ...(this.#areas[this.#shown].commands?.(search) ?? []),
      ...order.map((id, at) => ({ title: words.areas[id], key: String(at + 1), run: () => this.#show(id) })),
      { title: words.note.title, key: "M", run: act.openNote },
      { title: words.header.undo, key: "Ctrl Z", run: act.undo },
      { title: words.intake.choose, words: "import ics eml jsonl csv", run: () => this.#choose() },
      { title: words.desk.save, words: "backup sauvegarde", run: () => void saveDesk(this.desk) },
      { title: words.header.otherLanguage, words: "language langue", run: act.switchLanguage },
      { title: words.header.theme, words: "dark light sombre clair", run: act.switchTheme },
      { title: words.desk.rules, words: "policy weights clients assistants politique poids délais", run: () => openRules(this.desk) },
      { title: words.header.menu, words: "settings réglages passphrase phrase secrète clavier keys", run: act.openDesk },
      { title: words.desk.startEmpty, run: () => void startEmpty(this.desk) },
    ];
  }

  /** What is found in the area shown, then in the others. */
  #found(search: string): Command[] {
    const ids = [this.#shown, ...order.filter((id) => id !== this.#shown)];
    const there = (id: Area["id"], command: Command): Command => ({ ...command, run: () => (this.#show(id), command.run()) });
    return ids.flatMap((id) => (this.#areas[id].find?.(search) ?? []).map((command) => there(id, command)));
  }

  async #undo(): Promise<void> {
    try {
      const label = await this.desk.undo();
      toast(label === null ? w().nothingToUndo : w().undone(w().steps[label] ?? label));
    } catch (error) {
      toastError(await sayError(error));
    }
  }

  #lock(): void {
    closeDialogs();
    this.#areas[this.#shown].hidden?.();
    void this.desk.lock();
  }

  #key(event: KeyboardEvent): void {
    if (this.desk.state.phase !== "open" || event.defaultPrevented) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && this.#chord(event)) return event.preventDefault();
    if (dialogOpen() || document.querySelector("dialog[open]") || typing(event)) return;
    if (event.key === "Escape") return void closeToasts();
    if (!(this.desk.state.preferences.singleKeys ?? true)) return;
    if (this.#single(event) || this.#areas[this.#shown].key?.(event)) event.preventDefault();
  }

  /** A call comes in whatever is open: this key is nobody else's. */
  #noteKey(event: KeyboardEvent): void {
    const { phase, preferences } = this.desk.state;
    if (event.key.toLowerCase() !== "m" || event.repeat || phase !== "open" || !(preferences.singleKeys ?? true)) return;
    if (dialogOpen() || document.querySelector("dialog[open]") || typing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#note.show();
  }

  #chord(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === "k") {
      if (!dialogOpen()) this.#actions.openPalette();
      return true;
    }
    const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (key !== "z" || event.shiftKey || field || dialogOpen()) return false;
    void this.#undo();
    return true;
  }

  #single(event: KeyboardEvent): boolean {
    const area = event.shiftKey ? undefined : order[(digitOf(event) ?? 0) - 1];
    if (area) this.#show(area);
    else if (event.key === "?") this.#actions.openDesk();
    else return false;
    return true;
  }

  #choose(): void {
    chooseFiles((files) => void readFiles(files).then((incoming) => this.#take(incoming)));
  }

  async #paste(event: ClipboardEvent): Promise<void> {
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || dialogOpen()) return;
    if (this.desk.state.phase !== "open") return;
    event.preventDefault();
    await this.#take(await transferred(event.clipboardData));
  }

  #listenToDrops(): void {
    const dropping = (on: boolean) => {
      if (this.#dropping === on) return;
      this.#dropping = on;
      redraw();
    };
    addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.some((type) => type === "Files" || type === "text/plain")) return;
      event.preventDefault();
      if (event.dataTransfer.types.includes("Files")) dropping(true);
    });
    addEventListener("dragleave", (event) => event.relatedTarget === null && dropping(false));
    addEventListener("drop", (event) => {
      event.preventDefault();
      dropping(false);
      if (this.desk.state.phase === "open") void transferred(event.dataTransfer).then((incoming) => this.#take(incoming));
    });
  }

  /** Gives what came in to who takes its kind. */
  async #take(incoming: Incoming[]): Promise<void> {
    if (incoming.length && !this.desk.state.writes) return toastError(w().errors.readOnly);
    for (const one of incoming.filter(({ kind }) => kind === "desk")) await openDeskFile(this.desk, one);
    for (const one of incoming.filter(({ kind }) => kind === "policy")) await takePolicy(this.desk, one);
    for (const one of incoming.filter(({ kind }) => kind === "unknown")) toastError(w().errors.unknownKind(one.name || w().intake.pasted));
    for (const id of order) {
      const area = this.#areas[id];
      const theirs = incoming.filter(({ kind }) => area.takes?.includes(kind));
      if (!theirs.length) continue;
      this.#show(id);
      await area.take?.(theirs);
    }
  }
}
