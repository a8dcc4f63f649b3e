/** Multinomial naive Bayes over words, Laplace-smoothed: the plain baseline. Rows are {text, label}. */

export const words = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

export function trainNaiveBayes(rows) {
  const classes = new Map(), vocabulary = new Set();
  for (const { text, label } of rows) {
    if (!classes.has(label)) classes.set(label, { rows: 0, total: 0, counts: new Map() });
    const one = classes.get(label);
    one.rows += 1;
    for (const word of words(text)) {
      vocabulary.add(word);
      one.total += 1;
      one.counts.set(word, (one.counts.get(word) ?? 0) + 1);
    }
  }
  const names = [...classes.keys()].sort();
  return ({ text }) => {
    const seen = words(text).filter((word) => vocabulary.has(word));
    const score = (name) => {
      const { rows: n, total, counts } = classes.get(name);
      return seen.reduce((sum, word) => sum + Math.log(((counts.get(word) ?? 0) + 1) / (total + vocabulary.size)), Math.log(n / rows.length));
    };
    return names.map((name) => [score(name), name]).reduce((best, one) => (one[0] > best[0] ? one : best))[1];
  };
}
