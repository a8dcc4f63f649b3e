/** The module as Emscripten makes it: see wasm/bindings.cpp. */
export interface CoreModule {
  /** JSON: `[{name, takesNow, hasWork}]`. */
  operations(): string;
  /** JSON in, `{"result": …}` or `{"error": …}` out. */
  run(name: string, params: string): string;
  version(): string;
  /** In UTF-8 bytes. */
  inputLimit(): number;
  /** The error, as `run` answers it, of a text that is too long to be handed over at all. */
  refuse(bytes: number): string;
  memoryInUse(): number;
  Work: new (name: string, params: string) => CoreWork;
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
