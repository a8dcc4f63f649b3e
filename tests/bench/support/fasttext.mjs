/** Debian's fastText (package `fasttext`), where it is installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const line = (text) => text.toLowerCase().replace(/\s+/g, " ");

/** Trains on rows {text, label}, answers for others; null where there is no fastText. */
export function fastText(training, tested, options = ["-epoch", "25", "-wordNgrams", "2", "-dim", "50", "-bucket", "100000", "-thread", "1", "-seed", "1"]) {
  if (spawnSync("fasttext").error) return null;
  const folder = mkdtempSync(join(tmpdir(), "relais-fasttext-"));
  const at = (name) => join(folder, name);
  try {
    writeFileSync(at("train"), training.map(({ text, label }) => `__label__${label} ${line(text)}\n`).join(""));
    writeFileSync(at("test"), tested.map(({ text }) => `${line(text)}\n`).join(""));
    spawnSync("fasttext", ["supervised", "-input", at("train"), "-output", at("model"), ...options]);
    const began = performance.now();
    const { stdout } = spawnSync("fasttext", ["predict", at("model.bin"), at("test")], { encoding: "utf8", maxBuffer: 1 << 28 });
    const seconds = (performance.now() - began) / 1000;
    const said = stdout.trimEnd().split("\n").map((label) => label.replace("__label__", ""));
    return { said, seconds, bytes: statSync(at("model.bin")).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
