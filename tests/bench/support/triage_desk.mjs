/** Priority, category, action and deadlines of the desk set, each language, and of the held set. */
import { askOne } from "./native.mjs";
import { trainNaiveBayes } from "./naive_bayes.mjs";
import { figure, heading, two } from "./report.mjs";
import { accuracy, calibrationError, crossValidated, detection, macroF1, majority } from "./scores.mjs";
import { corpusThere, json, ownRows, requestOf, rows } from "./triage_data.mjs";

const goals = { priority: [0.82, 0.8], category: [0.78, 0.74], action: [0.78, 0.72] };
const pressing = (priority) => priority === "critical" || priority === "high";

function deskRows(lang) {
  return rows(`desk.${lang}.jsonl`).map(({ request, labels }) => ({ ...request, ...labels }));
}

/** Each request is asked for alone: another's words must not help. */
function judged(set, policy) {
  return askOne("triage.rank", { requests: set.map(requestOf), policy }).items.map((item, i) => ({ item, row: set[i] }));
}

const pairsOf = (all, field) => all.filter(({ row }) => row[field] !== null).map(({ item, row }) => ({ said: item[field], truth: row[field], sure: Math.max(...Object.values(item.probabilities)) / 1000 }));

/** `2026-03-10T17:00:00` and `2026-03-10T17:00` are one. */
const minute = (deadline) => deadline?.replace(/(T\d\d:\d\d):00$/, "$1") ?? null;

function deadlines(all) {
  const agreed = all.filter(({ row }) => row.deadlineAgreed);
  const right = ({ item, row }) => minute(item.deadline) === minute(row.deadline);
  const some = agreed.filter(({ row }) => row.deadline), none = agreed.filter(({ row }) => !row.deadline);
  return { exact: agreed.filter(right).length / agreed.length, ofSome: some.filter(right).length / some.length,
           invented: none.filter(({ item }) => item.deadline).length / none.length,
           wrong: agreed.filter((one) => !right(one)) };
}

function baselines(set, field) {
  const known = set.filter((row) => row[field] !== null).map((row) => ({ text: `${row.subject ?? ""} ${row.body}`, label: row[field] }));
  const truth = known.map(({ label }) => label);
  const score = (said) => {
    const pairs = said.map((one, i) => ({ said: one, truth: truth[i] }));
    return `${two(accuracy(pairs))}/${two(macroF1(pairs))}`;
  };
  return `majority ${score(majority(known, known))}, naive Bayes ×10 ${score(crossValidated(known, 10, trainNaiveBayes))}`;
}

function report(title, set, policy) {
  heading(`${title}: ${set.length} requests`);
  const all = judged(set, policy);
  for (const field of ["priority", "category", "action"]) {
    const pairs = pairsOf(all, field);
    figure(`${field}: accuracy`, accuracy(pairs), { least: goals[field][0], note: baselines(set, field) });
    figure(`${field}: macro-F1`, macroF1(pairs), { least: goals[field][1] });
  }
  const { precision, recall } = detection(pairsOf(all, "priority"), pressing);
  figure("high or critical: recall", recall, { least: 0.9 });
  figure("high or critical: precision", precision, { least: 0.85 });
  const found = deadlines(all);
  if (all.some(({ row }) => row.deadlineAgreed)) reportDeadlines(found);
  figure("calibration error of the priority", calibrationError(pairsOf(all, "priority")), all.length < 500 ? { note: "goal only from 500 rows" } : { most: 0.05 });
  const asked = all.filter(({ item }) => item.ask).length;
  figure("asks a question", asked / all.length);
  if (process.env.ERRORS) errors(all, found.wrong, Number(process.env.ERRORS));
  return all;
}

function reportDeadlines(found) {
  figure("deadlines: exact, of all rows", found.exact, { least: 0.92 });
  figure("deadlines: exact, of rows that have one", found.ofSome, { least: 0.92 });
  figure("deadlines: invented", found.invented, { most: 0.03 });
}

/** The worst first: how far the priority is off, then how sure it was; the rest by category, action, deadline. */
function errors(all, wrongDeadlines, most) {
  const ranks = ["critical", "high", "normal", "low"];
  const scored = all.map(({ item, row }) => {
    const off = row.priority ? Math.abs(ranks.indexOf(item.priority) - ranks.indexOf(row.priority)) : 0;
    const wrong = ["category", "action"].filter((field) => row[field] && item[field] !== row[field]);
    const deadline = wrongDeadlines.some((one) => one.row === row);
    return { item, row, cost: off * 10 * (item.probabilities[item.priority] / 1000) + 2 * wrong.length + (deadline ? 3 : 0) };
  });
  scored.sort((a, b) => b.cost - a.cost);
  for (const { item, row, cost } of scored.slice(0, most)) {
    if (!cost) break;
    const parts = ["priority", "category", "action", "deadline"].filter((field) => minute(String(item[field])) !== minute(String(row[field])))
      .map((field) => `${field} ${item[field]} for ${row[field]}`);
    console.log(`  ${row.id} [${row.channel}, ${row.client}] ${parts.join("; ")}\n      ${`${row.subject ? `${row.subject}: ` : ""}${row.body}`.replace(/\s+/g, " ").slice(0, 400)}`);
    console.log(`      ${item.score}: ${item.reasons.slice(0, 7).map(({ code, weight }) => `${code} ${weight}`).join(", ")}`);
  }
}

export const needsCorpus = false;
export function run() {
  const policy = corpusThere() ? json("policy.json") : {};
  for (const lang of ["fr", "en"]) {
    if (corpusThere() && process.env.SETS !== "held") report(`desk set, ${lang}`, deskRows(lang), policy);
    if (process.env.SETS === "desk") continue;
    for (const name of ["held", "held.dates", "held.voices", "held.fresh", "held.offices"])
      report(`${name}.${lang}.txt (written for the project, never trained on)`, ownRows(`${name}.${lang}.txt`, lang), policy);
  }
}
