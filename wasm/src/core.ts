import createCore, { type CoreDesk, type CoreModule, type CoreWork } from './core.mjs';
import { internalError } from './error.js';
import type { WasmSource } from './source.js';
import type { OperationInfo } from './table.js';
import { readAnswer, utf8Length } from './text.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Fetches or reads the bytes of a URL and compiles them; each runtime has its own. */
export type Compile = (url: URL) => Promise<WebAssembly.Module>;

export async function toModule(source: WasmSource, compile: Compile): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  return source instanceof URL ? compile(source) : WebAssembly.compile(source as BufferSource);
}

/** Instantiates, and says so when that fails: Emscripten's own promise would stay open for ever. */
function start(module: WebAssembly.Module): Promise<CoreModule> {
  return new Promise((resolve, reject) => {
    createCore({
      // The glue must look for nothing: not every runtime knows import.meta.url.
      locateFile: () => '',
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(module, imports).then(receive, reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

/** One instance of the core. After a trap its memory cannot be trusted, and it answers nothing any more. */
export class Core {
  readonly table: readonly OperationInfo[];
  readonly version: string;
  #module: CoreModule;
  #limit: number;
  #fault: unknown;

  private constructor(module: CoreModule) {
    this.#module = module;
    this.#limit = module.inputLimit();
    this.table = Object.freeze(JSON.parse(module.operations()) as OperationInfo[]);
    this.version = module.version();
  }

  static async create(module: WebAssembly.Module): Promise<Core> {
    return new Core(await start(module));
  }

  get broken(): boolean {
    return this.#fault !== undefined;
  }

  get memoryInUse(): number {
    return this.#module.memoryInUse();
  }

  run(name: string, params: string): string {
    return this.#exchange(params, (bytes) => this.#module.run(name, bytes));
  }

  /** The answer as `readAnswer` takes it: a long member of the result may stand beside the JSON. */
  runPacked(name: string, params: string): string {
    return this.#exchange(params, (bytes) => this.#module.runPacked(name, bytes));
  }

  /** Opens a desk that the module holds until `delete`; throws where it cannot be opened. */
  open(held: string): CoreDesk {
    let desk!: CoreDesk;
    const refusal = this.#exchange(held, (bytes) => {
      desk = new this.#module.Desk(bytes);
      return desk.refusal();
    });
    if (!refusal) return desk;
    desk.delete();
    return readAnswer(refusal) as never;
  }

  runOn(desk: CoreDesk, name: string, params: string): string {
    return this.#exchange(params, (bytes) => desk.run(name, bytes));
  }

  #exchange(params: string, ask: (bytes: number) => Uint8Array): string {
    this.#check(params);
    return this.guard(() => {
      const answer = decoder.decode(ask(this.#hand(params)));
      this.#module.forget();
      return answer;
    });
  }

  /** Writes a text into the module's memory; its size there. */
  #hand(text: string): number {
    let { read, written } = encoder.encodeInto(text, this.#module.room(text.length));
    if (read < text.length) {
      // Beyond ASCII: three bytes a unit are always enough.
      const rest = text.slice(read);
      const room = this.#module.room(written + 3 * rest.length);
      written += encoder.encodeInto(rest, room.subarray(written)).written;
    }
    return written;
  }

  start(name: string, params: string): CoreWork {
    this.#check(params);
    return this.guard(() => new this.#module.Work(name, params));
  }

  /** Does what touches the instance; a trap becomes an error with the code `internal`, now and ever after. */
  guard<T>(touch: () => T): T {
    if (this.#fault) throw internalError(this.#fault);
    try {
      return touch();
    } catch (fault) {
      this.#fault = fault ?? new Error('The module failed.');
      throw internalError(fault);
    }
  }

  /** A text that is too long even in UTF-16 is refused before memory is asked for that cannot be had. */
  #check(params: string): void {
    if (params.length > this.#limit) readAnswer(this.guard(() => this.#module.refuse(utf8Length(params))));
  }
}
