export { RelaisError, type ErrorData } from './error.js';
export type { Held } from './held.js';
export type { CompiledModule, WasmSource } from './source.js';
export type { OperationInfo } from './table.js';
export type { Progress, Stopped } from './work.js';
