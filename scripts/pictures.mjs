// Makes docs/pictures from the real pages: each way of using them, in four languages, on a phone and on a desk, light and dark. Needs Debian's Chromium.
// `npm run pictures -- study rules` makes those of some ways alone.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';

const wanted = process.argv.slice(2);
const isWanted = (way) => wanted.length === 0 || wanted.includes(way);
/** How many months stand before the present one in the pages that tell of months. */
const pastMonths = 4;
const ofMonths = ['reports', 'drift'];
const today = new Date().toISOString().slice(0, 10);
const pictures = join(root, 'docs', 'pictures');
const sizes = { 320: { width: 320, height: 640 }, 1280: { width: 1280, height: 800 } };
const readings = [
  {
    pack: 'ee',
    language: 'en',
    question: 'How do I apply for an ID card?',
    distress: 'I do not want to live any more',
    task: 'What is 7 + 8?',
    forbidden: 'Win big at our casino tonight.',
    pages: { card: '/services/identity-card?lang=en&with=ru', ...publicPages('en'), ...furtherPages('en') },
  },
  {
    pack: 'ee',
    language: 'et',
    question: 'Kuidas taotleda vanemahüvitist?',
    distress: 'Ma ei taha enam elada',
    task: 'Kui palju on 7 + 8?',
    forbidden: 'Tulge mängima meie kasiinosse, avatud iga päev.',
    pages: {
      card: '/services/parental-benefit?lang=et&with=en',
      ...publicPages('et'),
      reports: '/transparency/reports?lang=et',
      drift: '/transparency/drift?lang=et',
    },
  },
  {
    pack: 'ma',
    language: 'ar',
    question: 'كيف أحصل على جواز السفر؟',
    distress: 'لا أريد أن أعيش بعد اليوم',
    forbidden: 'راهن الآن واربح ضعف مبلغك!',
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
    drift: `/transparency/drift?lang=${language}`,
    objection: `/transparency/charter?lang=${language}`,
  };
}

/** A pack as it could have been some months ago: one whose sources were read later than today is refused. */
function earlierPack(home, pack) {
  const copy = join(home, pack);
  cpSync(join(root, 'packs', pack), copy, { recursive: true });
  const past = `${monthOf(pastMonths + 1)}-01`;
  for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replaceAll(/\b2\d{3}-\d{2}-\d{2}\b/g, (day) => (day > past && day <= today ? past : day)),
    );
  }
  return copy;
}

/** `monthsBack`: where its clock begins. */
async function startServer(pack, monthsBack) {
  const data = mkdtempSync(join(tmpdir(), 'parlance-pictures-'));
  const home = mkdtempSync(join(tmpdir(), 'parlance-pictures-'));
  const clock = join(home, 'clock');
  writeFileSync(clock, String(behindBy(monthsBack)));
  const child = spawn(process.execPath, [join(root, 'apps', 'cli', 'bin', 'parlance.mjs'), 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ PARLANCE_PORT: '0', PARLANCE_DATA: data, PARLANCE_PAGE_QUESTIONS: '0' },
      PARLANCE_PACKS: monthsBack === 0 ? join(root, 'packs', pack) : earlierPack(home, pack),
      NODE_OPTIONS: `--import ${pathToFileURL(join(root, 'scripts', 'moved-clock.mjs')).href}`,
      PICTURES_CLOCK: clock,
    },
  });
  let printed = '';
  for await (const part of child.stdout) {
    printed += part;
    if (printed.includes('In a browser')) break;
  }
  if (!printed.includes('ready: ')) throw new Error(`the pack ${pack} does not load; parlance pack check says why`);
  return {
    address: /ready: (\S+)/.exec(printed)[1],
    key: /pk-parlance-\S+/.exec(printed)[0],
    data,
    async goTo(monthsBack) {
      writeFileSync(clock, String(behindBy(monthsBack)));
      await new Promise((resolve) => setTimeout(resolve, 500));
    },
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      for (const each of [data, home]) rmSync(each, { recursive: true });
    },
  };
}

/** Milliseconds to the middle of a month that is so many months back; the present month is as it is. */
function behindBy(monthsBack) {
  const now = new Date();
  return monthsBack === 0 ? 0 : now.getTime() - Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - monthsBack, 15, 12);
}

const monthOf = (monthsBack) => new Date(Date.now() - behindBy(monthsBack)).toISOString().slice(0, 7);

/** Answers with help, and answers from which words were left out: as many as the register tells. */
async function changeAnswers({ address, key }, { language, distress, forbidden }, { helped, cut }) {
  const body = JSON.stringify({ model: 'parlance', messages: [{ role: 'user', content: distress }] });
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const pasted = new URLSearchParams({ text: forbidden ?? '', q: 'x', lang: language, speed: 'instant' });
  // At once, so that they stand in one batch: of fewer than ten alike in a batch the log tells less.
  const many = (count, ask) => Promise.all(Array.from({ length: count }, async () => (await ask()).text()));
  await many(helped, () => fetch(`${address}/v1/chat/completions`, { method: 'POST', headers, body }));
  if (forbidden !== undefined) await many(cut, () => fetch(`${address}/try`, { method: 'POST', body: pasted }));
}

async function isTold({ address }, month, filter = '') {
  for (let second = 0; second < 240; second++) {
    const counts = await (await fetch(`${address}/transparency/register/counts.csv?month=${month}${filter}`)).text();
    if (counts.trim().split('\n').length > 1) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`the register tells nothing of ${month} after four minutes`);
}

/** Months in which as much happens as ever, and a last one in which one rule acts far more often. */
async function fillMonths(server, readings) {
  for (let back = pastMonths; back >= 0; back--) {
    await server.goTo(back);
    for (const reading of readings) await changeAnswers(server, reading, { helped: 40, cut: back === 0 ? 150 : 14 });
    await isTold(server, monthOf(back), '&kind=omit');
    // The last answers may be in the next batch.
    await new Promise((resolve) => setTimeout(resolve, 12_000));
  }
}

/** The report of the last month that is over, as an office publishes it. */
async function publishReport({ data }) {
  const arguments_ = ['report', '--month', monthOf(1), '--data', data, '--publish'];
  const child = spawn(process.execPath, [join(root, 'apps', 'cli', 'bin', 'parlance.mjs'), ...arguments_], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the report could not be published (${code})`);
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

async function photograph(browser, address, reading, isShown) {
  for (const [width, viewport] of Object.entries(sizes))
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      const name = (way) => `${way}-${reading.language}-${width}-${colorScheme}`;
      await page.goto(`${address}/?lang=${reading.language}`);
      if (isShown('start')) await save(page, name('start'));
      if (isShown('chat')) {
        await ask(page, reading.question);
        await save(page, name('chat'));
      }
      if (isShown('help')) {
        await page.goto(`${address}/?lang=${reading.language}`);
        await ask(page, reading.distress);
        await save(page, name('help'));
      }
      if (isShown('study') && reading.task !== undefined) {
        await study(page, reading, address);
        await save(page, name('study'));
      }
      for (const [way, path] of Object.entries(reading.pages).filter(([way]) => isShown(way))) {
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
    const read = readings.filter((each) => each.pack === pack);
    const isShown = (way) => isWanted(way) && !ofMonths.includes(way);
    if (wanted.length === 0 || wanted.some(isShown)) await photographPack({ browser, pack, read, isShown });
    if (ofMonths.some(isWanted)) await photographMonths({ browser, pack, read, isShown: (way) => isWanted(way) && ofMonths.includes(way) });
  }
} finally {
  await browser.close();
}

async function photographPack({ browser, pack, read, isShown }) {
  const server = await startServer(pack, 0);
  if (isShown('register')) {
    for (const reading of read) await changeAnswers(server, reading, { helped: 30, cut: 0 });
    await isTold(server, monthOf(0));
  }
  await photographAll({ browser, server, read, isShown });
}

async function photographMonths({ browser, pack, read, isShown }) {
  const server = await startServer(pack, pastMonths);
  await fillMonths(server, read);
  await publishReport(server);
  await photographAll({ browser, server, read, isShown });
}

async function photographAll({ browser, server, read, isShown }) {
  for (const reading of read) {
    process.stderr.write(`${reading.pack} in ${reading.language}\n`);
    await photograph(browser, server.address, reading, isShown);
  }
  if (process.env.PICTURES_LOOK !== undefined) {
    console.log(server.address, server.data);
    await new Promise((resolve) => process.once('SIGUSR1', resolve));
  }
  await server.stop();
}
