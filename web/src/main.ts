import { core } from "./core";
import { Desk } from "./desk/desk";
import { App } from "./shell/app";
import { startSample } from "./shell/files";
import { allowOwnScripts, registerServiceWorker } from "./shell/scripts";
import { failed } from "./shell/failed";

async function start(root: HTMLElement): Promise<void> {
  allowOwnScripts();
  const desk = await Desk.open();
  if (desk.untouched && desk.state.writes) {
    await core();
    await startSample(desk, false);
  }
  new App(desk, root).start();
  registerServiceWorker();
}

const root = document.getElementById("app");
if (root) start(root).catch((error: unknown) => void failed(root, error));
