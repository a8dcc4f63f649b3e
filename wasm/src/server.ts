import { Core, toModule, type Compile } from './core.js';
import { HeldDesk } from './desk.js';
import { RelaisError, cancelledError, internalError } from './error.js';
import type { Line, Reply, Request } from './protocol.js';
import { inSlices } from './slices.js';
import type { WasmSource } from './source.js';
import { Work } from './work.js';

type Call = Extract<Request, { type: 'call' }>;
type Open = Extract<Request, { type: 'open' }>;

/** What differs between runtimes. */
export interface Surroundings {
  line: Line<Reply, Request>;
  /** The module beside this package. */
  beside: () => URL;
  compile: Compile;
  /** Gives way to what waits for this thread, such as a message that stops the work. */
  pause: () => Promise<void>;
}

/** Serves the operations table over a line: answers at once what can be answered at once, and searches in slices. */
export function serve({ line, beside, compile, pause }: Surroundings): void {
  let module: WebAssembly.Module;
  let core: Core;
  const searches = new Map<number, Work>();
  const desks = new Map<number, HeldDesk>();

  async function load(wasm: WasmSource | string | undefined): Promise<void> {
    try {
      // A URL does not survive structured cloning; its text does.
      module = await toModule(wasm === undefined ? beside() : typeof wasm === 'string' ? new URL(wasm) : wasm, compile);
      core = await Core.create(module);
      line.send({ type: 'loaded', operations: core.table, version: core.version });
    } catch (error) {
      line.send({ type: 'failed', error });
    }
  }

  async function answer(call: Call | Open): Promise<string> {
    if (core.broken) core = await Core.create(module);
    if (call.type === 'open') {
      desks.set(call.id, new HeldDesk(core, call.params));
      return JSON.stringify({ result: call.id });
    }
    if (call.desk !== undefined) return askDesk(call.desk, call);
    const hasWork = core.table.some(({ name, hasWork }) => hasWork && name === call.name);
    return hasWork ? search(call) : core.runPacked(call.name, call.params);
  }

  /** A desk that was dropped, or went down with its instance, answers nothing any more. */
  function askDesk(desk: number, { name, params }: Call): string {
    const held = desks.get(desk);
    if (!held) throw cancelledError();
    return held.answerText(name, params);
  }

  async function search({ id, name, params, seconds, watched }: Call): Promise<string> {
    const work = new Work(core, name, params);
    searches.set(id, work);
    try {
      const report = watched && ((progress: object) => send(id, progress));
      for (const _ of inSlices(work, seconds, report || undefined)) {
        await pause();
        if (!searches.has(id)) break;
      }
      return work.answerText();
    } finally {
      searches.delete(id);
      work.dispose();
    }
  }

  const send = (id: number, progress: object) => line.send({ type: 'progress', id, progress: JSON.stringify(progress) });

  async function call(request: Call | Open): Promise<void> {
    const { id } = request;
    try {
      line.send({ type: 'answer', id, answer: await answer(request) });
    } catch (error) {
      const known = error instanceof RelaisError ? error : internalError(error);
      line.send({ type: 'fault', id, error: known.toJSON() });
    }
  }

  line.receive((request) => {
    if (request.type === 'load') void load(request.wasm);
    if (request.type === 'call' || request.type === 'open') void call(request);
    if (request.type === 'drop') {
      desks.get(request.desk)?.dispose();
      desks.delete(request.desk);
    }
    if (request.type === 'stop') {
      searches.get(request.id)?.stop(request.stopped);
      searches.delete(request.id);
    }
  });
  line.send({ type: 'ready' });
}
