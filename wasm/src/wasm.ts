/** Pages, workers and bundlers: the module beside this file, as bundlers recognise it. */
export const beside = (): URL => new URL('./core.wasm', import.meta.url);

export async function compile(url: URL): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  // Compiling while loading wants the media type, which not every host sends.
  const type = response.headers.get('content-type') ?? '';
  if (/^application\/wasm\b/.test(type)) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
