import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postedBy, startVisits, type Visits } from './open-conversation.ts';
import { type PacedUpstream, startPacedUpstream } from './paced-upstream.ts';

let paced: PacedUpstream;
let visits: Visits;

beforeAll(async () => {
  paced = await startPacedUpstream();
  visits = await startVisits(paced.upstream.url);
}, 200_000);

afterAll(async () => {
  await visits.close();
  await paced.upstream.close();
});

/** What one answer did to the page while it streamed. */
interface Work {
  /** Nodes put into or taken out of the page outside the answer that streams. */
  readonly mutatedElsewhere: number;
  /** Calls that make the browser lay the page out at once. */
  readonly measured: number;
  /** Most elements that one change made the browser style again. */
  readonly styled: number;
}

// Instrumented from outside, because the policy of the page allows no other script.
const watch = `
  window.work = { mutatedElsewhere: 0, measured: 0 };
  new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records)
      if (target.closest?.('[data-reading]') == null && target.parentElement?.closest('[data-reading]') == null)
        work.mutatedElsewhere += addedNodes.length + removedNodes.length + 1;
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const name of ['getBoundingClientRect', 'getClientRects', 'scrollIntoView']) {
    const real = Element.prototype[name];
    Element.prototype[name] = function (...values) { work.measured++; return real.apply(this, values); };
  }
  for (const name of ['offsetTop', 'offsetHeight', 'offsetWidth']) {
    const { get } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, name);
    Object.defineProperty(HTMLElement.prototype, name, { get() { work.measured++; return get.call(this); } });
  }
`;

/** Turns as a conversation of so many questions has them: copies of the first, each with its number. */
const multiply = (turns: number): string => `
  const first = document.getElementById('t1');
  for (let number = 2; number <= ${turns}; number++) {
    const turn = first.cloneNode(true);
    turn.id = 't' + number;
    for (const each of turn.querySelectorAll('[id]')) each.id = each.id.replace(/^t1-/, 't' + number + '-');
    first.parentElement.append(turn);
  }
  document.querySelector('input[name=number]').value = '${turns + 1}';
`;

/** Turns that the page scrolls past on its way to a new question are styled as they come into sight; that is no part of a chunk. */
const untilStill = `new Promise((resolve) => {
  let [still, last] = [0, scrollY];
  const look = () => {
    still = scrollY === last ? still + 1 : 0;
    last = scrollY;
    if (still < 30) requestAnimationFrame(look);
    else resolve();
  };
  look();
})`;

async function conversationOf(turns: number): Promise<Page> {
  const page = await visits.open();
  await page.locator('#question').fill('What is a river?');
  await page.locator('#question').press('Enter');
  await paced.say('A river flows.\n\nIt is long.');
  await paced.finish();
  await page.locator('#t1 .turn-actions').waitFor();
  await page.evaluate(multiply(turns));
  return page;
}

async function workOf(turns: number): Promise<{ readonly work: Work; readonly page: Page }> {
  const page = await conversationOf(turns);
  await page.locator('#question').fill('What is a lake?');
  await page.locator('#question').press('Enter');
  const last = page.locator(`#t${turns + 1} .answer`);
  await paced.say('Begun.\n\nMore');
  await last.getByText('Begun.').waitFor();
  await page.evaluate(untilStill);
  await page.evaluate(watch);
  await visits.browser.startTracing(page, { categories: ['devtools.timeline'] });
  for (let chunk = 1; chunk <= 20; chunk++) {
    await paced.say(` of ${chunk}.\n\nMore`);
    await last.getByText(`of ${chunk}.`, { exact: false }).last().waitFor();
  }
  const trace = JSON.parse((await visits.browser.stopTracing()).toString()) as Trace;
  const work = await page.evaluate<Omit<Work, 'styled'>>('work');
  return { page, work: { ...work, styled: mostStyled(trace) } };
}

interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly args: { readonly elementCount?: number } }[];
}

function mostStyled({ traceEvents }: Trace): number {
  const counts = traceEvents.filter(({ name }) => name === 'UpdateLayoutTree').map(({ args }) => args.elementCount ?? 0);
  if (counts.length === 0) throw new Error('the trace tells no styling');
  return Math.max(...counts);
}

test('what a chunk of an answer costs does not grow with the turns above it', async () => {
  const few = await workOf(3);
  await paced.finish();
  await few.page.context().close();
  const many = await workOf(500);
  // Of a status something may change once; nothing changes with each of the twenty chunks.
  expect(many.work.mutatedElsewhere).toBeLessThan(10);
  expect(many.work.measured).toBe(0);
  expect(many.work.styled).toBeLessThanOrEqual(2 * few.work.styled + 10);
  const posted = postedBy(many.page);
  await paced.finish();
  await many.page.locator('#t501 .turn-actions').waitFor();
  await many.page.locator('#question').fill('And a sea?');
  await many.page.locator('#question').press('Enter');
  await paced.say('Deep.');
  await paced.finish();
  await many.page.locator('#t502 .turn-actions').waitFor();
  expect(posted[0]?.getAll('turn').length).toBe(20);
  const remembered = await many.page.evaluate<number>('JSON.stringify(history.state).length');
  expect(remembered).toBeLessThan(700_000);
  await many.page.context().close();
}, 180_000);

/** What the page works while somebody scrolls from its end upwards, in milliseconds, and the nineteenth of twenty gaps between two frames. */
interface Scrolling {
  readonly work: number;
  readonly gap: number;
}

const scrollUp = `new Promise((resolve) => {
  const gaps = [];
  let last = performance.now();
  const step = () => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    scrollBy({ top: -200, behavior: 'instant' });
    if (gaps.length < 60) requestAnimationFrame(step);
    else resolve(gaps.sort((left, right) => left - right)[Math.floor(gaps.length * 0.95)]);
  };
  scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  requestAnimationFrame(() => requestAnimationFrame(step));
})`;

async function scrollingOf(turns: number): Promise<Scrolling> {
  const page = await conversationOf(turns);
  await page.evaluate(untilStill);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await worked();
  const gap = await page.evaluate<number>(scrollUp);
  const work = (await worked()) - before;
  await page.context().close();
  return { work, gap };
}

test('what it costs to scroll does not grow with the turns of a conversation', async () => {
  const few = await scrollingOf(40);
  const many = await scrollingOf(500);
  // A machine that does other work too adds to both: the bounds are wide.
  expect(many.work / few.work).toBeLessThan(4);
  expect(many.gap / few.gap).toBeLessThan(4);
}, 180_000);
