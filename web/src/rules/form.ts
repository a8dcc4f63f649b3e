import { html, nothing, type TemplateResult } from "lit-html";
import { core } from "../core";
import type { Desk } from "../desk/desk";
import type { Policy, Reason } from "../desk/types";
import { redraw } from "../shell/draw";
import { sayAll, sayError } from "../words/say";

/** A place in the policy, from its top. */
export type Path = readonly (string | number)[];
type Problem = Reason & { path?: string };

/**
 * The policy as it is being edited. Each change is checked by the core, then kept at once as a step that can be undone;
 * one that the core refuses is told beside its field, and what was typed stays there.
 */
export class Form {
  #refused = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly desk: Desk) {}

  get policy(): Policy {
    return this.desk.state.policy;
  }
  get writes(): boolean {
    return this.desk.state.writes;
  }

  get(path: Path): unknown {
    return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], this.policy);
  }

  /** Puts a value in a place; `undefined` takes the member or the item away. */
  set(path: Path, value: unknown): void {
    this.#last = this.#last.then(() => this.#keep(path, value));
  }

  refuse(path: Path, why: string): void {
    this.#refused.set(path.join("/"), why);
    redraw();
  }

  problem(path: Path): string {
    return this.#refused.get(path.join("/")) ?? "";
  }

  async #keep(path: Path, value: unknown): Promise<void> {
    try {
      const policy = placed(this.policy, path, value) as Policy;
      const [problem] = await newProblems(this.policy, policy);
      if (problem) return this.refuse(path, await sayProblem(problem));
      await this.desk.change({ label: "policy", policy });
      if (value === undefined && typeof path.at(-1) === "number") this.#refused.clear();
      else this.#refused.delete(path.join("/"));
      redraw();
    } catch (error) {
      this.refuse(path, await sayError(error));
    }
  }
}

/** The value with another one at a place inside it. */
function placed(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole) || typeof key === "number") {
    const items = [...((whole as unknown[] | undefined) ?? [])];
    const item = placed(items[Number(key)], rest, value);
    if (item === undefined) items.splice(Number(key), 1);
    else items[Number(key)] = item;
    return items;
  }
  const { [key]: old, ...others } = (whole ?? {}) as Record<string, unknown>;
  const member = placed(old, rest, value);
  return member === undefined ? others : { ...(whole as object), [key]: member };
}

/** What the core finds wrong in a policy that was not wrong before. */
async function newProblems(before: Policy, after: Policy): Promise<Problem[]> {
  const check = async (policy: Policy): Promise<Problem[]> => (await (await core()).policy.check({ policy })).problems;
  const known = new Set((await check(before)).map((problem) => JSON.stringify(problem)));
  return (await check(after)).filter((problem) => !known.has(JSON.stringify(problem)));
}

export async function sayProblem(problem: Problem): Promise<string> {
  return (await sayAll([{ code: problem.code, ...(problem.args && { args: problem.args }) }]))[0] ?? problem.code;
}

interface Field {
  label: string;
  placeholder?: string;
  /** The id of a `datalist`. */
  list?: string;
  type?: "text" | "number" | "date";
  /** Shown in place of the value, and read back; an unreadable text answers why. */
  shown?: (value: unknown) => string;
  read?: (text: string) => { value: unknown } | { why: string };
}

const plain = (text: string) => ({ value: text.trim() || undefined });

/** A field of one line. */
export function textField(form: Form, path: Path, { label, placeholder, list, type = "text", shown = asText, read = plain }: Field): TemplateResult {
  const id = path.join("-");
  const problem = form.problem(path);
  const changed = (event: Event) => {
    const result = read((event.target as HTMLInputElement).value);
    if ("why" in result) form.refuse(path, result.why);
    else form.set(path, result.value);
  };
  return html`<label>${label}<input type=${type} .value=${shown(form.get(path))} placeholder=${placeholder ?? nothing} list=${list ?? nothing}
    ?disabled=${!form.writes} aria-invalid=${problem ? "true" : nothing} aria-describedby=${problem ? `why-${id}` : nothing} @change=${changed} />
    ${problem ? html`<span class="problem" id=${`why-${id}`} role="alert">${problem}</span>` : nothing}</label>`;
}

const asText = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

/** A choice of one; the empty choice takes the member away. */
export function choiceField(form: Form, path: Path, label: string, choices: readonly (readonly [value: string, text: string])[]): TemplateResult {
  const value = asText(form.get(path));
  const changed = (event: Event) => form.set(path, (event.target as HTMLSelectElement).value || undefined);
  return html`<label>${label}<select ?disabled=${!form.writes} @change=${changed}>
    ${choices.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}</select></label>`;
}

/** Several texts on one line, separated by commas. */
export const listOf = {
  shown: (value: unknown): string => ((value as string[] | undefined) ?? []).join(", "),
  read: (text: string): { value: unknown } => {
    const items = text.split(",").map((item) => item.trim()).filter(Boolean);
    return { value: items.length ? items : undefined };
  },
};
