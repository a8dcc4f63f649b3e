// Engines side by side at the same work: round after round, each in turn, in CPU time, so that what else this machine
// does meets all of them.

/** Seconds of CPU time that `run` takes, its garbage collection included. */
function cpu(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** `{name: median seconds}` of `{name: run}`, after one round that nobody counts. */
export function interleave(engines, rounds) {
  const seconds = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (let round = 0; round <= rounds; ++round) {
    for (const [name, run] of Object.entries(engines)) {
      const took = cpu(run);
      if (round > 0) seconds[name].push(took);
    }
  }
  return Object.fromEntries(Object.entries(seconds).map(([name, list]) => [name, median(list)]));
}

/** A row of a table: `what  figure  ratio  goal`. */
export function report(what, figure, ratio, goal) {
  const verdict = goal === undefined ? '' : `goal ${goal} ×  ${ratio >= goal ? 'met' : 'MISSED'}`;
  console.log(`${what.padEnd(46)} ${figure.padStart(20)} ${ratio === undefined ? '' : `${ratio.toFixed(1)} ×`.padStart(9)}  ${verdict}`);
}
