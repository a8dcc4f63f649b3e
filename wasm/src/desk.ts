import type { Core } from './core.js';
import type { CoreDesk } from './core.mjs';
import type { DeskRooms, Held } from './held.js';
import { complete, group } from './table.js';
import { readAnswer, writeParams } from './text.js';

const abandoned = new FinalizationRegistry<() => void>((free) => free());

/**
 * A desk that the module holds. It has the operations of a journal or a policy, `desk.triage.rank()`, without the
 * members that it holds. It holds memory of the module: dispose of it, with `using` or `dispose()`. One that is
 * forgotten is freed when the collector finds it.
 */
export class HeldDesk {
  #core: Core;
  #desk: CoreDesk | null;

  /** @internal */
  constructor(core: Core, held: string) {
    const desk = core.open(held);
    this.#core = core;
    this.#desk = desk;
    abandoned.register(this, () => core.broken || desk.delete(), this);
  }

  /** @internal */
  answerText(name: string, params: string): string {
    if (!this.#desk) throw new TypeError('This desk has been disposed of.');
    return this.#core.runOn(this.#desk, name, params);
  }

  dispose(): void {
    const desk = this.#desk;
    if (!desk) return;
    this.#desk = null;
    abandoned.unregister(this);
    if (!this.#core.broken) desk.delete();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

/**
 * The class `Desk` of one instance of the core.
 * @internal
 */
export function deskOf(core: Core, now: () => string): new (held?: Held) => HeldDesk & DeskRooms {
  return class Desk extends HeldDesk {
    constructor(held: Held = {}) {
      super(core, writeParams(held));
      const table = core.table.filter(({ ofDesk }) => ofDesk);
      Object.assign(this, group(table, (info) => (params: unknown = {}) =>
        readAnswer(this.answerText(info.name, writeParams(complete(info, params, now))))));
    }
  } as new (held?: Held) => HeldDesk & DeskRooms;
}
