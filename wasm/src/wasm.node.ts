import { readFile } from 'node:fs/promises';
import { compile as fetched } from './wasm.js';

/** Node and its kin: the module beside this file. */
export const beside = (): URL => new URL('./core.wasm', import.meta.url);

export async function compile(url: URL): Promise<WebAssembly.Module> {
  return url.protocol === 'file:' ? WebAssembly.compile(await readFile(url)) : fetched(url);
}
