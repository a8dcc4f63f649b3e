// A page of a folder, opened in Chromium under the policy that the README promises to be enough.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; require-trusted-types-for 'script'";
const types = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };

function serve(folder) {
  return createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = new URL(`.${path === '/' ? '/index.html' : path}`, folder);
    const type = types[file.pathname.split('.').pop()] ?? 'application/octet-stream';
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/** What the page of `folder` puts into `document.title`, once it is more than nothing; fails on any error it logs. */
export async function titleOf(folder) {
  const server = serve(folder);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => document.title !== '', undefined, { timeout: 20_000 }).catch((error) => errors.push(String(error)));
    const relevant = errors.filter((error) => !error.includes('favicon'));
    if (relevant.length) throw new Error(relevant.join('\n'));
    return await page.title();
  } finally {
    await browser.close();
    server.close();
  }
}
