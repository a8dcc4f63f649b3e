import { html, render } from "lit-html";
import { agendaArea } from "../agenda/area";
import type { Desk } from "../desk/desk";
import { handoverArea } from "../handover/area";
import { requestsArea } from "../requests/area";
import { sayError } from "../words/say";
import { language, preferredLanguage, setLanguage, w } from "../words/words";
import type { Area } from "./area";
import { onDraw, redraw } from "./draw";
import { header, type HeaderActions } from "./header";
import { currentTheme, onSystemTheme, showTheme } from "./theme";
import { toast, toastError, toastList } from "./toast";

/** The page: the header, the strip of indicators, the area shown, and what lies over them. */
export function startApp(desk: Desk, root: HTMLElement): void {
  const areas: Record<Area["id"], Area> = {
    agenda: agendaArea(desk), requests: requestsArea(desk), handover: handoverArea(desk),
  };
  let shown: Area["id"] = areaOfAddress() ?? "agenda";

  const show = (id: Area["id"]) => {
    if (id === shown) return;
    areas[shown].hidden?.();
    shown = id;
    history.replaceState(null, "", `#${id}`);
    draw();
    areas[shown].shown?.();
  };
  const actions: HeaderActions = {
    show,
    openPalette: () => undefined,
    openNote: () => undefined,
    openDesk: () => undefined,
    undo: () => void undo(desk),
    switchLanguage: () => {
      const lang = language() === "fr" ? "en" : "fr";
      void desk.setPreferences({ lang });
    },
    switchTheme: () => {
      const theme = currentTheme(desk.state.preferences.theme) === "dark" ? "light" : "dark";
      void desk.setPreferences({ theme });
    },
  };
  const draw = () => {
    const { preferences, steps, writes } = desk.state;
    setLanguage(preferences.lang ?? preferredLanguage());
    showTheme(preferences.theme);
    document.title = `${w().areas[shown]} – Relais`;
    render(html`${header({ area: shown, canUndo: steps.length > 0 && writes, writes, keys: preferences.singleKeys ?? true }, actions)}
      <main id="main" class="area-${shown}" tabindex="-1">${areas[shown].render()}</main>
      ${toastList()}`, root);
  };
  onDraw(draw);
  onSystemTheme(redraw);
  desk.subscribe(redraw);
  draw();
  areas[shown].shown?.();
}

function areaOfAddress(): Area["id"] | undefined {
  const id = location.hash.slice(1);
  return id === "agenda" || id === "requests" || id === "handover" ? id : undefined;
}

async function undo(desk: Desk): Promise<void> {
  try {
    const label = await desk.undo();
    toast(label === null ? w().nothingToUndo : w().undone(w().steps[label] ?? label));
  } catch (error) {
    toastError(await sayError(error));
  }
}
