/** Learning from corrections alone, prequential: each row is judged before it is taught, over five seeded orders. */
import { ask } from "./native.mjs";
import { figure, heading, two } from "./report.mjs";
import { shuffled } from "./scores.mjs";
import { rows } from "./triage_data.mjs";

const step = 50;

/** The rows right among each `step`, taught with all before them; `teach(row)` is a correction, `right(item, row)`. */
function curve(order, { teach, right, base }) {
  const models = [];
  let model = { version: 3, base };
  for (let at = 0; at < order.length; at += step) {
    models.push(model);
    const corrections = order.slice(0, at + step).map(teach);
    ({ model } = ask([{ op: "triage.learn", params: { model: { version: 3, base }, corrections } }])[0]);
  }
  const results = ask(models.map((one, i) => ({ op: "triage.rank", params: { model: one, requests: order.slice(i * step, (i + 1) * step).map((row) => row.request) } })));
  return results.map(({ items }, i) => items.filter((item, k) => right(item, order[i * step + k])).length / items.length);
}

const mean = (curves, at) => curves.reduce((sum, one) => sum + one[at], 0) / curves.length;
const line = (name, curves) => console.log(`  ${name.padEnd(38)} ${curves[0].map((_, i) => two(mean(curves, i))).join(" ")}`);

function spam() {
  const all = rows("sms_spam.jsonl").map((row) => ({
    label: row.queue,
    request: { id: row.id, lang: row.lang, channel: "sms", receivedAt: "2026-03-10T10:00:00", timeZone: "Europe/Paris", from: {}, body: row.body },
  }));
  const curves = [1, 2, 3, 4, 5].map((seed) => curve(shuffled(all, seed).slice(0, 600), {
    base: false, teach: ({ request, label }) => ({ request, category: label }), right: (item, row) => item.category === row.label,
  }));
  line("spam, both languages, from nothing", curves);
  const after = [8, 9, 10, 11].reduce((sum, at) => sum + mean(curves, at), 0) / 4;
  figure("spam: right after 400 corrections", after, { least: 0.97 });
}

function desk() {
  const all = ["fr", "en"].flatMap((lang) => rows(`desk.${lang}.jsonl`)).filter(({ labels }) => labels.category && labels.action);
  const curves = (base, field) => [1, 2, 3, 4, 5].map((seed) => curve(shuffled(all, seed), {
    base, teach: ({ request, labels }) => ({ request, category: labels.category, action: labels.action }), right: (item, row) => item[field] === row.labels[field],
  }));
  for (const field of ["category", "action"]) {
    const without = curves(false, field), withBase = curves(true, field);
    line(`${field}, rules and corrections`, without);
    line(`${field}, base model and corrections`, withBase);
    const ahead = without[0].map((_, i) => mean(withBase, i) - mean(without, i));
    figure(`${field}: the base ahead, at its least`, Math.min(...ahead), { least: 0 });
  }
}

export function run() {
  heading(`Learning from corrections, the share right in each ${step}`);
  desk();
  spam();
}
