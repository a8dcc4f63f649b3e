// What a page does with the package: the same question on its own thread and in the worker, and a search ended early.
import { load } from 'relais';
import { connect, RelaisError } from 'relais/worker';

const params = { text: 'avant vendredi 17h', lang: 'fr', now: '2026-11-24T10:00:00', timeZone: 'Europe/Paris' };

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
  const error = await there.triage.dates({}).catch((e) => e instanceof RelaisError && e.code);
  const answers = [here.triage.dates(params), await there.triage.dates(params)].map(({ deadline }) => deadline);
  there.close();
  return JSON.stringify({ answers, stopped, aborted, prompt, error });
}

ask().then(
  (answer) => (document.title = answer),
  (error) => (document.title = String(error.stack)),
);
