import { html, nothing, type TemplateResult } from "lit-html";
import type { Desk } from "../desk/desk";
import { DifferentPassphrases } from "../desk/errors";
import { agoText } from "../words/format";
import { sayError } from "../words/say";
import { w } from "../words/words";
import { openDialog } from "./dialog";
import { savePack } from "./lock";
import { redraw } from "./draw";
import { openRules } from "../rules/rules";
import { saveDesk, startEmpty, startSample } from "./files";
import { whoIsHere } from "./people";
import { toast } from "./toast";

/** The sheet of the desk itself: who, backup, passphrase, keys, start anew. */
export interface SheetActions {
  chooseFile(): void;
  lock(): void;
  switchLanguage(): void;
  switchTheme(): void;
}

export function openDeskSheet(desk: Desk, act: SheetActions): void {
  let problem = "";
  const seal = async (work: Promise<void>, done: string, form: HTMLFormElement) => {
    problem = await work.then(() => "", sayError);
    if (!problem) {
      form.reset();
      toast(done);
    }
    redraw();
  };
  let deputyProblem = "";
  const nameDeputy = async (work: Promise<void>, form: HTMLFormElement) => {
    deputyProblem = await work.then(() => "", sayError);
    if (!deputyProblem) form.reset();
    redraw();
  };
  openDialog({
    title: w().header.menu,
    body: (close) => html`
      ${part(w().who.question, whoIsHere(desk))}
      ${part(w().desk.rules, rules(() => (close(), openRules(desk))))}
      ${part(w().desk.backup, backup(desk, () => (close(), act.chooseFile())))}
      ${part(w().passphrase.title, passphrase(desk, problem, seal, () => (close(), act.lock())))}
      ${desk.state.sealed ? part(w().deputy.title, deputyPart(desk, deputyProblem, nameDeputy)) : nothing}
      ${part(w().desk.display, display(act))}
      ${part(w().desk.keys, keys(desk))}
      ${part(w().desk.anew, anew(desk, close))}`,
  });
}

const part = (title: string, content: TemplateResult) => html`<section class="part"><h3>${title}</h3>${content}</section>`;

export const backupAge = (desk: Desk): string =>
  desk.state.lastBackup ? w().desk.lastBackup(agoText(desk.state.lastBackup)) : w().desk.noBackup;

function backup(desk: Desk, open: () => void): TemplateResult {
  const words = w().desk;
  return html`<p class="soft">${backupAge(desk)}</p><div class="actions">
    <button class="primary" ?disabled=${!desk.state.writes} @click=${() => void saveDesk(desk)}>${words.save}</button>
    <button @click=${open}>${words.open}</button></div>`;
}

function rules(open: () => void): TemplateResult {
  const words = w().desk;
  return html`<p class="soft">${words.rulesHelp}</p><div class="actions"><button @click=${open}>${words.openRules}</button></div>`;
}

type Seal = (work: Promise<void>, done: string, form: HTMLFormElement) => Promise<void>;

function passphrase(desk: Desk, problem: string, seal: Seal, lock: () => void): TemplateResult {
  const words = w().passphrase;
  const { sealed, preferences } = desk.state;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form, event.submitter);
    const text = (name: string) => String(data.get(name) ?? "");
    if (text("what") === "remove") return void seal(desk.removePassphrase(text("old")), words.removed, form);
    if (text("new") !== text("again")) return void seal(Promise.reject(new DifferentPassphrases()), "", form);
    if (sealed) return void seal(desk.changePassphrase(text("old"), text("new")), words.changed, form);
    void seal(desk.setPassphrase(text("new")), words.set, form);
  };
  const field = (name: string, label: string, kind: "new-password" | "current-password", needed: boolean) =>
    html`<label>${label}<input name=${name} type="password" autocomplete=${kind} minlength=${kind === "new-password" && needed ? 8 : nothing} ?required=${needed} /></label>`;
  return html`<p class="soft">${sealed ? words.isSet : words.notSet}</p>
    <form class="fields" @submit=${submit}>
      ${sealed ? field("old", words.old, "current-password", true) : nothing}
      <div class="pair">${field("new", words.new, "new-password", !sealed)}${field("again", words.again, "new-password", !sealed)}</div>
      <p class="problem" role="alert">${problem}</p>
      <div class="actions">
        <button type="submit" name="what" value="set">${sealed ? words.change : words.setIt}</button>
        ${sealed ? html`<button type="submit" name="what" value="remove" class="danger">${words.remove}</button>
          <button type="button" @click=${lock}>${words.lockNow}</button>` : nothing}
      </div>
      ${sealed ? html`<label>${words.idle}<select @change=${(event: Event) => void desk.setPreferences({ idleMinutes: Number((event.target as HTMLSelectElement).value) })}>
        ${[5, 15, 30, 60, 0].map((minutes) => html`<option value=${minutes} ?selected=${minutes === (preferences.idleMinutes ?? 15)}>${words.idleAfter(minutes)}</option>`)}
      </select></label>` : nothing}
    </form>`;
}

type NameDeputy = (work: Promise<void>, form: HTMLFormElement) => Promise<void>;

/** Who may go on without the desk's holder, and with which passphrase. */
function deputyPart(desk: Desk, problem: string, nameDeputy: NameDeputy): TemplateResult {
  const words = w().deputy;
  const { deputy, pack, policy, me } = desk.state;
  const others = (policy.assistants ?? []).filter(({ id }) => id !== me);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form, event.submitter);
    const text = (name: string) => String(data.get(name) ?? "");
    if (text("what") === "remove") return void nameDeputy(desk.setDeputy(null, ""), form);
    if (text("deputy-new") !== text("deputy-again")) return void nameDeputy(Promise.reject(new DifferentPassphrases()), form);
    void nameDeputy(desk.setDeputy(text("deputy"), text("deputy-new")), form);
  };
  return html`<p class="soft">${pack ? words.packed(pack.name, agoText(pack.savedAt)) : words.none}</p>
    <form class="fields" @submit=${submit}>
      <label>${words.who}<select name="deputy" required>${others.map(({ id, name }) => html`<option value=${id} ?selected=${id === deputy?.id}>${name ?? id}</option>`)}</select></label>
      <div class="pair"><label>${words.theirs}<input name="deputy-new" type="password" autocomplete="off" minlength="8" required /></label>
        <label>${w().passphrase.again}<input name="deputy-again" type="password" autocomplete="off" minlength="8" required /></label></div>
      <p class="problem" role="alert">${problem}</p>
      <div class="actions"><button type="submit" name="what" value="set" ?disabled=${!others.length}>${words.set}</button>
        ${pack ? html`<button type="button" @click=${() => savePack(pack)}>${words.save(pack.name)}</button>` : nothing}
        ${deputy ? html`<button type="submit" name="what" value="remove" class="danger" formnovalidate>${words.remove}</button>` : nothing}</div>
    </form>`;
}

function display(act: SheetActions): TemplateResult {
  const words = w().header;
  return html`<div class="actions"><button lang=${words.otherTag} @click=${act.switchLanguage}>${words.otherLanguage}</button>
    <button @click=${act.switchTheme}>${words.theme}</button></div>`;
}

function keys(desk: Desk): TemplateResult {
  const words = w().desk;
  const on = desk.state.preferences.singleKeys ?? true;
  return html`<label class="check"><input type="checkbox" .checked=${on}
      @change=${(event: Event) => void desk.setPreferences({ singleKeys: (event.target as HTMLInputElement).checked })} />${words.singleKeys}</label>
    <dl class="keys">${words.keyList.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl>`;
}

function anew(desk: Desk, close: () => void): TemplateResult {
  const words = w().desk;
  const { writes } = desk.state;
  return html`<div class="actions">
    <button class="danger" ?disabled=${!writes} @click=${() => (close(), void startEmpty(desk))}>${words.startEmpty}</button>
    <button ?disabled=${!writes} @click=${() => (close(), void startSample(desk, true))}>${words.startSample}</button></div>`;
}
