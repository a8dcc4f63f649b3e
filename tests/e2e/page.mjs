/**
 * The built page (build/web) in Debian's Chromium, served with its real headers. Every page opened here is watched: a
 * request to another origin, an error, or a violation of the content security policy fails the test that caused it.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../web/serve.mjs';

const root = fileURLToPath(new URL('../../build/web/', import.meta.url));

export const chromiumArguments = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
export const executablePath = '/usr/bin/chromium';

/** One server and one browser a test file: `const site = await openSite(); after(() => site.close())`. */
export async function openSite() {
  assert.ok(existsSync(`${root}index.html`), 'build/web is not there: run `./dev build` first');
  const { server, url } = await serve({ root, port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  return {
    url,
    browser,
    open: (options) => openPage(browser, url, options),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** A page of its own storage. `lang`, `theme`, `width`, `height`; `area` is opened; `who` sits down at the desk. */
export async function openPage(browser, url, { lang = 'en', theme = 'light', width = 1366, height = 800, area = 'requests', who = 'Ana Morel' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height }, locale: lang === 'fr' ? 'fr-FR' : 'en-GB', colorScheme: theme, timezoneId: 'Europe/Paris', acceptDownloads: true,
  });
  const page = await context.newPage();
  const troubles = watch(page, url);
  await page.goto(`${url}#${area}`);
  await ready(page);
  if (who) await page.getByRole('button', { name: who, exact: true }).first().click();
  return { context, page, troubles, close: () => context.close() };
}

/** What should never happen on a page, as it happens. */
export function watch(page, url) {
  const troubles = [];
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (to.origin !== new URL(url).origin && !['blob:', 'data:'].includes(to.protocol)) troubles.push(`request to ${to.href}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Trusted/.test(message.text())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.stack ?? String(error)));
  return troubles;
}

/** The sample, or what was kept, is on the page and computed. */
export async function ready(page) {
  await page.locator('.strip').waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.figure dd')].slice(0, 3).every((value) => value.textContent !== '–'));
}

/** Starts the page's own empty desk. */
export async function startEmpty(page) {
  await page.locator('.status .sample button').click();
  await page.locator('dialog .actions button').first().click();
  await page.locator('.status .sample').waitFor({ state: 'detached' });
}

/** The value of an indicator, by its place in the strip. */
export const figure = (page, at) => page.locator('.figure dd').nth(at).textContent();

/** Drops a file on the page as a user does. */
export async function drop(page, name, content) {
  const bytes = [...Buffer.from(content)];
  await page.evaluate(([name, bytes]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, [name, bytes]);
}

/** Waits until a toast says this. */
export const toast = (page, text) => page.locator('.toast', { hasText: text }).first().waitFor();
