/** How fast requests are read and ordered: natively, in wasm, and beside fastText, interleaved. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { askOne } from "./native.mjs";
import { fastText } from "./fasttext.mjs";
import { figure, heading } from "./report.mjs";
import { ownRows, requestOf } from "./triage_data.mjs";

const pack = fileURLToPath(new URL("../../../build/npm/index.node.js", import.meta.url));
const training = ["train", "more", "third", "stories", "voices"].flatMap((name) => ["fr", "en"].flatMap((lang) => ownRows(`${name}.${lang}.txt`, lang)));

const many = (count) => Array.from({ length: count }, (_, i) => ({ ...requestOf(training[i % training.length]), id: `r${i}` }));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Seconds for one more request, start-up and JSON of an empty call taken off. */
function timed(rank, requests) {
  const clock = (list) => {
    const began = performance.now();
    rank({ requests: list });
    return (performance.now() - began) / 1000;
  };
  const empty = clock(requests.slice(0, 1));
  return (clock(requests) - empty) / (requests.length - 1);
}

export const needsCorpus = false;
export async function run() {
  heading("Speed: a request read, JSON in and out included");
  const requests = many(3000);
  const native = (params) => askOne("triage.rank", params);
  const wasm = existsSync(pack) ? (await (await import(pack)).load()).triage.rank : null;
  const labelled = training.map((row) => ({ text: row.body, label: row.category }));
  const tested = requests.map(({ body }) => ({ text: body }));
  const runs = { native: [], wasm: [], fastText: [] };
  let peer = null;
  for (let round = 0; round < 5; ++round) {
    runs.native.push(timed(native, requests));
    if (wasm) runs.wasm.push(timed(wasm, requests));
    peer = fastText(labelled, tested);
    if (peer) runs.fastText.push(peer.seconds / tested.length);
  }
  const rate = (name) => 1 / median(runs[name]);
  const show = (name) => console.log(`  ${name.padEnd(52)} ${String(Math.round(rate(name))).padStart(9)}  requests a second`);
  show("native");
  if (wasm) show("wasm");
  if (peer) {
    show("fastText");
    figure("native to fastText", rate("native") / rate("fastText"), { least: 1 });
    if (wasm) figure("wasm to fastText", rate("wasm") / rate("fastText"), { least: 0.5 });
    console.log(`  fastText's model for the categories of ${labelled.length} requests: ${Math.round(peer.bytes / 1024)} kB; ours for all three decisions: 180 kB`);
  }
}
