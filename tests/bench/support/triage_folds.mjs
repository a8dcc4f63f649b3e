/** Sets in folds of FNV-1a32(id) % 5: fold 0 is tested on if it is there, else fold 4; the others teach. */
import { askOne } from "./native.mjs";
import { trainNaiveBayes } from "./naive_bayes.mjs";
import { fastText } from "./fasttext.mjs";
import { figure, two } from "./report.mjs";
import { accuracy, calibrationError, macroF1, majority } from "./scores.mjs";
import { rows } from "./triage_data.mjs";

function fold(id) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % 5;
}

const request = ({ id, lang, channel, body }) => ({ id, lang, channel, receivedAt: "2026-03-10T10:00:00", timeZone: "Europe/Paris", from: {}, body });

/** What a model taught by corrections of the category says: `{said, sure}` a row. */
export function taught(training, tested) {
  const { model } = askOne("triage.learn", { corrections: training.map((row) => ({ request: request(row), category: row.label })) });
  return { model, said: consult(model, tested) };
}
export function consult(model, tested) {
  return askOne("triage.rank", { requests: tested.map(request), model }).items.map((item) => {
    const learned = item.reasons.find(({ code }) => code === "learned-category");
    return { said: learned?.args.category ?? item.category, sure: (learned?.args.certainty ?? 0) / 1000 };
  });
}

export function compareOnFolds(file, { lang, least, leastF1, calibrated }) {
  const all = rows(file).filter((row) => !lang || row.lang === lang).map((row) => ({ ...row, label: row.queue, text: row.body, fold: fold(row.id) }));
  const kept = all.some((row) => row.fold === 0) ? 0 : 4;
  const training = all.filter((row) => row.fold !== kept), tested = all.filter((row) => row.fold === kept);
  const score = (said) => {
    const pairs = said.map((one, i) => ({ said: one, truth: tested[i].label }));
    return `${two(accuracy(pairs))}/${two(macroF1(pairs))}`;
  };
  const { said, model } = taught(training, tested);
  const pairs = said.map((one, i) => ({ ...one, truth: tested[i].label }));
  const naive = trainNaiveBayes(training);
  const peer = fastText(training, tested);
  const others = `majority ${score(majority(training, tested))}, naive Bayes ${score(tested.map(naive))}${peer ? `, fastText ${score(peer.said)}` : ""}`;
  console.log(`  ${training.length} rows teach, ${tested.length} of fold ${kept} are judged; ${others}`);
  figure(`${lang ?? "en"}: accuracy`, accuracy(pairs), { least });
  figure(`${lang ?? "en"}: macro-F1`, macroF1(pairs), { least: leastF1 });
  figure(`${lang ?? "en"}: calibration error`, calibrationError(pairs), calibrated && tested.length >= 500 ? { most: 0.05 } : {});
  console.log(`  the model ${Math.round(JSON.stringify(model).length / 1024)} kB as JSON${peer ? `; fastText's ${Math.round(peer.bytes / 1024)} kB` : ""}`);
}
