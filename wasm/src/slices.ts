import type { Progress, Work } from './work.js';

/** Milliseconds that a slice may take before its thread is given back. */
const longest = 5;
/** Milliseconds between two reports of progress. */
const reportEvery = 50;

/**
 * Does the work, giving way after each slice. Slices aim at 3 ms, so that one which costs more than the last still
 * ends within 5. Ends early when `seconds` are over.
 */
export function* inSlices(work: Work, seconds = Infinity, report?: (progress: Progress) => void): Generator<void> {
  const begun = performance.now();
  let reported = begun;
  let units = 64;
  let stopped = false;
  for (let more = true; more; ) {
    const before = performance.now();
    more = work.advance(units);
    const now = performance.now();
    units = nextUnits(units, now - before);
    if (more && !stopped && now - begun >= seconds * 1000) {
      // What is left then is to say why; it comes in slices too.
      work.stop('clock');
      stopped = true;
    }
    if (report && (!more || now - reported >= reportEvery)) {
      reported = now;
      report(work.progress());
    }
    if (more) yield;
  }
}

function nextUnits(units: number, spent: number): number {
  if (spent < longest / 5) return units * 2;
  return Math.max(1, Math.floor((units * 0.6 * longest) / spent));
}
