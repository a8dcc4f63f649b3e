export { RelaisError, type ErrorData } from './error.js';
export type { WasmSource } from './core.js';
export type { OperationInfo } from './table.js';
export type { Progress, Stopped } from './work.js';
