/** How often each language's signals are found where people say them (held.signals.*), and where they do not. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { figure, heading } from "./report.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export const needsCorpus = false;
export function run() {
  heading("Named signals, in phrases written for measuring alone");
  spawnSync("cmake", ["--build", "--preset", "release", "--target", "relais_signal_recall"], { cwd: root });
  for (const lang of ["fr", "en"]) {
    const misses = process.env.ERRORS ? ["misses"] : [];
    const { stdout } = spawnSync(`${root}build/release/tests/bench/relais_signal_recall`,
      [`${root}core/triage/training/held.signals.${lang}.txt`, lang, ...misses], { encoding: "utf8" });
    const lines = stdout.trimEnd().split("\n"), [found, said, invented, others] = lines.pop().split(" ").map(Number);
    figure(`${lang}: found of ${said}`, found / said);
    figure(`${lang}: invented of ${others}`, invented / others);
    for (const line of lines) console.log(line);
  }
}
