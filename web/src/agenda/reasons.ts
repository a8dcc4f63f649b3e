import { html, type TemplateResult } from "lit-html";
import { core } from "../core";
import type { Reason } from "../desk/types";
import { redraw } from "../shell/draw";
import { isolatedNames } from "../words/isolate";
import { language } from "../words/words";

/** The agenda's reasons in words. They name events by reference: the wording gets the titles beside the people. */
export class Reasons {
  #worded = new Map<string, string>();
  #waiting = new Map<string, Reason>();
  #names: Record<string, string> = {};
  #namesKey = "";
  #also: Record<string, string> = {};

  /** What references and ids are called from now on. */
  name(names: Record<string, string>): void {
    const key = JSON.stringify(names);
    if (key === this.#namesKey) return;
    this.#namesKey = key;
    this.#names = names;
    this.#worded.clear();
  }

  /** Names some more: events that are not booked yet, or of another week. */
  alsoName(names: Record<string, string>): void {
    this.#also = { ...this.#also, ...names };
    this.#worded.clear();
  }

  /** The sentence; empty until the core has worded it. */
  say({ code, args }: Reason): string {
    const key = language() + JSON.stringify([code, args ?? null]);
    const text = this.#worded.get(key);
    if (text !== undefined) return text;
    if (!this.#waiting.size) queueMicrotask(() => void this.#ask());
    this.#waiting.set(key, { code, ...(args && { args }) });
    return "";
  }

  /** A line a reason; facts stand under the reason that they explain. */
  lines(reasons: readonly Reason[]): TemplateResult[] {
    const under = ({ code }: Reason) => (/^agenda\.(fact-|relax)/.test(code) ? "fact" : "");
    return reasons.map((reason) => html`<li class=${under(reason)}>${this.say(reason)}</li>`);
  }

  async #ask(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = new Map();
    const namesKey = this.#namesKey;
    const reasons = [...waiting.values()];
    const answer = (await core()).words.render({ reasons, lang: language(), names: isolatedNames({ ...this.#names, ...this.#also }) });
    const texts = await answer.then(
      ({ texts }) => texts,
      () => reasons.map(({ code }) => code),
    );
    if (namesKey !== this.#namesKey) return redraw();
    [...waiting.keys()].forEach((key, at) => this.#worded.set(key, texts[at] ?? ""));
    redraw();
  }
}
