import type { Core } from './core.js';
import type { CoreWork } from './core.mjs';
import { readAnswer } from './text.js';

/** What a search knows so far. */
export interface Progress {
  cost?: number;
  bound?: number;
  gap?: number;
  effort?: number;
  [more: string]: unknown;
}

/** How a search ends early: its time is up, or nobody waits for the rest. */
export type Stopped = 'clock' | 'cancelled';

const abandoned = new FinalizationRegistry<() => void>((free) => free());

/**
 * A call in slices, for callers who keep their own loop. It holds memory of the module: dispose of it, with `using` or
 * `dispose()`. One that is forgotten is freed when the collector finds it.
 */
export class Work<Result = unknown> {
  #core: Core;
  #work: CoreWork | null;

  /** @internal */
  constructor(core: Core, name: string, params: string) {
    const work = core.start(name, params);
    this.#core = core;
    this.#work = work;
    abandoned.register(this, () => core.broken || work.delete(), this);
  }

  /** Spends about `units` of effort; false once there is nothing left to do. */
  advance(units: number): boolean {
    const work = this.#open();
    return this.#core.guard(() => work.advance(units));
  }

  progress(): Progress {
    const work = this.#open();
    return JSON.parse(this.#core.guard(() => work.progress())) as Progress;
  }

  /** Ends the search where it stands. */
  stop(stopped: Stopped = 'cancelled'): void {
    const work = this.#open();
    this.#core.guard(() => work.stop(stopped));
  }

  /** The best answer so far; throws a `RelaisError` where the call cannot be answered. */
  answer(): Result {
    return readAnswer(this.answerText()) as Result;
  }

  /** @internal */
  answerText(): string {
    const work = this.#open();
    return this.#core.guard(() => work.answer());
  }

  dispose(): void {
    const work = this.#work;
    if (!work) return;
    this.#work = null;
    abandoned.unregister(this);
    if (!this.#core.broken) work.delete();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #open(): CoreWork {
    if (!this.#work) throw new TypeError('This work has been disposed of.');
    return this.#work;
  }
}
