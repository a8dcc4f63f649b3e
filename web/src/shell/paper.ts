import { redraw } from "./draw";

const media = matchMedia("print");
let printing = false;

/** Whether the page is laid out for paper: what only paper shows is made then, and not before. */
export const onPaper = (): boolean => printing || media.matches;

const turn = (to: boolean) => () => {
  printing = to;
  redraw();
};
addEventListener("beforeprint", turn(true));
addEventListener("afterprint", turn(false));
media.addEventListener("change", redraw);
