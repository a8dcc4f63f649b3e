import { html, nothing, type TemplateResult } from "lit-html";
import { now } from "../desk/clock";
import { onPaper } from "../shell/paper";
import { dayYearText, instantText } from "../words/format";
import { w } from "../words/words";
import { receivedInstant } from "./add";
import { about, channelText, dueText, who } from "./labels";
import type { Row } from "./list";

/** The requests listed, in working order, as a table: on paper only. */
export function printTable(rows: readonly Row[], clients: ReadonlyMap<string, string>): TemplateResult | typeof nothing {
  if (!onPaper()) return nothing;
  const words = w().requests;
  const head = words.printHead;
  return html`<section class="on-paper" aria-hidden="true">
    <h1>${words.printTitle(dayYearText(now.today()))}</h1>
    <table><thead><tr><th>${head.due}</th><th>${words.priority}</th><th>${head.who}</th><th>${head.what}</th><th>${words.client}</th><th>${words.action}</th></tr></thead>
    <tbody>${rows.map(
      ({ request, item }) => html`<tr>
      <td>${dueText(item)}</td>
      <td>${item ? words.priorities[item.priority] : "–"}</td>
      <td><strong>${who(request)}</strong><br />${request.from?.phone ?? request.from?.email ?? ""}</td>
      <td>${about(request)}<br /><small>${channelText(request.channel)}, ${instantText(receivedInstant(request))}</small></td>
      <td>${request.client ? clients.get(request.client) ?? request.client : words.noClient}</td>
      <td>${item?.action ? words.actions[item.action] : ""}</td></tr>`,
    )}</tbody></table>
  </section>`;
}
