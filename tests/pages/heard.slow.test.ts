import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startVisits, type Visits } from './open-conversation.ts';
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

interface Heard {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  /** Of a part that is read by itself when it changes: `polite` or `assertive`. */
  readonly live: string;
  readonly parent: string;
}

/** The tree that the browser gives to a screen reader. */
async function treeOf(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.map(({ nodeId, parentId, role, name, properties }) => ({
    id: nodeId,
    parent: parentId ?? '',
    role: String(role?.value ?? ''),
    name: String(name?.value ?? ''),
    live: String(properties?.find((property) => property.name === 'live')?.value.value ?? ''),
  }));
}

function textUnder(tree: readonly Heard[], id: string): string {
  return tree
    .filter(({ parent }) => parent === id)
    .map((node) => (node.role === 'StaticText' ? node.name : textUnder(tree, node.id)))
    .join(' ')
    .trim();
}

/** What the parts say that are read by themselves. */
async function saidIn(page: Page): Promise<readonly string[]> {
  const tree = await treeOf(page);
  return tree
    .filter(({ live }) => live === 'polite' || live === 'assertive')
    .filter(({ parent }) => tree.find(({ id }) => id === parent)?.live !== 'polite')
    .map(({ id }) => textUnder(tree, id))
    .filter((text) => text !== '');
}

const has = (tree: readonly Heard[], role: string, name: RegExp): boolean =>
  tree.some((node) => node.role === role && name.test(node.name));

test('the tree of a screen reader says the status once while an answer streams, and then the answer once', async () => {
  const page = await visits.open();
  const said: string[] = [];
  const listen = async (): Promise<void> => {
    for (const text of await saidIn(page)) if (said.at(-1) !== text) said.push(text);
  };
  await page.locator('#question').fill('What is a river?');
  await page.locator('#question').press('Enter');
  await paced.say('A river flows.\n\nIt');
  await page.locator('#t1 .answer').getByText('A river flows.').waitFor();
  await listen();
  const during = await treeOf(page);
  expect(has(during, 'button', /stop/i)).toBe(true);
  expect(has(during, 'textbox', /./)).toBe(true);
  expect(has(during, 'article', /What is a river\?/)).toBe(true);
  for (const word of [' is', ' long.', '\n\nIt', ' ends.']) {
    await paced.say(word);
    await page.waitForTimeout(100);
    await listen();
  }
  expect(said).toEqual(['The answer is being written.']);
  await paced.finish();
  await page.locator('#t1 .turn-actions').waitFor();
  await expect.poll(async () => (await listen(), said.length), { interval: 50 }).toBe(2);
  expect(said[1]).toContain('A river flows.');
  expect(said[1]?.split('A river flows.')).toHaveLength(2);
  const after = await treeOf(page);
  expect(has(after, 'button', /stop/i)).toBe(false);
  expect(has(after, 'article', /What is a river\?/)).toBe(true);
  expect(has(after, 'heading', /What is a river\?/)).toBe(true);
  await page.waitForTimeout(6000);
  expect(await saidIn(page)).toEqual([]);
  await page.context().close();
}, 60_000);
