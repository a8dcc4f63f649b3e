/**
 * Serves build/web on this machine with the headers that a host should send.
 *
 *     node serve.mjs [--port 4173] [--root ../build/web]
 */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { headers } from "./policy.mjs";

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Starts the server; resolves once it listens. `port` 0 takes any free one. */
export async function serve({ root, port }) {
  const server = createServer((request, response) => void answer(root, request, response));
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

async function answer(root, request, response) {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end();
  const file = await fileFor(root, request.url ?? "/");
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream", "Cache-Control": "no-cache" });
  if (request.method === "HEAD") return void response.end();
  createReadStream(file).on("error", () => response.destroy()).pipe(response);
}

async function fileFor(root, url) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  } catch {
    return null;
  }
  const file = join(root, path.endsWith("/") ? join(path, "index.html") : path);
  if (!file.startsWith(root)) return null;
  return (await stat(file).catch(() => null))?.isFile() ? file : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { port: { type: "string", default: "4173" }, root: { type: "string", default: "../build/web" } },
  });
  const root = fileURLToPath(new URL(`${values.root.replace(/\/*$/, "")}/`, import.meta.url));
  const { url } = await serve({ root, port: Number(values.port) });
  console.log(`Relais: ${url}`);
}
