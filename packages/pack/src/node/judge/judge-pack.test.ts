import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { itemsToJudge } from '../../check/judge/judge-item.ts';
import { minimalPack } from '../../check/minimal-pack.ts';
import { type PackIssue } from '../../format/pack-issue.ts';
import { judgeAddress } from './judge-address.ts';
import { type JudgeOptions, judgePack } from './judge-pack.ts';
import { type FakeJudge, fakeJudge, judging, type Reply, say, verdictsOn } from './testing/fake-judge.ts';

const files = new Map(Object.entries(minimalPack).map(([path, text]) => [path, new TextEncoder().encode(text)]));
const { length: total } = itemsToJudge(files).items;
const servers: FakeJudge[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(reply: Reply): Promise<FakeJudge> {
  const server = await fakeJudge(reply);
  servers.push(server);
  return server;
}

function at(base: string, more: Partial<JudgeOptions> = {}): Promise<readonly PackIssue[]> {
  const address = judgeAddress(base);
  if (!address.ok) throw new Error(address.code);
  return judgePack(files, { address: address.value, model: 'm', key: null, pause: 1, ...more });
}

async function judgedBy(reply: Reply, more: Partial<JudgeOptions> = {}) {
  const server = await serve(reply);
  const issues = await at(server.base, more);
  return { issues, asked: server.asked };
}

const nothing = (reason: string): readonly unknown[] => [
  expect.objectContaining({ code: 'not-judged', severity: 'warning', received: `none on ${total}: ${total} because ${reason}` }),
];

describe('a server that answers rightly', () => {
  test('finds nothing wrong with a right pack, and is asked about everything once', async () => {
    const seen: string[] = [];
    const { issues, asked } = await judgedBy(judging(), { onProgress: (done, of) => seen.push(`${done} of ${of}`) });
    expect(issues).toEqual([]);
    expect(asked.reduce((sum, { items }) => sum + items.length - 1, 0)).toBe(total);
    expect(seen.at(-1)).toBe(`${total} of ${total}`);
    expect(seen).toHaveLength(asked.length);
  });

  test('has its finding told at the place of the text', async () => {
    const { issues } = await judgedBy(judging('Call when life is in danger.'));
    expect(issues).toMatchObject([
      { rule: 'S16', code: 'judged-propaganda', file: 'safety.yaml', path: 'resources.0.what.en', severity: 'error' },
    ]);
  });

  test('is told the model, and the key only where there is one', async () => {
    const [without, secret] = [await judgedBy(judging()), await judgedBy(judging(), { key: 'sk-1', model: 'm/2:b' })];
    expect(new Set(without.asked.map(({ authorization }) => authorization))).toEqual(new Set([undefined]));
    expect(new Set(secret.asked.map(({ authorization, model }) => `${authorization ?? ''} ${model}`))).toEqual(
      new Set(['Bearer sk-1 m/2:b']),
    );
  });

  test('is never asked more than two questions at once', async () => {
    let open = 0;
    let most = 0;
    const { issues } = await judgedBy(({ items }, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        say(response, JSON.stringify({ verdicts: verdictsOn(items) }));
      }, 5);
    });
    expect(issues).toEqual([]);
    expect(most).toBe(2);
  });
});

describe('a server that answers wrongly', () => {
  test.each([
    ['no JSON', '<html>', 'the answer was not in the form that was asked for'],
    ['JSON that is no completion', '{"choices":[]}', 'the answer was not in the form that was asked for'],
    [
      'a completion without text',
      '{"choices":[{"message":{"content":null,"refusal":"no"}}]}',
      'the answer was not in the form that was asked for',
    ],
    ['far too much', `{"a":"${'x'.repeat(300_000)}"}`, 'the answer was too large'],
  ])('with %s judges nothing', async (_name, body, reason) => {
    const { issues } = await judgedBy((_asked, response) => {
      response.end(body);
    });
    expect(issues).toEqual(nothing(reason));
  });

  test.each([
    ['prose', 'All items are fine.', 'the answer was not in the form that was asked for'],
    ['no verdicts', '{"verdicts":[]}', 'the answer left them out'],
  ])('with %s judges nothing', async (_name, content, reason) => {
    const { issues } = await judgedBy((_asked, response) => {
      say(response, content);
    });
    expect(issues).toEqual(nothing(reason));
  });

  test('with every item clear, the control too, judges nothing', async () => {
    const { issues } = await judgedBy(({ items }, response) => {
      say(response, JSON.stringify({ verdicts: items.map(({ item }) => ({ item, clause: 'none', reason: 'none' })) }));
    });
    expect(issues).toEqual(nothing('the answer also overlooked a text that is wrong beyond doubt'));
  });

  test('with an item twice is asked about that item alone, and nothing else is lost', async () => {
    const { issues, asked } = await judgedBy(({ items }, response) => {
      const verdicts = verdictsOn(items, ['Example only']);
      say(
        response,
        JSON.stringify({
          verdicts: [...verdicts, ...verdicts.filter((_, index) => items[index]?.['text'] === 'Call when life is in danger.')],
        }),
      );
    });
    expect(asked.at(-1)?.items.map((each) => each['text'])).toContain('Call when life is in danger.');
    expect(asked.at(-1)?.items).toHaveLength(2);
    expect(issues).toMatchObject([
      { code: 'judged-propaganda', file: 'pack.yaml' },
      { code: 'not-judged', received: 'none on 1: 1 because the answer was not in the form that was asked for' },
    ]);
  });

  test('because of one text that confuses it, judges the others by themselves', async () => {
    const { issues } = await judgedBy(({ items }, response) => {
      if (items.some((each) => each['text'] === 'Call when life is in danger.')) say(response, 'I am confused.');
      else judging('Example only')({ model: 'm', authorization: undefined, items }, response, 0);
    });
    expect(issues.map(({ code, received }) => `${code} ${received}`)).toEqual([
      expect.stringMatching(/^judged-propaganda /),
      'not-judged none on 1: 1 because the answer was not in the form that was asked for',
    ]);
  });

  test('to most questions is asked about sixty of their texts by themselves, and to all questions about none', async () => {
    const some = await judgedBy((asked, response, number) => {
      if (number === 1 || asked.items.length === 2) judging()(asked, response, number);
      else say(response, 'I am confused.');
    });
    const first = (some.asked[0]?.items.length ?? 0) - 1;
    expect(some.issues[0]?.received).toMatch(RegExp(`^none on ${total - first - 60}: `));
    const all = await judgedBy((_asked, response) => {
      say(response, 'I am confused.');
    });
    expect(some.asked.length - all.asked.length).toBe(60);
  });

  test('never has a word of its own shown', async () => {
    const { issues } = await judgedBy(({ items }, response) => {
      say(response, JSON.stringify({ verdicts: items.map(({ item }) => ({ item, clause: 'S8', reason: 'CANARY' })), note: 'CANARY' }));
    });
    expect(issues).toHaveLength(1);
    expect(JSON.stringify(issues)).not.toContain('CANARY');
  });
});

describe('a server that does not answer', () => {
  test.each([
    [401, 'the server refused', 4],
    [404, 'the server refused', 4],
    [500, 'the server failed', 4],
    [429, 'the server was busy', 8],
  ])('but says %i is given up soon', async (status, reason, most) => {
    const { issues, asked } = await judgedBy((_asked, response) => {
      response.writeHead(status).end('CANARY');
    });
    expect(issues).toEqual(nothing(reason));
    expect(asked.length).toBeLessThanOrEqual(most);
  });

  test('at first, being busy, is asked again', async () => {
    const seen = new Set<string>();
    const { issues } = await judgedBy((asked, response, number) => {
      const key = JSON.stringify(asked.items);
      if (seen.has(key)) judging()(asked, response, number);
      else response.writeHead(number % 2 === 0 ? 429 : 503, { 'retry-after': number % 2 === 0 ? '0' : 'tomorrow' }).end();
      seen.add(key);
    });
    expect(issues).toEqual([]);
  });

  test('with what was asked for but elsewhere is not followed', async () => {
    const elsewhere = await serve(judging());
    const { issues } = await judgedBy(
      (_asked, response) => {
        response.writeHead(307, { location: `${elsewhere.base}/chat/completions` }).end();
      },
      { key: 'sk-1' },
    );
    expect(issues).toEqual(nothing('the server refused'));
    expect(elsewhere.asked).toEqual([]);
  });

  test('in time is told as slow', async () => {
    const { issues } = await judgedBy(() => undefined, { timeout: 20 });
    expect(issues).toEqual(nothing('the answer took too long'));
  });

  test('to its end in time is told as slow', async () => {
    const { issues } = await judgedBy(
      (_asked, response) => {
        response.write('{');
      },
      { timeout: 50 },
    );
    expect(issues).toEqual(nothing('the answer took too long'));
  });

  test('before the time for the whole run is over has the rest told as such', async () => {
    const { issues } = await judgedBy(() => undefined, { budget: 50 });
    expect(issues).toEqual(nothing('the time for a run was used up'));
  });

  test('at all, since nothing listens, is told as unreachable', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    server.close();
    await once(server, 'close');
    expect(await at(`http://127.0.0.1:${port}/v1`)).toEqual(nothing('the server could not be reached'));
  });
});
