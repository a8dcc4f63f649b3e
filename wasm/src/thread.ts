import type { Request } from './protocol.js';
import { serve } from './server.js';
import { beside, compile } from './wasm.js';

// A message to itself gives way without the 4 ms that browsers make nested timers wait.
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

serve({
  line: {
    send: (message) => postMessage(message),
    receive: (take) => addEventListener('message', ({ data }: MessageEvent<Request>) => take(data)),
  },
  beside,
  compile,
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    }),
});
