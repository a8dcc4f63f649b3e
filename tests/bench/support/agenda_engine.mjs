// One engine on one week, in a process of its own, so that a slow one can be ended and nothing is shared:
//     node agenda_engine.mjs ENGINE WEEK.json SECONDS [WARM-UP.json]
// prints {status, cost, bound?, built, seconds, chosen | solution, …}. All are CPU seconds of this process, its compiler's
// and collector's threads included. `built`: from the problem, an object, to the engine's own model: for the peers the
// set packing (agenda_packing.mjs) in the form that each takes, for Relais its reading of the problem up to the first
// answer. `seconds`: from there to the proof. Nobody's clock counts the loading of the engine, nor what Relais says
// beyond the answer, its reasons (`answered`: with those).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { packing } from './agenda_packing.mjs';

const [engine, file, limit, warmUp] = process.argv.slice(2);
let text = readFileSync(warmUp ?? file, 'utf8');
const seconds = Number(limit);

/** An engine as it was loaded the first time. */
const started = new Map();
const once = (name, start) => started.get(name) ?? started.set(name, start()).get(name);

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** Of each group the column that a solver set to one. */
const chosenBy = ({ groups }, valueOf) => groups.map((group) => group.find((column) => valueOf(column) > 0.5));

const engines = {
  async relais() {
    const { load } = await import('../../../build/npm/index.node.js');
    const relais = await once('relais', () => load({ now: () => '2026-03-01T00:00:00Z' }));
    const problem = JSON.parse(text);
    const begun = cpu();
    const work = relais.agenda.solve.start({ ...problem, effort: 1e12 });
    let memory = relais.memoryInUse();
    const first = cpu() - begun;
    const trail = [[first, work.progress().cost]];
    let spent = null;
    for (let more = true; more && cpu() - begun < seconds; ) {
      more = work.advance(1000);
      const { cost, gap } = work.progress();
      memory = Math.max(memory, relais.memoryInUse());
      if (cost < trail.at(-1)[1]) trail.push([cpu() - begun, cost]);
      if (gap === 0) spent ??= cpu() - begun - first;
    }
    spent ??= cpu() - begun - first;
    work.stop('clock');
    const solution = work.answer();
    const { status, cost, bound } = solution;
    return { status, cost, bound, built: first, seconds: spent, trail, memory, answered: cpu() - begun, solution };
  },

  async highs() {
    const { default: start } = await import('highs');
    const highs = await once('highs', start);
    const asked = JSON.parse(text);
    const askedAt = cpu();
    const model = packing(asked);
    // Its reader of LP files takes no long lines.
    const sum = (row) => row.map((column) => `x${column}`).join('\n + ');
    const lines = [
      'Minimize', ` obj: ${model.columns.map(({ cost }, i) => `${cost} x${i}`).join('\n + ')}`, 'Subject To',
      ...model.groups.map((group, i) => ` g${i}: ${sum(group)} = 1`), ...model.rows.map((row, i) => ` r${i}: ${sum(row)} <= 1`),
      'Binaries', ` ${model.columns.map((_, i) => `x${i}`).join('\n ')}`, 'End', '',
    ].join('\n');
    const begun = cpu();
    const built = begun - askedAt;
    const { Status, Columns, ObjectiveValue } = highs.solve(lines, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    const spent = cpu() - begun;
    return { status: Status === 'Optimal' ? 'optimal' : 'feasible', cost: Math.round(ObjectiveValue), built, seconds: spent,
      chosen: chosenBy(model, (column) => Columns[`x${column}`].Primal) };
  },

  async 'cp-sat'() {
    const cpSat = createRequire(new URL('../../../build/bench/package.json', import.meta.url)).resolve('or-tools-wasm/cp-sat');
    const { CpModel, CpSolver, LinearExpr } = await import(cpSat);
    const asked = JSON.parse(text);
    const askedAt = cpu();
    const model = packing(asked);
    const cp = new CpModel();
    const x = model.columns.map((_, i) => cp.newBoolVar(`x${i}`));
    for (const group of model.groups) cp.addExactlyOne(group.map((column) => x[column]));
    for (const row of model.rows) cp.addAtMostOne(row.map((column) => x[column]));
    cp.minimize(LinearExpr.weightedSum(x, model.columns.map(({ cost }) => cost)));
    const solver = new CpSolver();
    const begun = cpu();
    const built = begun - askedAt;
    const status = solver.statusName(await solver.solve(cp, { numSearchWorkers: 1, maxTimeInSeconds: seconds }));
    const spent = cpu() - begun;
    if (status !== 'OPTIMAL' && status !== 'FEASIBLE') return { status: 'none', built, seconds: spent };
    return { status: status.toLowerCase(), cost: Math.round(solver.objectiveValue()), bound: Math.ceil(solver.bestObjectiveBound() - 1e-6),
      built, seconds: spent, chosen: chosenBy(model, (column) => solver.value(x[column])) };
  },

  async glpk() {
    const { default: start } = await import('glpk.js/node');
    const glpk = await once('glpk', start);
    const asked = JSON.parse(text);
    const askedAt = cpu();
    const model = packing(asked);
    const row = (name, columns, bnds) => ({ name, vars: columns.map((column) => ({ name: `x${column}`, coef: 1 })), bnds });
    const problem = {
      name: 'week',
      objective: { direction: glpk.GLP_MIN, name: 'cost', vars: model.columns.map(({ cost }, i) => ({ name: `x${i}`, coef: cost })) },
      subjectTo: [
        ...model.groups.map((group, i) => row(`g${i}`, group, { type: glpk.GLP_FX, ub: 1, lb: 1 })),
        ...model.rows.map((one, i) => row(`r${i}`, one, { type: glpk.GLP_UP, ub: 1, lb: 0 })),
      ],
      binaries: model.columns.map((_, i) => `x${i}`),
    };
    const begun = cpu();
    const built = begun - askedAt;
    const { result } = await glpk.solve(problem, { msglev: glpk.GLP_MSG_OFF, presol: true, tmlim: seconds });
    const spent = cpu() - begun;
    const status = result.status === glpk.GLP_OPT ? 'optimal' : result.status === glpk.GLP_FEAS ? 'feasible' : 'none';
    if (status === 'none') return { status, built, seconds: spent };
    return { status: spent < seconds ? status : 'feasible', cost: Math.round(result.z), built, seconds: spent, chosen: chosenBy(model, (column) => result.vars[`x${column}`]) };
  },

  async yalps() {
    const { solve } = await import('yalps');
    const asked = JSON.parse(text);
    const askedAt = cpu();
    const model = packing(asked);
    const variables = new Map(model.columns.map(({ cost }, i) => [`x${i}`, new Map([['cost', cost]])]));
    const constraints = new Map();
    const add = (name, columns, bound) => {
      constraints.set(name, bound);
      for (const column of columns) variables.get(`x${column}`).set(name, 1);
    };
    model.groups.forEach((group, i) => add(`g${i}`, group, { equal: 1 }));
    model.rows.forEach((row, i) => add(`r${i}`, row, { max: 1 }));
    const begun = cpu();
    const built = begun - askedAt;
    const answer = solve({ direction: 'minimize', objective: 'cost', constraints, variables, binaries: true },
      { timeout: seconds * 1000, maxIterations: Infinity, tolerance: 0 });
    const spent = cpu() - begun;
    const ones = new Set(answer.variables.filter(([, value]) => value > 0.5).map(([name]) => name));
    if (ones.size < model.groups.length) return { status: 'none', built, seconds: spent };
    return { status: answer.status === 'optimal' ? 'optimal' : 'feasible', cost: Math.round(answer.result), built, seconds: spent,
      chosen: chosenBy(model, (column) => (ones.has(`x${column}`) ? 1 : 0)) };
  },
};

// Whoever keeps an engine at hand pays for its compilation once, so another week comes first for all alike: solved until
// a second is spent, once at least; then the compilers in the background may finish.
if (warmUp) {
  const warm = cpu() + 1;
  do await engines[engine](); while (cpu() < warm);
  await new Promise((done) => setTimeout(done, 300));
  text = readFileSync(file, 'utf8');
}
const answer = await engines[engine]();
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
