// Makes docs/pictures from the real pages: each way of using them, in four languages, on a phone and on a desk, light and dark. Needs Debian's Chromium.
// `npm run pictures -- study rules` makes those of some ways alone.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './install.mjs';

const wanted = process.argv.slice(2);
const isWanted = (way) => wanted.length === 0 || wanted.includes(way);
const pictures = join(root, 'docs', 'pictures');
const sizes = { 320: { width: 320, height: 640 }, 1280: { width: 1280, height: 800 } };
const readings = [
  {
    pack: 'ee',
    language: 'en',
    question: 'How do I apply for an ID card?',
    distress: 'I do not want to live any more',
    task: 'What is 7 + 8?',
    pages: { card: '/services/identity-card?lang=en&with=ru', ...publicPages('en'), ...furtherPages('en') },
  },
  {
    pack: 'ee',
    language: 'et',
    question: 'Kuidas taotleda vanemahüvitist?',
    distress: 'Ma ei taha enam elada',
    task: 'Kui palju on 7 + 8?',
    pages: { card: '/services/parental-benefit?lang=et&with=en', ...publicPages('et') },
  },
  {
    pack: 'ma',
    language: 'ar',
    question: 'كيف أحصل على جواز السفر؟',
    distress: 'لا أريد أن أعيش بعد اليوم',
    pages: { card: '/services/passport?lang=ar&with=fr', ...publicPages('ar'), ...furtherPages('ar') },
  },
  {
    pack: 'ma',
    language: 'zgh',
    question: 'كيف أحصل على جواز السفر؟',
    distress: 'لا أريد أن أعيش بعد اليوم',
    pages: { card: '/services/passport?lang=zgh&with=ar', ...publicPages('zgh') },
  },
];

function publicPages(language) {
  return {
    transparency: `/transparency?lang=${language}`,
    rules: `/transparency/packs?lang=${language}`,
    register: `/transparency/register?lang=${language}`,
  };
}

function furtherPages(language) {
  return {
    charter: `/transparency/charter?lang=${language}`,
    reports: `/transparency/reports?lang=${language}`,
    objection: `/transparency/charter?lang=${language}`,
  };
}

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
    key: /pk-parlance-\S+/.exec(printed)[0],
    data,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(data, { recursive: true });
    },
  };
}

/** Answers with help, as many as the register tells, and then it is waited for. */
async function fillRegister({ address, key }, { language, distress }) {
  const body = JSON.stringify({ model: 'parlance', messages: [{ role: 'user', content: distress }] });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  for (let answer = 0; answer < 30; answer++)
    await (await fetch(`${address}/v1/chat/completions`, { method: 'POST', headers, body })).text();
  for (let second = 0; second < 240; second++) {
    const counts = await (await fetch(`${address}/transparency/register/counts.csv?lang=${language}`)).text();
    if (counts.trim().split('\n').length > 1) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('the register tells nothing after four minutes');
}

/** The month's report, as an office publishes it. */
async function publishReport({ data }, language) {
  const arguments_ = ['report', '--month', new Date().toISOString().slice(0, 7), '--data', data, '--language', language, '--publish'];
  const child = spawn(process.execPath, [join(root, 'apps', 'cli', 'bin', 'parlance.mjs'), ...arguments_], { cwd: root, stdio: 'ignore' });
  await new Promise((resolve) => child.once('exit', resolve));
}

/** A lesson: a task, a hint and a wrong try. */
async function study(page, { language, task }, address) {
  const act = async (button, text, turn) => {
    await page.locator('#question').fill(text);
    await page.locator(`form.ask button[value=${button}]`).click();
    await page.locator(`#t${turn} .turn-actions`).waitFor();
    await page.waitForTimeout(1000);
  };
  await page.goto(`${address}/study?lang=${language}`);
  await page.locator('a[href*="subject=matemaatika"]').first().click();
  await page.locator('main section a[href*="item="]').first().click();
  await page.locator('blockquote').waitFor();
  await act('ask', task, 1);
  await act('try', '7 + 8 = 14', 2);
  await page.evaluate(() => document.getElementById('t2').scrollIntoView());
}

async function ask(page, question) {
  await page.locator('#question').fill(question);
  await page.locator('form.ask button[type=submit]').last().click();
  await page.locator('#t1 .turn-actions').waitFor();
  // The page may still be on its way to the answer.
  await page.waitForTimeout(1000);
  await page.evaluate(() => document.getElementById('t1').scrollIntoView());
}

/** A page that has just changed size may have nothing to show yet. */
async function captured(session, attempt = 1) {
  try {
    return (await session.send('Page.captureScreenshot', { format: 'webp', quality: 55 })).data;
  } catch (error) {
    if (attempt === 5) throw error;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return captured(session, attempt + 1);
  }
}

/** Small, and the same at each run but for what the pages themselves say of today. */
async function save(page, name) {
  const session = await page.context().newCDPSession(page);
  const data = await captured(session);
  writeFileSync(join(pictures, `${name}.webp`), Buffer.from(data, 'base64'));
}

async function photograph(browser, address, reading) {
  for (const [width, viewport] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      const name = (way) => `${way}-${reading.language}-${width}-${colorScheme}`;
      await page.goto(`${address}/?lang=${reading.language}`);
      if (isWanted('start')) await save(page, name('start'));
      if (isWanted('chat')) {
        await ask(page, reading.question);
        await save(page, name('chat'));
      }
      if (isWanted('help')) {
        await page.goto(`${address}/?lang=${reading.language}`);
        await ask(page, reading.distress);
        await save(page, name('help'));
      }
      if (isWanted('study') && reading.task !== undefined) {
        await study(page, reading, address);
        await save(page, name('study'));
      }
      for (const [way, path] of Object.entries(reading.pages).filter(([way]) => isWanted(way))) {
        await page.goto(address + path);
        if (way === 'objection')
          await page.goto(
            await page
              .locator('a[href*="/object?"]')
              .first()
              .evaluate((link) => link.href),
          );
        // The filter stands before what it filters.
        if (way === 'register')
          await page
            .locator('.plotted')
            .first()
            .evaluate((chart) => chart.parentElement.scrollIntoView());
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
    const read = readings.filter((each) => each.pack === pack);
    if (['register', 'reports'].some(isWanted)) for (const reading of read) await fillRegister(server, reading);
    if (isWanted('reports')) for (const { language } of read) await publishReport(server, language);
    for (const reading of read) {
      process.stderr.write(`${pack} in ${reading.language}\n`);
      await photograph(browser, server.address, reading);
    }
    await server.stop();
  }
} finally {
  await browser.close();
}
