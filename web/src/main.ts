import { Desk } from "./desk/desk";
import { startApp } from "./shell/app";

const root = document.getElementById("app");
if (root) startApp(await Desk.open(), root);
