/**
 * dates_gold.jsonl: expressions of Duckling's and Recognizers-Text's own tests. Counted are the rows whose value this
 * house models: a reference time; a day, a clock time, a week, a month or a span of them; not holidays, seconds, years,
 * quarters, seasons, numbered weeks, open intervals, bare durations, other time zones (`9 am PST`), the conventional hours
 * of `morning` and `tonight`, days cut to the hour (`in a day` at 4:30 as 4:00), nor values that are no date (month 00). A
 * row is right if a mention begins exactly where the gold value begins; of values that a set leaves open (last or next),
 * the later one or the earlier one.
 */
import { ask } from "./native.mjs";
import { figure, heading } from "./report.mjs";
import { rows } from "./triage_data.mjs";

const grains = ["Minute", "Hour", "Day", "Week", "Month"];
const kinds = ["date", "datetime", "time", "daterange", "datetimerange", "timerange"];

const ofConvention = /\b(morning|afternoon|evening|tonight|tonite|night|matin|matinée|après-midi|soir|soirée)\b/i;
const saysTheHour = /\d\s*(h|:|am|pm)|\b(at|à|vers|from|de|between|entre)\s+\d/i;
const elsewhere = /\b(gmt|utc|cet|cst|pst|est|bst|ist|pt|et)\b/i;
const notOurs = /\b(q[1-4]|h[12]|quarter|season|summer|winter|été|hiver|week \d+|bo[my]|eo[my])\b|\bquarters?\b/i;
const cutToTheHour = /\b(days?|fortnight|hence|jours?|semaines?|weeks?)\b/i;

function duckling({ kind, grain, to, text, from }) {
  if (!["datetime", "datetimeInterval"].includes(kind) || !grains.includes(grain)) return null;
  if (elsewhere.test(text) || notOurs.test(text) || /-00/.test(from)) return null;
  if (!to && ["Hour", "Minute"].includes(grain) && cutToTheHour.test(text) && !/\d\s*(h|:|am|pm)/i.test(text)) return null;
  if (to && grain === "Hour" && (!/\d/.test(text) || (ofConvention.test(text) && !saysTheHour.test(text)))) return null;
  return [from.slice(0, 16)];
}

/** The beginning of each reading, `2016-11-07T00:00`; null where it is none of ours. */
function recognizers({ results, not_supported: refused, ref, text }) {
  if (elsewhere.test(text) || notOurs.test(text) || refused || results?.length !== 1 || !kinds.includes(results[0].type)) return null;
  const values = results[0].values ?? [];
  const starts = values.map((value) => value.value ?? value.start).filter((start) => start && start !== "not resolved");
  if (!starts.length || starts.length !== values.length) return null;
  if (/^XXXX-WXX|^P|SP|SU|FA|WI/.test(values[0].timex ?? "") || /[WQH]\d?$/.test(values[0].timex ?? "")) return null;
  if (values.some(({ timex }) => /T(DT|MO|MI|AF|EV|NI)/.test(timex ?? "")) && ofConvention.test(text) && !saysTheHour.test(text)) return null;
  return starts.map((start) => {
    if (/^\d\d:/.test(start)) return `${ref.slice(0, 10)}T${start.slice(0, 5)}`;
    return start.length === 10 ? `${start}T00:00` : start.replace(" ", "T").slice(0, 16);
  });
}

const start = ({ value }) => (value.start.length === 10 ? `${value.start}T00:00` : value.start.slice(0, 16));

export function run() {
  heading("Dates in words (dates_gold.jsonl), the rows whose value we model");
  const all = rows("dates_gold.jsonl").filter((row) => row.ref)
    .map((row) => ({ row, wanted: row.id.startsWith("duck") ? duckling(row) : recognizers(row) }));
  const modelled = all.filter(({ wanted }) => wanted);
  const answers = ask(modelled.map(({ row }) => ({
    op: "triage.dates",
    params: { text: row.text, lang: row.lang, now: `${row.ref.slice(0, 16)}:00`, timeZone: row.lang === "en" ? "America/New_York" : "Europe/Paris" },
  })));
  const judged = modelled.map((one, i) => ({ ...one, answer: answers[i], right: answers[i].mentions.some((mention) => one.wanted.includes(start(mention))) }));
  for (const set of ["duck-fr", "duck-en", "msr-fr", "msr-en"]) {
    const own = judged.filter(({ row }) => row.id.startsWith(set));
    if (own.length) figure(`${set}: ${own.length} of ${all.filter(({ row }) => row.id.startsWith(set)).length} rows`, own.filter(({ right }) => right).length / own.length, { least: 0.9 });
  }
  figure(`all: ${judged.length} of ${all.length} rows`, judged.filter(({ right }) => right).length / judged.length, { least: 0.9 });
  const most = Number(process.env.ERRORS ?? 0);
  for (const { row, wanted, answer } of judged.filter(({ right }) => !right).slice(0, most))
    console.log(`  ${row.id} "${row.text}" wanted ${wanted.join(" or ")}, got ${answer.mentions.map(start).join(", ") || "nothing"}`);
}
