// Compiled, never run: what the types must accept, and what they must refuse.
import { load, RelaisError, type Relais, type Work } from 'relais';
import { connect, type RelaisClient } from 'relais/worker';

const relais: Relais = await load();
const hours = { mo: [['09:00', '12:00']] as [string, string][] };
const span = { from: '2026-03-09T10:00:00Z', to: '2026-03-09T16:00:00Z' };
const { seconds } = relais.report.businessTime({ hours, timeZone: 'Europe/Paris', holidays: 'FR', ...span });
const whole: number = seconds;

// @ts-expect-error: a zone is a string
relais.report.businessTime({ hours, timeZone: 7, ...span });
// @ts-expect-error: `timeZone` is missing
relais.report.businessTime({ hours, ...span });
// @ts-expect-error: there is no such member
relais.report.businessTime({ hours, timeZone: 'UTC', zone: 'UTC', ...span });
// @ts-expect-error: there is no such operation
relais.triage.guess({});
// @ts-expect-error: only searches can be watched
relais.report.businessTime({ hours, timeZone: 'UTC', ...span }, { seconds: 1 });

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

const desk = new relais.Desk({ policy: { clients: [] } });
const { order } = desk.triage.rank({ now: '2026-11-24T10:00:00Z' });
const first: string | undefined = desk.triage.rank().order[0]?.id ?? order[0]?.id;
// @ts-expect-error: the desk holds its journal
desk.journal.state({ entries: [] });
// @ts-expect-error: a handover needs its reader
desk.handover.compose();
// @ts-expect-error: nothing of a desk is in it
desk.calendar.import({ format: 'ics', text: '' });
desk.dispose();

const remote: RelaisClient = await connect({ now: () => '2026-11-24T10:00:00Z' });
const promised: Promise<typeof solution> = remote.agenda.solve(problem, { signal: AbortSignal.timeout(1), seconds: 1 });
// @ts-expect-error: an answer from the worker is a promise
const early: typeof solution = remote.agenda.solve(problem);
const there = await remote.openDesk();
const promisedOrder: Promise<{ order: unknown[] }> = there.triage.rank();
there.dispose();
remote.close();

try {
  await promised;
} catch (error) {
  if (error instanceof RelaisError) error.code.startsWith(error.path);
}

export { whole, first, promisedOrder, status, cost, more, early };
