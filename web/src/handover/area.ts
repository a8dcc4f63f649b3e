import { html } from "lit-html";
import type { Desk } from "../desk/desk";
import type { Area } from "../shell/area";
import { w } from "../words/words";

export function handoverArea(desk: Desk): Area {
  return { id: "handover", render: () => html`<section class="card"><h2>${w().areas.handover}</h2><p>${desk.state.entries.length}</p></section>` };
}
