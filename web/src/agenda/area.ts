import { html } from "lit-html";
import type { Desk } from "../desk/desk";
import type { Area } from "../shell/area";
import { w } from "../words/words";

/** The agenda: the week of each person, its conflicts and what would solve them. */
export function agendaArea(desk: Desk): Area {
  const people = () => desk.state.calendars;
  return {
    id: "agenda",
    render: () => html`<section class="card"><h2>${w().areas.agenda}</h2>
      <ul>${people().map((calendar) => html`<li>${calendar.name}</li>`)}</ul></section>`,
  };
}
