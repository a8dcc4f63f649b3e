import { makeLoad } from './load.js';
import { beside, compile } from './wasm.js';

/** The operations as functions, on this thread: `const relais = await load()`. */
export const load = makeLoad(beside, compile);

export * from './exports.js';
export { Work } from './work.js';
export type { HeldDesk } from './desk.js';
export type { LoadOptions, SearchOptions } from './load.js';
export type * from './operations.js';
