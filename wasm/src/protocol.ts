import type { ErrorData } from './error.js';
import type { OperationInfo } from './table.js';
import type { Stopped } from './work.js';
import type { WasmSource } from './source.js';

/** What the client says to the worker. The worker speaks first. */
export type Request =
  | { type: 'load'; wasm: WasmSource | string | undefined }
  | { type: 'call'; id: number; name: string; params: string; desk?: number; seconds?: number; watched?: boolean }
  | { type: 'open'; id: number; params: string }
  | { type: 'drop'; desk: number }
  | { type: 'stop'; id: number; stopped: Stopped };

/** What the worker says to the client. Parameters, progress and answers travel as text, as the core has them. */
export type Reply =
  | { type: 'ready' }
  | { type: 'loaded'; operations: readonly OperationInfo[]; version: string }
  | { type: 'failed'; error: unknown }
  | { type: 'progress'; id: number; progress: string }
  | { type: 'answer'; id: number; answer: string }
  | { type: 'fault'; id: number; error: ErrorData };

/** One end of the line between client and worker. */
export interface Line<Out, In> {
  send(message: Out): void;
  receive(take: (message: In) => void): void;
}
