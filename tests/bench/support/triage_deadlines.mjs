/** desk_deadlines.tsv: short phrases, received on Tuesday 2026-03-10 at 10:00. */
import { ask } from "./native.mjs";
import { figure, heading } from "./report.mjs";
import { lines } from "./triage_data.mjs";

export function run() {
  heading("Deadlines of short phrases (desk_deadlines.tsv)");
  const rows = lines("desk_deadlines.tsv").map((line) => line.split("\t"));
  const answers = ask(rows.map(([lang, text]) => ({ op: "triage.dates", params: { text, lang, now: "2026-03-10T10:00:00", timeZone: "Europe/Paris" } })));
  for (const lang of ["fr", "en"]) {
    const own = rows.map((row, i) => ({ row, answer: answers[i] })).filter(({ row }) => row[0] === lang);
    const right = own.filter(({ row, answer }) => (answer.deadline?.replace(/:00$/, "") ?? "-") === row[2]).length;
    const urgency = own.filter(({ row, answer }) => String(answer.urgency) === row[3]).length;
    figure(`${lang}: deadline right, of ${own.length}`, right, { least: 56, text: String(right) });
    figure(`${lang}: urgency of the wording right, of ${own.length}`, urgency, { text: String(urgency) });
  }
}
