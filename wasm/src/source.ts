/** `WebAssembly.Module`, where the types of this runtime know it: those of Node alone do not. */
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : object;

/** Where the module's bytes are: compiled, raw, or to be fetched or read. */
export type WasmSource = CompiledModule | ArrayBuffer | ArrayBufferView | URL;
