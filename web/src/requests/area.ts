import { html } from "lit-html";
import type { Desk } from "../desk/desk";
import type { Area } from "../shell/area";
import { w } from "../words/words";

export function requestsArea(desk: Desk): Area {
  return { id: "requests", render: () => html`<section class="card"><h2>${w().areas.requests}</h2><p>${desk.state.derived.requests.size}</p></section>` };
}
