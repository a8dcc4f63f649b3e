/** Spam among text messages, English and French. */
import { heading } from "./report.mjs";
import { compareOnFolds } from "./triage_folds.mjs";

export function run() {
  heading("Spam (sms_spam.jsonl)");
  for (const lang of ["fr", "en"]) compareOnFolds("sms_spam.jsonl", { lang, least: 0.985, leastF1: 0.97, calibrated: true });
}
