// Makes docs/pictures from the real pages: each way of using them, in four languages, on a phone and on a desk, light and dark. Needs Debian's Chromium.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './install.mjs';

const pictures = join(root, 'docs', 'pictures');
const sizes = { 320: { width: 320, height: 640 }, 1280: { width: 1280, height: 800 } };
const readings = [
  {
    pack: 'ee',
    language: 'en',
    question: 'How do I apply for an ID card?',
    card: '/services/identity-card?lang=en&with=ru',
    study: '/study?lang=en',
  },
  {
    pack: 'ee',
    language: 'et',
    question: 'Kuidas taotleda vanemahüvitist?',
    card: '/services/parental-benefit?lang=et&with=en',
    study: '/study?lang=et',
  },
  { pack: 'ma', language: 'ar', question: 'كيف أحصل على جواز السفر؟', card: '/services/passport?lang=ar&with=fr' },
  { pack: 'ma', language: 'zgh', question: 'كيف أحصل على جواز السفر؟', card: '/services/passport?lang=zgh&with=ar' },
];

async function startServer(pack) {
  const data = mkdtempSync(join(tmpdir(), 'parlance-pictures-'));
  const child = spawn(process.execPath, [join(root, 'apps', 'cli', 'bin', 'parlance.mjs'), 'serve'], {
    cwd: root,
    env: { ...process.env, PARLANCE_PORT: '0', PARLANCE_DATA: data, PARLANCE_PACKS: join(root, 'packs', pack) },
  });
  let printed = '';
  for await (const part of child.stdout) {
    printed += part;
    if (printed.includes('In a browser')) break;
  }
  return {
    address: /ready: (\S+)/.exec(printed)[1],
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(data, { recursive: true });
    },
  };
}

async function ask(page, { question }) {
  await page.locator('#question').fill(question);
  await page.locator('form.ask button[type=submit]').last().click();
  await page.locator('#t1 .changes').waitFor();
  await page.evaluate(() => document.getElementById('t1').scrollIntoView());
}

/** Small, and the same at each run but for what the pages themselves say of today. */
async function save(page, name) {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 55 });
  writeFileSync(join(pictures, `${name}.webp`), Buffer.from(data, 'base64'));
}

async function photograph(browser, address, reading) {
  for (const [width, viewport] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      const name = (way) => `${way}-${reading.language}-${width}-${colorScheme}`;
      await page.goto(`${address}/?lang=${reading.language}`);
      await save(page, name('start'));
      await ask(page, reading);
      await save(page, name('chat'));
      for (const [way, path] of [
        ['card', reading.card],
        ['study', reading.study],
      ])
        if (path !== undefined) {
          await page.goto(address + path);
          await save(page, name(way));
        }
      await context.close();
    }
}

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const pack of new Set(readings.map((reading) => reading.pack))) {
    const server = await startServer(pack);
    for (const reading of readings.filter((each) => each.pack === pack)) await photograph(browser, server.address, reading);
    await server.stop();
  }
} finally {
  await browser.close();
}
