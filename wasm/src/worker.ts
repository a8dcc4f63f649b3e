import { connectOver, type ConnectOptions, type WorkerLine } from './client.js';
import type { RelaisClient } from './operations.js';
import type { Reply } from './protocol.js';

/** The operations as asynchronous functions, in a worker of their own: `const relais = await connect()`. */
export async function connect(options: ConnectOptions = {}): Promise<RelaisClient> {
  // Bundlers recognise exactly this expression.
  const worker = new Worker(new URL('./thread.js', import.meta.url), { type: 'module', name: 'relais' });
  return connectOver(lineTo(worker), options);
}

function lineTo(worker: Worker): WorkerLine {
  return {
    send: (message) => worker.postMessage(message),
    receive: (take) => worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => take(data)),
    fail: (take) =>
      worker.addEventListener('error', (event) => take(new Error(event.message || 'The worker did not start.'))),
    hold: () => {},
    close: () => worker.terminate(),
  };
}

export * from './exports.js';
export type { CallOptions, ConnectOptions, SearchCallOptions } from './client.js';
export type * from './operations.js';
