import { RelaisError, cancelledError } from './error.js';
import type { Held, RemoteDesk } from './held.js';
import type { RelaisClient } from './operations.js';
import type { Line, Reply, Request } from './protocol.js';
import type { WasmSource } from './source.js';
import { clock, complete, group, type OperationInfo } from './table.js';
import { readAnswer, writeParams } from './text.js';
import type { Progress } from './work.js';

export interface ConnectOptions {
  /** The module, where it is not beside this package. It is copied to the worker, never taken away. */
  wasm?: WasmSource;
  /** The clock that fills `now`: an instant such as `2026-03-09T07:00:00Z`. */
  now?: () => string;
}

export interface CallOptions {
  /** Aborting rejects the call with the signal's reason, and ends the work. */
  signal?: AbortSignal;
}

export interface SearchCallOptions extends CallOptions {
  /** Ends the search after so much time. */
  seconds?: number;
  /** Ends the search after so many units: the same on every machine. */
  effort?: number;
  /** Called every 50 ms or so, and once at the end. */
  onProgress?: (progress: Progress) => void;
  /** Aborting ends the search where it stands; the call answers the best found so far, `stopped: "cancelled"`. */
  enough?: AbortSignal;
}

/**
 * A worker, as the client needs it.
 * @internal
 */
export interface WorkerLine extends Line<Request, Reply> {
  /** The worker died, or could not start. */
  fail(take: (error: unknown) => void): void;
  /** Whether calls are open: only they keep a process alive. */
  hold(busy: boolean): void;
  close(): void;
}

interface Open {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** A request that is answered, before it has a number. */
type Asking = { type: 'call'; name: string; params: string; desk?: number } | { type: 'open'; params: string };

/** The calls that wait for the worker. */
class Calls {
  #line: WorkerLine;
  #open = new Map<number, Open>();
  #last = 0;
  #closed: { error: unknown } | undefined;

  constructor(line: WorkerLine) {
    this.#line = line;
  }

  make(request: Asking, options: SearchCallOptions = {}): Promise<unknown> {
    const { signal, enough, seconds, onProgress } = options;
    if (this.#closed) return Promise.reject(this.#closed.error);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = ++this.#last;
    const stop = () => this.#line.send({ type: 'stop', id, stopped: 'cancelled' });
    const abort = () => {
      stop();
      this.#settle(id)?.reject(signal?.reason);
    };
    return new Promise((resolve, reject) => {
      this.#open.set(id, { resolve, reject, onProgress });
      this.#line.hold(true);
      this.#line.send({
        ...request, id,
        ...(seconds !== undefined && { seconds }),
        ...(onProgress && { watched: true }),
      });
      if (enough?.aborted) stop();
      enough?.addEventListener('abort', stop);
      signal?.addEventListener('abort', abort);
    }).finally(() => {
      enough?.removeEventListener('abort', stop);
      signal?.removeEventListener('abort', abort);
    });
  }

  take(reply: Reply): void {
    if (reply.type === 'progress') this.#open.get(reply.id)?.onProgress?.(JSON.parse(reply.progress) as Progress);
    if (reply.type === 'fault') this.#settle(reply.id)?.reject(new RelaisError(reply.error));
    if (reply.type === 'answer') {
      const call = this.#settle(reply.id);
      try {
        call?.resolve(readAnswer(reply.answer));
      } catch (error) {
        call?.reject(error);
      }
    }
  }

  /** Frees a desk in the worker. */
  drop(desk: number): void {
    if (!this.#closed) this.#line.send({ type: 'drop', desk });
  }

  /** Nothing is answered any more. */
  end(error: unknown): void {
    if (this.#closed) return;
    this.#closed = { error };
    for (const id of [...this.#open.keys()]) this.#settle(id)?.reject(error);
    this.#line.close();
  }

  #settle(id: number): Open | undefined {
    const call = this.#open.get(id);
    this.#open.delete(id);
    if (this.#open.size === 0) this.#line.hold(false);
    return call;
  }
}

/**
 * Starts a conversation with a worker that has just been made.
 * @internal
 */
export function connectOver(line: WorkerLine, { wasm, now = clock }: ConnectOptions): Promise<RelaisClient> {
  const calls = new Calls(line);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      reject(error);
      calls.end(cancelledError(error));
    };
    line.fail(fail);
    line.receive((reply) => {
      if (reply.type === 'ready') line.send({ type: 'load', wasm: wasm instanceof URL ? wasm.href : wasm });
      else if (reply.type === 'failed') fail(reply.error);
      else if (reply.type === 'loaded') {
        line.hold(false);
        resolve(assemble(calls, reply.operations, reply.version, now));
      } else calls.take(reply);
    });
  });
}

function assemble(
  calls: Calls,
  operations: readonly OperationInfo[],
  version: string,
  now: () => string,
): RelaisClient {
  const rooms = group(operations, (info) => async (params: unknown, options: SearchCallOptions = {}) => {
    const text = writeParams(complete(info, params, now, options.effort));
    return calls.make({ type: 'call', name: info.name, params: text }, options);
  });
  const openDesk = async (held: Held = {}) => {
    const desk = await calls.make({ type: 'open', params: writeParams(held) }) as number;
    return remoteDesk(calls, operations, desk, now);
  };
  const close = () => calls.end(cancelledError());
  return Object.assign(rooms, {
    version,
    operations,
    openDesk,
    close,
    [Symbol.dispose]: close,
    [Symbol.asyncDispose]: async () => close(),
  }) as unknown as RelaisClient;
}

function remoteDesk(calls: Calls, operations: readonly OperationInfo[], desk: number, now: () => string): RemoteDesk {
  const table = operations.filter(({ ofDesk }) => ofDesk);
  const rooms = group(table, (info) => async (params: unknown = {}, options: CallOptions = {}) =>
    calls.make({ type: 'call', name: info.name, params: writeParams(complete(info, params, now)), desk }, options));
  const dispose = () => calls.drop(desk);
  return Object.assign(rooms, { dispose, [Symbol.dispose]: dispose }) as unknown as RemoteDesk;
}
