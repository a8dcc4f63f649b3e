// clang-tidy over the core and the faces' C++: each file once, and again only when it or a header of ours changed.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const build = `${root}build/dev`;
const stamps = `${root}build/tidy`;
mkdirSync(stamps, { recursive: true });

/** Object file → the files of ours that it was compiled from, as ninja knows them. */
function dependencies() {
  const text = execFileSync('ninja', ['-C', build, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const blocks = text.split('\n\n').map((block) => block.split('\n').filter((line) => line && !line.startsWith('ninja:')));
  return new Map(
    blocks.filter(([first]) => first?.includes(': #deps')).map(([first, ...files]) => [
      first.slice(0, first.indexOf(': #deps')),
      files.map((file) => resolve(build, file.trim())).filter((file) => file.startsWith(`${root}core/`)),
    ]),
  );
}

const version = execFileSync('clang-tidy', ['--version'], { encoding: 'utf8' });
const contents = new Map();
const read = (file) => contents.get(file) ?? contents.set(file, readFileSync(file, 'utf8')).get(file);

function stampOf(file, used) {
  const hash = createHash('sha256').update(version).update(read(`${root}.clang-tidy`));
  for (const part of [file, ...used].sort()) hash.update(part.slice(root.length)).update(read(part));
  return `${stamps}/${basename(file)}.${hash.digest('hex').slice(0, 24)}`;
}

const used = dependencies();
const files = JSON.parse(readFileSync(`${build}/compile_commands.json`, 'utf8'))
  .filter(({ file }) => file.startsWith(`${root}core/`))
  .map(({ file, command }) => ({ file, stamp: stampOf(file, used.get(/ -o (\S+)/.exec(command)[1]) ?? []) }));
const queue = files.filter(({ stamp }) => !existsSync(stamp));
const known = files.length - queue.length;
let failed = 0;

async function worker() {
  for (let next; (next = queue.shift()); ) {
    const { file, stamp } = next;
    const output = await new Promise((done) =>
      execFile('clang-tidy', ['-p', build, '--quiet', file], { maxBuffer: 1 << 26 }, (error, out) => done(error ? out || String(error) : null)),
    );
    if (output === null) writeFileSync(stamp, '');
    else {
      failed += 1;
      console.log(output.trim());
    }
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, worker));
console.log(`# pass ${files.length - failed}\n# fail ${failed}`);
console.log(`${known} of ${files.length} files unchanged since they last passed`);
process.exitCode = failed ? 1 : 0;
