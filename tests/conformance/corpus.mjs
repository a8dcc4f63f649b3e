// What the corpus runners share: where the corpus is, and asking the command `relais`.
//
// The corpus is development data that lies beside the repository (`../shared/corpus`) and not in it; RELAIS_CORPUS names
// another place, RELAIS_COMMAND another command than build/release/relais. A runner without its corpus is skipped:
//
//     test('…', { skip: corpusMissing('report') }, async () => {
//       const answers = await ask(cases.map(({ params }) => ({ op: 'report.businessTime', params })));
//     });
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const command = process.env.RELAIS_COMMAND ?? join(root, 'build/release/relais');

/** The repository itself, also when this is one of its worktrees. */
function repository() {
  try {
    const common = execFileSync('git', ['rev-parse', '--git-common-dir'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    return dirname(resolve(root, common.trim()));
  } catch {
    return root;
  }
}

const places = [process.env.RELAIS_CORPUS, ...[root, repository()].map((place) => join(place, '../shared/corpus'))];
const corpus = places.find((place) => place && existsSync(place));

/** Why a runner over this folder of the corpus cannot run; false if it can. */
export function corpusMissing(folder) {
  if (!corpus) return 'no corpus: it lies beside the repository as ../shared/corpus, or where RELAIS_CORPUS says';
  if (!existsSync(join(corpus, folder))) return `the corpus has no folder ${folder}`;
  return existsSync(command) ? false : `no ${command}: build it by cmake --workflow --preset release`;
}

export const corpusPath = (...path) => join(corpus, ...path);
export const readCorpus = (...path) => readFileSync(corpusPath(...path), 'utf8');
export const readLines = (...path) => readCorpus(...path).split('\n').filter((line) => line.trim() !== '');
export const readJsonLines = (...path) => readLines(...path).map((line) => JSON.parse(line));

/** Plain comma-separated text without quotes, a line an object. */
export function readCsv(...path) {
  const [head, ...lines] = readLines(...path).map((line) => line.trim().split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i]])));
}

/** The answers, `{result}` or `{error}`, to a list of `{op, params}`, from one `relais batch`. */
export async function ask(requests) {
  const child = spawn(command, ['batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((done, fail) => child.on('error', fail).on('close', done));
  child.stdin.on('error', () => {});
  child.stdin.end(requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join(''));
  const code = await ended;
  const answers = Buffer.concat(chunks).toString().split('\n').filter(Boolean).map((line) => JSON.parse(line));
  if (code !== 0 || answers.length !== requests.length || answers.some(({ id }, i) => id !== i)) {
    throw new Error(`relais batch ended with ${code} after ${answers.length} of ${requests.length} answers`);
  }
  return answers;
}

/** Every result, or an error that names the first request that was refused. */
export async function results(requests) {
  return (await ask(requests)).map(({ result, error }, i) => {
    if (error) throw new Error(`${requests[i].op} refused ${JSON.stringify(requests[i].params)}: ${error.message}`);
    return result;
  });
}
