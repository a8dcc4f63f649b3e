import {
  Virtualizer, elementScroll, observeElementOffset, observeElementRect,
} from "@tanstack/virtual-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import type { Request, TriageItem } from "../desk/types";
import { isolate } from "../words/isolate";
import { say } from "../words/say";
import { w } from "../words/words";
import { redraw } from "../shell/draw";
import { about, channelText, dueText, late, who } from "./labels";

export interface Row {
  request: Request;
  item: TriageItem | undefined;
}

const rowHeight = 64;

/** The requests in working order; only the rows in view are on the page. */
export class RequestList {
  #element: HTMLElement | null = null;
  #virtualizer: Virtualizer<HTMLElement, Element> | undefined;
  #leave: (() => void) | undefined;
  #rows: readonly Row[] = [];

  #attach = (element: Element | undefined): void => {
    if (element === this.#element || (!element && !this.#element)) return;
    this.#leave?.();
    this.#leave = undefined;
    this.#element = (element as HTMLElement | undefined) ?? null;
    if (!this.#element) return;
    this.#virtualizer = new Virtualizer<HTMLElement, Element>(this.#options());
    this.#leave = this.#virtualizer._didMount();
    this.#virtualizer._willUpdate();
    redraw();
  };

  #options() {
    return {
      count: this.#rows.length, getScrollElement: () => this.#element, estimateSize: () => rowHeight, overscan: 6,
      scrollToFn: elementScroll, observeElementRect, observeElementOffset, onChange: () => redraw(),
    };
  }

  scrollTo(index: number): void {
    this.#virtualizer?.scrollToIndex(index, { align: "auto" });
  }

  focus(): void {
    this.#element?.focus({ preventScroll: true });
  }

  render(rows: readonly Row[], chosen: number, clients: ReadonlyMap<string, string>, choose: (index: number) => void): TemplateResult {
    this.#rows = rows;
    this.#virtualizer?.setOptions(this.#options());
    this.#virtualizer?._willUpdate();
    const inView = this.#virtualizer?.getVirtualItems() ?? [];
    return html`<div class="request-list" role="listbox" tabindex="0" aria-label=${w().requests.inOrder}
      aria-activedescendant=${chosen >= 0 ? `request-${chosen}` : nothing} ${ref(this.#attach)}>
      <div class="all" role="presentation" .style=${`height:${rows.length * rowHeight}px`}>
        ${inView.map(({ index, start }) => {
          const row = rows[index];
          return row ? line(row, index, index === chosen, start, rows.length, clients, () => choose(index)) : nothing;
        })}
      </div>
    </div>`;
  }
}

function line({ request, item }: Row, index: number, chosen: boolean, top: number, count: number,
  clients: ReadonlyMap<string, string>, choose: () => void): TemplateResult {
  const client = request.client ? clients.get(request.client) ?? request.client : w().requests.noClient;
  const why = item?.reasons.filter(({ weight }) => weight).slice(0, 3).map(say).filter(Boolean) ?? [];
  return html`<div id="request-${index}" class="request" role="option" aria-selected=${chosen} aria-setsize=${count}
    aria-posinset=${index + 1} .style=${`transform:translateY(${top}px)`} @click=${choose}>
    ${priorityPill(item)}
    <span class="main"><strong>${who(request)}</strong> – ${about(request)}</span>
    <span class="due ${late(item?.firstResponseDue) ? "late" : ""}">${dueText(item)}</span>
    <span class="more">${[isolate(client), channelText(request.channel), ...why].join(" · ")}</span>
  </div>`;
}

export const priorityPill = (item: TriageItem | undefined): TemplateResult =>
  html`<span class="pill ${item?.priority ?? "unknown"}">${item ? w().requests.priorities[item.priority] : "…"}</span>`;
