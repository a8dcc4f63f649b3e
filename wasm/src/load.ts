import { Core, toModule, type Compile } from './core.js';
import { deskOf } from './desk.js';
import type { Relais } from './operations.js';
import { inSlices } from './slices.js';
import type { WasmSource } from './source.js';
import { clock, complete, group, type OperationInfo } from './table.js';
import { readAnswer, writeParams } from './text.js';
import { Work, type Progress } from './work.js';

export interface LoadOptions {
  /** The module, where it is not beside this package: compiled (the one way on edge runtimes), raw, or its URL. */
  wasm?: WasmSource;
  /** The clock that fills `now`: an instant such as `2026-03-09T07:00:00Z`. */
  now?: () => string;
}

export interface SearchOptions {
  /** Ends the search after so much time. */
  seconds?: number;
  /** Ends the search after so many units: the same on every machine. */
  effort?: number;
  /** Called every 50 ms or so, and once at the end. */
  onProgress?: (progress: Progress) => void;
}

/**
 * Makes `load` from what differs between runtimes: how the module beside this package is found and compiled.
 * @internal
 */
export function makeLoad(beside: () => URL, compile: Compile): (options?: LoadOptions) => Promise<Relais> {
  const compiled = once(() => compile(beside()));
  return async ({ wasm, now = clock } = {}) => {
    const core = await Core.create(await (wasm === undefined ? compiled() : toModule(wasm, compile)));
    return assemble(core, now);
  };
}

/** Keeps what `make` gave, but never a failure. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function assemble(core: Core, now: () => string): Relais {
  const rooms = group(core.table, (info) => (info.hasWork ? searching(core, info, now) : calling(core, info, now)));
  const about = { version: core.version, operations: core.table, Desk: deskOf(core, now) };
  return Object.assign(rooms, about, { memoryInUse: () => core.memoryInUse }) as Relais;
}

function calling(core: Core, info: OperationInfo, now: () => string) {
  return (params: unknown) => readAnswer(core.runPacked(info.name, writeParams(complete(info, params, now))));
}

function searching(core: Core, info: OperationInfo, now: () => string) {
  const start = (params: unknown, effort?: number) =>
    new Work(core, info.name, writeParams(complete(info, params, now, effort)));
  const search = (params: unknown, { seconds, effort, onProgress }: SearchOptions = {}) => {
    const work = start(params, effort);
    try {
      for (const _ of inSlices(work, seconds, onProgress)) continue;
      return work.answer();
    } finally {
      work.dispose();
    }
  };
  return Object.assign(search, { start: (params: unknown) => start(params) });
}
