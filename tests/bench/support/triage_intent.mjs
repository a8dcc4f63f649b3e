/** Whether a sentence of real e-mails asks for something (Enron, Parakweet). */
import { heading } from "./report.mjs";
import { compareOnFolds } from "./triage_folds.mjs";

export function run() {
  heading("Action or information (parakweet_intent.jsonl)");
  compareOnFolds("parakweet_intent.jsonl", { least: 0.83, leastF1: 0.82, calibrated: true });
}
