/** One drawing per frame, however many ask for it. */
let draw: (() => void) | undefined;
let asked = false;

export function onDraw(work: () => void): void {
  draw = work;
}

/** Asks for the page to be drawn again; many calls make one drawing. */
export function redraw(): void {
  if (asked) return;
  asked = true;
  queueMicrotask(() => {
    asked = false;
    draw?.();
  });
}
