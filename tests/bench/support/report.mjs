/** Lines of a report: what, how much, beside its goal. */

export const heading = (text) => console.log(`\n${text}\n${"-".repeat(text.length)}`);
export const two = (value) => (Math.round(value * 1000) / 1000).toFixed(3).replace(/^0/, "");

/** `least` and `most` are the goal; a miss is said, never thrown. */
export function figure(what, value, { least, most, text = two(value), note = "" } = {}) {
  const goal = least !== undefined ? `goal ≥ ${least}` : most !== undefined ? `goal ≤ ${most}` : "";
  const met = goal === "" ? "" : (least === undefined || value >= least - 1e-9) && (most === undefined || value <= most + 1e-9) ? "met" : "MISSED";
  console.log(`  ${what.padEnd(52)} ${text.padStart(9)}  ${goal.padEnd(14)} ${met.padEnd(7)}${note}`);
}
