/** How fast requests are read and ordered: natively, in wasm, and beside fastText, interleaved. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { command } from "./native.mjs";
import { fastText } from "./fasttext.mjs";
import { figure, heading } from "./report.mjs";
import { ownRows, requestOf } from "./triage_data.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const pack = `${root}build/npm/index.node.js`;
const training = ["train", "more", "third", "stories", "voices", "offices"].flatMap((name) => ["fr", "en"].flatMap((lang) => ownRows(`${name}.${lang}.txt`, lang)));

const many = (count) => Array.from({ length: count }, (_, i) => ({ ...requestOf(training[i % training.length]), id: `r${i}` }));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Seconds that `work` takes. */
function clock(work) {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** Seconds of the native command for a list, JSON in and out included, this script's own not. */
function native(requests) {
  const input = `${JSON.stringify({ id: "0", op: "triage.rank", params: { requests } })}\n`;
  return clock(() => {
    const { status, stderr } = spawnSync(command, ["batch"], { input, maxBuffer: 1 << 30 });
    if (status !== 0) throw new Error(`relais batch: ${stderr}`);
  });
}

/** Seconds for one more request, start-up and an empty call taken off. */
const each = (timed, requests) => (timed(requests) - timed(requests.slice(0, 1))) / (requests.length - 1);

/** The engines apart from JSON, in seconds a request (tests/bench/triage_bench.cpp). */
function engines(requests) {
  const built = spawnSync("cmake", ["--build", "--preset", "release", "--target", "relais_bench_triage"], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  return JSON.parse(spawnSync(`${root}build/release/tests/bench/relais_bench_triage`, { input: JSON.stringify({ requests }), encoding: "utf8" }).stdout);
}

export const needsCorpus = false;
export async function run() {
  heading("Speed: a request read and answered whole, JSON in and out included");
  const requests = many(3000);
  const wasm = existsSync(pack) ? (await (await import(pack)).load()).triage.rank : null;
  const labelled = training.map((row) => ({ text: row.body, label: row.category }));
  const tested = requests.map(({ body }) => ({ text: body }));
  const runs = { native: [], wasm: [], fastText: [], labels: [] };
  let peer = null, apart = null;
  for (let round = 0; round < 5; ++round) {
    runs.native.push(each(native, requests));
    if (wasm) runs.wasm.push(each((list) => clock(() => wasm({ requests: list })), requests));
    apart = engines(requests);
    runs.labels.push(apart.labels / apart.requests);
    peer = fastText(labelled, tested);
    if (peer) runs.fastText.push(peer.seconds / tested.length);
  }
  const rate = (name) => 1 / median(runs[name]);
  const show = (name, per = rate(name)) => console.log(`  ${name.padEnd(52)} ${String(Math.round(per)).padStart(9)}  requests a second`);
  show("native");
  if (wasm) show("wasm");
  if (peer) {
    show("fastText, one label", rate("fastText"));
    figure("native to fastText", rate("native") / rate("fastText"), { least: 1 });
    if (wasm) figure("wasm to fastText", rate("wasm") / rate("fastText"), { least: 0.5 });
    show("three labels of ours and their evidence, natively", rate("labels"));
    figure("the same work: labels to label", rate("labels") / rate("fastText"), {});
    console.log(`  fastText's model for the categories of ${labelled.length} requests: ${Math.round(peer.bytes / 1024)} kB; ours for all three decisions: 225 kB`);
  }
  heading("Speed of ordering: 10,000 requests, natively");
  const large = engines(many(10000));
  for (const name of ["rank", "again", "oneMore", "order"]) console.log(`  ${name.padEnd(24)} ${(large[name] * 1000).toFixed(1).padStart(9)} ms`);
  figure("ordering 10,000 to reading them", large.order / large.rank, { most: 0.02 });
}
