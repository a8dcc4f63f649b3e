// Compiled, never run: what the types must accept, and what they must refuse.
import { load, RelaisError, type Relais, type Work } from 'relais';
import { connect, type RelaisClient } from 'relais/worker';

const relais: Relais = await load();
const { deadline } = relais.triage.dates({ text: 'avant vendredi', now: '2026-11-24T10:00:00', timeZone: 'Europe/Paris' });
const text: string | null | undefined = deadline;

// @ts-expect-error: a text is a string
relais.triage.dates({ text: 7, now: '2026-11-24T10:00:00', timeZone: 'Europe/Paris' });
// @ts-expect-error: `timeZone` is missing
relais.triage.dates({ text: '', now: '2026-11-24T10:00:00' });
// @ts-expect-error: there is no such member
relais.triage.dates({ text: '', now: '2026-11-24T10:00:00', timeZone: 'UTC', zone: 'UTC' });
// @ts-expect-error: there is no such operation
relais.triage.guess({});
// @ts-expect-error: only searches can be watched
relais.triage.dates({ text: '', now: '', timeZone: '' }, { seconds: 1 });

declare const problem: Parameters<Relais['agenda']['solve']>[0];
const solution = relais.agenda.solve(problem, { seconds: 1, effort: 1000, onProgress: ({ cost }) => cost?.toFixed() });
const status: 'optimal' | 'feasible' | 'infeasible' = solution.status;
const cost: number = solution.cost;
// @ts-expect-error: this thread cannot be interrupted
relais.agenda.solve(problem, { signal: AbortSignal.timeout(1) });

const work: Work<typeof solution> = relais.agenda.solve.start(problem);
const more: boolean = work.advance(1000);
work.stop('clock');
work.dispose();

const remote: RelaisClient = await connect({ now: () => '2026-11-24T10:00:00Z' });
const promised: Promise<typeof solution> = remote.agenda.solve(problem, { signal: AbortSignal.timeout(1), seconds: 1 });
// @ts-expect-error: an answer from the worker is a promise
const early: typeof solution = remote.agenda.solve(problem);
remote.close();

try {
  await promised;
} catch (error) {
  if (error instanceof RelaisError) error.code.startsWith(error.path);
}

export { text, status, cost, more, early };
