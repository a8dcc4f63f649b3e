// What a page does with the package: the same question on its own thread and in the worker, and a search ended early.
import { load } from 'relais';
import { connect, RelaisError } from 'relais/worker';

const params = {
  hours: { mo: [['09:00', '12:00'], ['14:00', '18:00']] }, timeZone: 'Europe/Paris', holidays: [],
  from: '2026-03-09T10:00:00Z', to: '2026-03-09T16:00:00Z',
};

// Under Trusted Types it is the page that says which scripts may become workers.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
});

async function ask() {
  const here = await load();
  const there = await connect();
  const { problem } = await (await fetch('./problem.json')).json();
  const began = performance.now();
  const { stopped } = await there.agenda.solve(problem, { effort: 1e12, enough: AbortSignal.timeout(200) });
  const aborted = await there.agenda.solve(problem, { effort: 1e12, signal: AbortSignal.timeout(200) }).catch((e) => e.name);
  const prompt = performance.now() - began < 5000;
  const error = await there.report.businessTime({}).catch((e) => e instanceof RelaisError && e.code);
  const answers = [here.report.businessTime(params), await there.report.businessTime(params)].map(({ seconds }) => seconds);
  there.close();
  return JSON.stringify({ answers, stopped, aborted, prompt, error });
}

ask().then(
  (answer) => (document.title = answer),
  (error) => (document.title = String(error.stack)),
);
