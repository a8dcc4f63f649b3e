/**
 * How well requests are read, beside the goals, plain baselines and Debian's fastText, on the development corpus
 * (RELAIS_TRIAGE_CORPUS names another folder of its form) and on sets written for the project and never trained on.
 *
 *     ./dev bench triage                            all of it
 *     node tests/bench/triage.mjs desk deadlines    some of it: desk signals deadlines gold intent spam learning queue speed
 *     ERRORS=20 …                                   and the worst errors
 */
import { corpusThere } from "./support/triage_data.mjs";

const parts = ["desk", "signals", "deadlines", "gold", "intent", "spam", "learning", "queue", "speed"];
const chosen = process.argv.slice(2).length ? process.argv.slice(2) : parts;
if (!corpusThere()) console.log("no corpus beside the repository: only what needs none");
for (const part of chosen) {
  const { run, needsCorpus = true } = await import(`./support/triage_${part}.mjs`);
  if (!needsCorpus || corpusThere()) await run();
}
