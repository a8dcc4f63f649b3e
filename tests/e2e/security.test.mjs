import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { headers, pagePolicy } from '../../web/policy.mjs';
import { drop, openSite, ready } from './page.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const built = new URL('../../build/web/', import.meta.url);

describe('the content security policy', () => {
  test('is sent with every file, allows this origin alone, and no eval but WebAssembly\'s', async () => {
    for (const path of ['', 'index.html', 'service-worker.js', 'icon.svg']) {
      const policy = (await fetch(site.url + path)).headers.get('content-security-policy');
      assert.ok(policy, path);
      const lists = Object.fromEntries(policy.split('; ').map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]));
      assert.equal(lists['default-src'], "'none'");
      assert.equal(lists['script-src'], "'self' 'wasm-unsafe-eval'");
      assert.equal(lists['connect-src'], "'self'");
      assert.equal(lists['frame-ancestors'], "'none'");
      assert.equal(lists['require-trusted-types-for'], "'script'");
      assert.ok(!/https?:|\*|unsafe-inline|'unsafe-eval'/.test(policy), policy);
    }
  });

  test('stands in the page and in _headers for hosts', async () => {
    const page = await readFile(new URL('index.html', built), 'utf8');
    assert.ok(page.replaceAll('&#39;', "'").includes(pagePolicy), page.slice(0, 800));
    const hosts = await readFile(new URL('_headers', built), 'utf8');
    for (const [name, value] of Object.entries(headers)) assert.ok(hosts.includes(`  ${name}: ${value}\n`), name);
  });

  test('is not violated by a tour of the page, and no request leaves', async () => {
    const { page, troubles, close } = await site.open({ area: 'agenda' });
    await page.evaluate(() => addEventListener('securitypolicyviolation', (event) => console.error(`violation ${event.violatedDirective} ${event.blockedURI}`)));
    for (const key of ['2', '3', '1']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(400);
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('a');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Desk', exact: true }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('button', { name: 'Thème' }).click();
    await page.waitForTimeout(300);
    assert.deepEqual(troubles, []);
    await close();
  });

  test('stops what would leave', async () => {
    const { page, close } = await site.open();
    const left = [];
    page.context().on('request', (request) => new URL(request.url()).hostname === 'outside.example' && left.push(request.url()));
    const outcome = await page.evaluate(async () => {
      const fetched = await fetch('https://outside.example/').then(() => 'went out', () => 'stopped');
      const image = new Image();
      const loaded = new Promise((resolve) => Object.assign(image, { onload: () => resolve('went out'), onerror: () => resolve('stopped') }));
      image.src = 'https://outside.example/pixel.png';
      // In a task of its own: the test's own code may evaluate what the page's may not.
      const evaluated = await new Promise((resolve) => setTimeout(() => {
        try {
          resolve((0, eval)('"ran"'));
        } catch {
          resolve('stopped');
        }
      }));
      let parsed;
      try {
        document.createElement('p').innerHTML = '<b>x</b>';
        parsed = 'went through';
      } catch {
        parsed = 'stopped';
      }
      return { fetched, loaded: await loaded, evaluated, parsed };
    });
    assert.deepEqual(outcome, { fetched: 'stopped', loaded: 'stopped', evaluated: 'stopped', parsed: 'stopped' });
    await close();
  });
});

test('markup in what comes in stays text', async () => {
  const { page, troubles, close } = await site.open();
  const evil = '<img src=x onerror="window.ran=1"><script>window.ran=1</script><a href="https://outside.example/">x</a>';
  await drop(page, 'evil.jsonl', JSON.stringify({ id: 'evil', channel: 'email', receivedAt: '2026-11-23T09:00:00', timeZone: 'Europe/Paris', client: 'law', from: { name: evil }, subject: evil, body: evil }));
  await page.getByRole('searchbox').fill('onerror');
  await page.locator('.request').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('3');
  await page.locator('.paper h1, .paper h2').first().waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await page.locator('main img, main script, main a[href]').count(), 0);
  assert.deepEqual(troubles, []);
  await close();
});

test('works without a network once it was opened', async () => {
  const { context, page, troubles, close } = await site.open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  await ready(page);
  assert.ok(await page.locator('.request').count() > 0);
  assert.deepEqual(troubles, []);
  await close();
});
