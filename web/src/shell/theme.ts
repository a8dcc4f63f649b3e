export type Theme = "light" | "dark";

const system = matchMedia("(prefers-color-scheme: dark)");

export const currentTheme = (chosen: Theme | undefined): Theme => chosen ?? (system.matches ? "dark" : "light");

/** Shows the chosen theme, or the system's where none was chosen. */
export function showTheme(chosen: Theme | undefined): void {
  document.documentElement.dataset["theme"] = currentTheme(chosen);
}

export const onSystemTheme = (listener: () => void): void => system.addEventListener("change", listener);
