/** Accuracy, macro-F1 and the like, over pairs {said, truth}. */
import { mulberry } from "./random.mjs";

const share = (part, whole) => (whole ? part / whole : 0);

export const accuracy = (pairs) => share(pairs.filter(({ said, truth }) => said === truth).length, pairs.length);

/** The mean F1 of the classes that have at least `least` rows. */
export function macroF1(pairs, least = 5) {
  const classes = [...new Set(pairs.map(({ truth }) => truth))].filter(
    (name) => pairs.filter(({ truth }) => truth === name).length >= least,
  );
  const scores = classes.map((name) => {
    const { precision, recall } = detection(pairs, (label) => label === name);
    return share(2 * precision * recall, precision + recall);
  });
  return share(scores.reduce((sum, one) => sum + one, 0), scores.length);
}

/** Precision and recall of a yes-or-no question about labels. */
export function detection(pairs, is) {
  const hits = pairs.filter(({ said, truth }) => is(said) && is(truth)).length;
  return {
    precision: share(hits, pairs.filter(({ said }) => is(said)).length),
    recall: share(hits, pairs.filter(({ truth }) => is(truth)).length),
  };
}

/** Expected calibration error over ten bins of equal width; `sure` is the probability of what was said, 0 to 1. */
export function calibrationError(pairs) {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, sure: 0, right: 0 }));
  for (const { said, truth, sure } of pairs) {
    const bin = bins[Math.min(9, Math.floor(sure * 10))];
    bin.n += 1;
    bin.sure += sure;
    bin.right += said === truth;
  }
  return share(bins.reduce((sum, bin) => sum + Math.abs(bin.sure - bin.right), 0), pairs.length);
}

/** What is said most in the training rows, for every row. */
export function majority(training, rows) {
  const counts = new Map();
  for (const { label } of training) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return rows.map(() => best);
}

/** Rows dealt into folds, the same way each time; every row is judged by a model that has not seen its fold. */
export function crossValidated(rows, folds, train) {
  const said = new Array(rows.length);
  for (let fold = 0; fold < folds; ++fold) {
    const here = rows.map((row, i) => ({ row, i })).filter(({ i }) => i % folds === fold);
    const predict = train(rows.filter((_, i) => i % folds !== fold));
    for (const { row, i } of here) said[i] = predict(row);
  }
  return said;
}

export function shuffled(rows, seed) {
  const next = mulberry(seed), out = [...rows];
  for (let i = out.length - 1; i > 0; --i) {
    const j = Math.floor((next() / 2 ** 32) * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
