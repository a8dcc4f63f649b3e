import { Worker } from 'node:worker_threads';
import { connectOver, type ConnectOptions, type WorkerLine } from './client.js';
import type { RelaisClient } from './operations.js';

/** The operations as asynchronous functions, in a thread of their own: `const relais = await connect()`. */
export async function connect(options: ConnectOptions = {}): Promise<RelaisClient> {
  // Flags of the process, such as `--input-type`, need not suit a file.
  const worker = new Worker(new URL('./thread.node.js', import.meta.url), { name: 'relais', execArgv: [] });
  return connectOver(lineTo(worker), options);
}

function lineTo(worker: Worker): WorkerLine {
  return {
    send: (message) => worker.postMessage(message),
    receive: (take) => worker.on('message', take),
    fail: (take) => {
      worker.on('error', take);
      worker.on('exit', () => take(new Error('The worker ended.')));
    },
    hold: (busy) => (busy ? worker.ref() : worker.unref()),
    close: () => void worker.terminate(),
  };
}

export * from './exports.js';
export type { CallOptions, ConnectOptions, SearchCallOptions } from './client.js';
export type * from './operations.js';
