import type { TemplateResult } from "lit-html";

/** Something the palette offers. */
export interface Command {
  /** As the user reads it, in the current language. */
  title: string;
  /** Other words that find it. */
  words?: string;
  /** The key that does the same, as it is shown. */
  key?: string;
  run(): void | Promise<void>;
}

/** A text that came in by file, drop or paste. Bytes are as they came; nobody has decoded them. */
export interface Incoming {
  /** The file's name; empty for a paste. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  kind: "calendar" | "requests" | "message" | "policy" | "desk" | "table" | "unknown";
}

/**
 * One of the three areas. The shell renders the one shown; areas ask for it again with `redraw()` from
 * `shell/draw.ts` after a change of their own (changes of the desk do so by themselves).
 */
export interface Area {
  readonly id: "agenda" | "requests" | "handover";
  /** The main content: the shell puts it into `<main>`. */
  render(): TemplateResult;
  /** A single key while this area is shown and no field or dialog has the focus. True if it was for this area. */
  key?(event: KeyboardEvent): boolean;
  /** What the palette offers while this area is shown; `search` is what was typed. */
  commands?(search: string): Command[];
  /** Things of this area that the typed words find, from wherever the user is. The area is shown before one is run. */
  find?(search: string): Command[];
  /** Called after the area was put on the page, and before it leaves. */
  shown?(): void;
  hidden?(): void;
  /** Takes what came in, if it is of its kind; called wherever the user is. Errors are told to the user here. */
  take?(incoming: readonly Incoming[]): Promise<void>;
  takes?: readonly Incoming["kind"][];
}
