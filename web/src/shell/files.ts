import { core } from "../core";
import { readBackup, writeBackup, type Backup, type Opened } from "../desk/backup";
import { saveFile, source } from "../desk/bytes";
import { now } from "../desk/clock";
import { emptyContents } from "../desk/contents";
import type { Desk } from "../desk/desk";
import { sampleDesk } from "../desk/sample";
import type { JournalLine, Policy } from "../desk/types";
import { html } from "lit-html";
import { agoText } from "../words/format";
import { sayAll, sayError } from "../words/say";
import { w } from "../words/words";
import type { Incoming } from "./area";
import { confirm, openDialog } from "./dialog";
import { redraw } from "./draw";
import { toast, toastError } from "./toast";

/** The whole desk to a file and back, a start anew, and the rules of the desk. Each says what went wrong. */

const told = async (error: unknown, name = "") => {
  const text = await sayError(error);
  toastError(name ? w().errors.inFile(name, text) : text);
};

export async function saveDesk(desk: Desk): Promise<void> {
  try {
    const at = now.instant();
    await desk.record([desk.entry("exported", "desk", { what: "desk", format: "relais" })]);
    saveFile(`relais-${now.today()}.relais`, "application/json", await writeBackup(desk.state, at, desk.seal));
    await desk.noteBackup(at);
    toast(w().desk.saved);
  } catch (error) {
    await told(error);
  }
}

export async function openDeskFile(desk: Desk, { name, bytes }: Incoming): Promise<void> {
  try {
    const backup = readBackup(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (backup.sealed) return askPassphrase(desk, name, backup);
    await putInPlace(desk, name, backup.savedAt, await backup.open(""));
  } catch (error) {
    await told(error, name);
  }
}

async function putInPlace(desk: Desk, name: string, savedAt: string, { contents, adopted }: Opened): Promise<void> {
  const words = w().desk;
  if (isSameJournal(desk, contents)) {
    if (await confirm(words.mergeTitle, words.mergeText(name), words.mergeYes)) {
      const added = await desk.mergeEntries(contents.entries);
      return toast(words.merged(added));
    }
  }
  if (!await confirm(words.openTitle, words.openText(name, agoText(savedAt)), words.openYes)) return;
  await desk.replace(contents, adopted);
  await desk.noteBackup(savedAt);
  toast(words.opened(name));
}

/** Both journals begin with the same entry: what one has and the other lacks can be brought together. */
const isSameJournal = (desk: Desk, { entries }: { entries: JournalLine[] }): boolean => {
  const [ours, theirs] = [desk.state.entries[0]?.head, entries[0]?.head];
  return desk.state.writes && ours !== undefined && theirs !== undefined && ours.payloadHash === theirs.payloadHash && ours.at === theirs.at;
};

function askPassphrase(desk: Desk, name: string, backup: Backup): void {
  const words = w().passphrase;
  let problem = "";
  let opening = false;
  const submit = async (event: SubmitEvent, close: () => void) => {
    event.preventDefault();
    if (opening) return;
    opening = true;
    try {
      const opened = await backup.open(String(new FormData(event.target as HTMLFormElement).get("passphrase")));
      close();
      await putInPlace(desk, name, backup.savedAt, opened).catch((error: unknown) => told(error, name));
    } catch (error) {
      problem = await sayError(error);
      redraw();
    }
    opening = false;
  };
  openDialog({
    title: words.ofFile(name),
    body: (close) => html`<form class="fields" @submit=${(event: SubmitEvent) => void submit(event, close)}>
      <label>${words.field}<input name="passphrase" type="password" required autofocus /></label>
      <p class="problem" role="alert">${problem}</p>
      <div class="actions"><button class="primary" type="submit">${words.open}</button></div></form>`,
  });
}

export async function startEmpty(desk: Desk): Promise<void> {
  const words = w().desk;
  const lossless = desk.state.origin === "sample";
  if (!await confirm(words.emptyTitle, lossless ? words.emptySample : words.emptyText, words.emptyYes, !lossless)) return;
  const { me, policy } = desk.state;
  const self = policy.assistants?.filter(({ id }) => id === me) ?? [];
  const contents = { ...emptyContents(), me: self.length ? me : null, policy: self.length ? { assistants: self } : {} };
  await desk.replace(contents).then(() => toast(words.emptied), told);
}

export async function startSample(desk: Desk, ask: boolean): Promise<void> {
  const words = w().desk;
  if (ask && !await confirm(words.sampleTitle, words.sampleText, words.sampleYes, true)) return;
  await sampleDesk().then((contents) => desk.replace(contents)).catch(told);
}

/** The rules of the desk from a file, if the core finds nothing wrong in them. */
export async function takePolicy(desk: Desk, { name, bytes }: Incoming): Promise<void> {
  try {
    const read = source(bytes);
    if (!("text" in read)) throw new Error(w().errors.notUtf8);
    const policy = parseJson(read.text) as Policy;
    const { problems } = await (await core()).policy.check({ policy });
    if (problems.length) {
      const [text] = await sayAll(problems.slice(0, 1));
      return toastError(w().errors.inFile(name, `${text} ${problems[0]?.path ? w().at(problems[0].path) : ""}`));
    }
    await desk.change({ label: "policy", policy });
    toast(w().desk.policyTaken, { title: w().header.undo, run: () => void desk.undo() });
  } catch (error) {
    await told(error, name);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(w().errors.notJson);
  }
}

export function savePolicy(desk: Desk): void {
  saveFile("policy.json", "application/json", `${JSON.stringify(desk.state.policy, null, 2)}\n`);
}
