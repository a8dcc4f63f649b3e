/** The order of work on a simulated desk (tests/bench/simulate_queue.cpp), over five seeds. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { figure, heading } from "./report.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export const needsCorpus = false;
export function run() {
  const built = spawnSync("cmake", ["--build", "--preset", "release", "--target", "relais_simulate"], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  const runs = [1, 2, 3, 4, 5].map((seed) => JSON.parse(spawnSync("build/release/tests/bench/relais_simulate", [String(seed)], { cwd: root, encoding: "utf8" }).stdout));
  for (const desk of Object.keys(runs[0])) {
    heading(`Order of work: two assistants, classes known three times in four, load ${desk}`);
    const mean = (order, what) => runs.reduce((sum, run) => sum + run[desk][order][what], 0) / runs.length;
    for (const order of Object.keys(runs[0][desk]))
      console.log(`  ${order.padEnd(24)} weighted tardiness an item ${mean(order, "tardiness").toFixed(2).padStart(8)}, longest wait of a low one ${Math.round(mean(order, "longestLow"))} min`);
    figure("tardiness to that of earliest due date", mean("expected cost", "tardiness") / mean("earliest due date", "tardiness"), { most: 0.2 });
    figure("longest low wait to that of earliest due date", mean("expected cost", "longestLow") / mean("earliest due date", "longestLow"), { most: 1 });
  }
}
