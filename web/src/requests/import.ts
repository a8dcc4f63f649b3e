import { core, type ImportProblem } from "../core";
import { source, toBase64 } from "../desk/bytes";
import { now } from "../desk/clock";
import type { Desk } from "../desk/desk";
import { newId } from "../desk/salt";
import type { Request } from "../desk/types";
import { html } from "lit-html";
import type { Incoming } from "../shell/area";
import { openDialog } from "../shell/dialog";
import { toast, toastError } from "../shell/toast";
import { say, sayError } from "../words/say";
import { w } from "../words/words";
import { addRequests, newOnes } from "./add";
import { linesOf } from "./lines";

const formats = { requests: "jsonl", message: "eml", table: "csv" } as const;

/** Requests from files or a paste: what can be read comes in, the rest is listed with its line. */
export async function importRequests(desk: Desk, incoming: readonly Incoming[]): Promise<void> {
  const found: Request[] = [];
  const problems: { name: string; problem: ImportProblem }[] = [];
  const ids = new Set<string>();
  for (const one of incoming) {
    try {
      const answer = await read(one);
      const { kept, repeated } = eachOnce(answer.requests.map(completed), ids, one);
      found.push(...kept);
      problems.push(...[...answer.problems, ...repeated].map((problem) => ({ name: one.name || w().intake.pasted, problem })));
    } catch (error) {
      toastError(w().errors.inFile(one.name || w().intake.pasted, await sayError(error)));
    }
  }
  try {
    const fresh = newOnes(desk, found);
    if (fresh.length) await addRequests(desk, fresh, "imported");
    if (found.length) toast(w().requests.imported(fresh.length, found.length - fresh.length), { title: w().header.undo, run: () => void desk.undo() });
  } catch (error) {
    toastError(await sayError(error));
  }
  if (problems.length) showProblems(problems);
}

async function read({ kind, bytes }: Incoming) {
  const { triage } = await core();
  const format = formats[kind as keyof typeof formats];
  // A message says in its own headers how its bytes are to be read.
  return triage.import({ format, timeZone: now.zone(), now: now.local(), ...(format === "eml" ? { base64: toBase64(bytes) } : source(bytes)) });
}

/** What a file need not say: an id, and when and where it came in. */
const completed = (request: Request): Request => ({
  ...request,
  id: request.id || newId("request"),
  receivedAt: request.receivedAt || now.local(),
  timeZone: request.timeZone || now.zone(),
});

/** The first request of each id; the journal cannot hold two of one id, so that the others are told with their line. */
function eachOnce(requests: readonly Request[], ids: Set<string>, incoming: Incoming): { kept: Request[]; repeated: ImportProblem[] } {
  const kept: Request[] = [];
  const repeated: ImportProblem[] = [];
  let lines: readonly number[] | undefined;
  requests.forEach((request, at) => {
    const { id } = request;
    if (!ids.has(id)) return void (ids.add(id), kept.push(request));
    lines ??= linesOf(incoming, requests.length);
    const line = lines[at];
    repeated.push({ code: "duplicate-id", message: "", args: { id }, ...(line && { line }) });
  });
  return { kept, repeated };
}

function showProblems(problems: readonly { name: string; problem: ImportProblem }[]): void {
  openDialog({
    title: w().requests.problems(problems.length),
    body: () => html`<ul class="problems">${problems.slice(0, 200).map(({ name, problem }) =>
      html`<li><strong>${name}${problem.line ? ` : ${problem.line}` : ""}</strong> ${say(problem)}</li>`)}</ul>`,
  });
}
