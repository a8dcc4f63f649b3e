// Composing and rendering a handover, natively and in WebAssembly in turn, and verifying beside hashing. Times are the best
// of several rounds; both sides read the same JSON text and write theirs, parsing included, but where it says otherwise.
import { readFileSync } from "node:fs";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { drafts, policy } from "./support/journal.mjs";
import { command } from "./support/native.mjs";
import { figure, heading } from "./support/report.mjs";

const root = new URL("../../", import.meta.url);
const formats = ["html", "markdown", "text", "eml", "ics"];
const milliseconds = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** One native process for the whole run: what it costs to start is not what is measured. */
function nativeCore() {
  const child = spawn(command, ["batch", "-"], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout, crlfDelay: Infinity })[Symbol.asyncIterator]();
  return {
    async run(op, params) {
      const line = `{"id":"1","op":"${op}","params":${params}}\n`;
      const began = performance.now();
      if (!child.stdin.write(line)) await once(child.stdin, "drain");
      const { value } = await lines.next();
      return { text: value, time: performance.now() - began };
    },
    end: () => child.stdin.end(),
  };
}

async function wasmCore() {
  const { Core } = await import(new URL("build/npm/core.js", root));
  const core = await Core.create(await WebAssembly.compile(readFileSync(new URL("build/npm/core.wasm", root))));
  return {
    run(op, params) {
      const began = performance.now();
      const text = core.run(op, params);
      return { text, time: performance.now() - began };
    },
  };
}

const resultOf = (text) => {
  const { result, error } = JSON.parse(text);
  if (error) throw new Error(JSON.stringify(error));
  return result;
};

/** A document and its five renderings: the sum, and its first part. */
async function handover(core, composing) {
  const composed = await core.run("handover.compose", composing);
  let time = composed.time;
  const { document } = resultOf(composed.text);
  for (const format of formats) {
    const rendered = await core.run("handover.render", JSON.stringify({ document, format, lang: "fr" }));
    resultOf(rendered.text);
    time += rendered.time;
  }
  return { time, composed: composed.time };
}

async function best(rounds, sides, work) {
  const least = sides.map(() => Infinity);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, side] of sides.entries()) least[i] = Math.min(least[i], (await work(side)).time);
  }
  return least;
}

const sides = [nativeCore(), await wasmCore()];

function entriesOf(count) {
  const add = drafts(count);
  const out = [];
  let tip;
  // In parts: what one call may be given has a limit.
  for (let at = 0; at < count; at += 20000) {
    const answer = resultOf(sides[1].run("journal.append", JSON.stringify({ ...(tip && { tip }), add: add.slice(at, at + 20000) })).text);
    out.push(...answer.entries);
    ({ tip } = answer);
  }
  return out;
}

heading("A document and five renderings");
const times = new Map();
// One text handed to an operation may have 32 MiB: 60,000 of these entries fit. The command reads line by line.
for (const count of [10_000, 60_000]) {
  const entries = entriesOf(count);
  const composing = JSON.stringify({ entries, policy, reader: "ben", since: "2026-03-01T08:00:00Z" });
  const [native, wasm] = await best(count > 50_000 ? 2 : 5, sides, (side) => handover(side, composing));
  times.set(count, [native, wasm]);
  console.log(`  ${count.toLocaleString("en")} entries, ${(composing.length / 1e6).toFixed(1)} MB of JSON`);
  figure("natively", native, { text: milliseconds(native), note: count === 10_000 ? "a study took 41 ms" : "" });
  figure("in WebAssembly", wasm, { text: milliseconds(wasm) });
  figure("WebAssembly / native", wasm / native, { most: 2 });
}
const [few, many] = [times.get(10_000), times.get(60_000)];
figure("natively, 60,000 / 10,000 entries (linear is 6)", many[0] / few[0], { most: 7 });
figure("in WebAssembly, 60,000 / 10,000 entries", many[1] / few[1], { most: 7 });

const linesOf = (count) => entriesOf(count).map((entry) => `${JSON.stringify(entry)}\n`).join("");
const byCommand = [10_000, 100_000].map((count) => {
  const input = linesOf(count);
  return Math.min(...[1, 2, 3].map(() => {
    const began = performance.now();
    const { status, stderr } = spawnSync(command, ["handover", "-", "--to", "ben"], { input, maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(String(stderr));
    return performance.now() - began;
  }));
});
figure("`relais handover`, 100,000 / 10,000 entries", byCommand[1] / byCommand[0], { most: 12, note: byCommand.map(milliseconds).join(" to ") });

heading("Verifying beside hashing the same bytes once, parsing aside");
sides[0].end();
const folder = fileURLToPath(root);
execFileSync("cmake", ["--build", "--preset", "release", "--target", "relais_bench_journal"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
for (const count of [10_000, 100_000]) {
  const input = linesOf(count);
  const { stdout, status, stderr } = spawnSync(`${folder}build/release/tests/bench/relais_bench_journal`, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`relais_bench_journal: ${stderr}`);
  const { parse, verify, hash, fold, bytes, memory } = JSON.parse(stdout);
  console.log(`  ${count.toLocaleString("en")} entries, ${(bytes / 1e6).toFixed(1)} MB: read ${milliseconds(parse)}, verify ${milliseconds(verify)}, hash ${milliseconds(hash)}, fold ${milliseconds(fold)}`);
  figure("verify / hash", verify / hash, { most: 2 });
  figure("memory, bytes an entry", memory / count, { text: String(Math.round(memory / count)) });
}
