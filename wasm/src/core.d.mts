/** The module as Emscripten makes it: see wasm/bindings.cpp. */
export interface CoreModule {
  /** JSON: `[{name, takesNow, hasWork, ofDesk}]`. */
  operations(): string;
  /** Room for parameters, in the module's memory; what it held stays. Valid until the next call. */
  room(bytes: number): Uint8Array;
  /** JSON in, the first so many bytes of the room; `{"result": …}` or `{"error": …}` out. Valid until the next call. */
  run(name: string, bytes: number): Uint8Array;
  /** As `run`; behind the JSON may follow a NUL, the name of a member of the result, a line feed, and its rest. */
  runPacked(name: string, bytes: number): Uint8Array;
  /** Frees both. */
  forget(): void;
  version(): string;
  /** In UTF-8 bytes. */
  inputLimit(): number;
  /** The error, as `run` answers it, of a text that is too long to be handed over at all. */
  refuse(bytes: number): string;
  memoryInUse(): number;
  Work: new (name: string, params: string) => CoreWork;
  /** Of the first so many bytes of the room. */
  Desk: new (bytes: number) => CoreDesk;
}

export interface CoreDesk {
  /** `{"error": …}` where it could not be opened, else empty. Valid until the next call. */
  refusal(): Uint8Array;
  /** As the module's own `run`. */
  run(name: string, bytes: number): Uint8Array;
  delete(): void;
}

export interface CoreWork {
  advance(units: number): boolean;
  progress(): string;
  stop(stopped: string): void;
  answer(): string;
  delete(): void;
}

export default function createCore(options: {
  locateFile(): string;
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
}): Promise<CoreModule>;
