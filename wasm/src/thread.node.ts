import { parentPort } from 'node:worker_threads';
import { setImmediate } from 'node:timers/promises';
import { serve } from './server.js';
import { beside, compile } from './wasm.node.js';

if (!parentPort) throw new Error('This file is the thread of relais/worker: import that instead.');
const client = parentPort;

serve({
  line: {
    send: (message) => client.postMessage(message),
    receive: (take) => client.on('message', take),
  },
  beside,
  compile,
  pause: () => setImmediate(),
});
