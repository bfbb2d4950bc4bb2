// Makes docs/picture.png from the real page: starts the built gateway, asks a question in Estonian, and photographs the answer. Needs Debian's Chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './install.mjs';

const data = mkdtempSync(join(tmpdir(), 'parlance-picture-'));
const server = spawn(process.execPath, [join(root, 'apps', 'cli', 'bin', 'parlance.mjs'), 'serve'], {
  cwd: root,
  env: { ...process.env, PARLANCE_PORT: '0', PARLANCE_DATA: data },
});
let printed = '';
for await (const part of server.stdout) {
  printed += part;
  if (printed.includes('In a browser')) break;
}
const address = /ready: (\S+)/.exec(printed)[1];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 }, deviceScaleFactor: 1 });
  await page.goto(`${address}/try?lang=et`);
  await page.locator('form[action="/try"] button[type=submit]').first().click();
  await page.waitForLoadState('load');
  await page.screenshot({ path: join(root, 'docs', 'picture.png') });
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true });
}
