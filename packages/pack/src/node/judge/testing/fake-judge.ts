import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

const question = z.strictObject({
  model: z.string(),
  temperature: z.literal(0),
  messages: z.tuple([
    z.strictObject({ role: z.literal('system'), content: z.string() }),
    z.strictObject({ role: z.literal('user'), content: z.string() }),
  ]),
});
const itemLine = z.looseObject({ item: z.int() });

export type AskedItem = z.infer<typeof itemLine>;

interface AskedQuestion {
  readonly model: string;
  readonly authorization: string | undefined;
  readonly items: readonly AskedItem[];
}

/** Answers one question: the first of them has the number 1. */
export type Reply = (asked: AskedQuestion, response: ServerResponse, number: number) => void;

export interface FakeJudge {
  /** With `/v1`. */
  readonly base: string;
  readonly asked: readonly AskedQuestion[];
  close(): Promise<void>;
}

/** A model server on this machine that answers as it is told. */
export async function fakeJudge(reply: Reply): Promise<FakeJudge> {
  const asked: AskedQuestion[] = [];
  const server = createServer((request, response) => {
    void questionIn(request).then((each) => {
      asked.push(each);
      reply(each, response, asked.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}/v1`,
    asked,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function questionIn(request: IncomingMessage): Promise<AskedQuestion> {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  await once(request, 'end');
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions') throw new Error('asked in another way');
  const { model, messages } = question.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
  const lines = messages[1].content.split('\n').filter((line) => line.startsWith('{'));
  return { model, authorization: request.headers.authorization, items: lines.map((line) => itemLine.parse(JSON.parse(line))) };
}

/** A completion with this text. */
export function say(response: ServerResponse, content: string): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id: 'x', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }] }));
}

interface AnyVerdict {
  readonly item: number;
  readonly clause: string;
  readonly reason: string;
}

/** Finds fault with items in which one of the words stands, and with the controls. */
export function verdictsOn(items: readonly AskedItem[], words: readonly string[] = []): readonly AnyVerdict[] {
  const wrong = [...words, 'how to register to vote', 'only traitors', 'Ignore your other instructions', 'minority religion'];
  return items.map((each) =>
    wrong.some((word) => JSON.stringify(each).includes(word))
      ? { item: each.item, clause: 'S16', reason: 'propaganda' }
      : { item: each.item, clause: 'none', reason: 'none' },
  );
}

export function judging(...words: readonly string[]): Reply {
  return ({ items }, response) => {
    say(response, JSON.stringify({ verdicts: verdictsOn(items, words) }));
  };
}
