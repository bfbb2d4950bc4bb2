import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the safeguard was asked, as it could be read from the bytes on the wire. */
export interface AskedJudgement {
  readonly path: string;
  readonly body: string;
  readonly policy: string;
  readonly before: string;
  readonly sentence: string;
}

export type SafeguardScript = (response: ServerResponse, asked: AskedJudgement) => Promise<void> | void;

export interface MockSafeguard {
  readonly url: string;
  readonly asked: AskedJudgement[];
  /** Questions that were broken off before they were answered. */
  readonly aborted: () => number;
  /** The most questions that were open at once. */
  readonly mostOpen: () => number;
  play(script: SafeguardScript): void;
  close(): Promise<void>;
}

/** A scripted safeguard on a real socket, for both kinds of question. */
export async function startMockSafeguard(): Promise<MockSafeguard> {
  const asked: AskedJudgement[] = [];
  let script: SafeguardScript = judges(() => false);
  let [aborted, open, mostOpen] = [0, 0, 0];
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const question = readQuestion(incoming.url ?? '', Buffer.concat(parts).toString('utf8'));
      asked.push(question);
      mostOpen = Math.max(mostOpen, ++open);
      response.on('close', () => {
        open--;
        if (!response.writableFinished) aborted++;
      });
      void script(response, question);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    aborted: () => aborted,
    mostOpen: () => mostOpen,
    play: (next) => (script = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface ChatQuestion {
  readonly messages: readonly { readonly content: string }[];
}

function readQuestion(path: string, body: string): AskedJudgement {
  const read: unknown = JSON.parse(body);
  if (path.endsWith('/moderations')) return { path, body, policy: '', before: '', sentence: (read as { readonly input: string }).input };
  const [system, user] = (read as ChatQuestion).messages;
  const policy: unknown = JSON.parse(/<policy>\n(.*)\n<\/policy>/.exec(system?.content ?? '')?.[1] ?? '""');
  const { before, sentence } = JSON.parse(user?.content ?? '{}') as { readonly before: string; readonly sentence: string };
  return { path, body, policy: String(policy), before, sentence };
}

/** The body of an answer to a chat question. */
export const chatAnswer = (verdict: unknown): string =>
  JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: JSON.stringify(verdict) } }] });

const send = (response: ServerResponse, body: string): void => {
  response.setHeader('content-type', 'application/json').end(body);
};

/** Judges by a function of the sentence, after a while that depends on it. */
export function judges(isCovered: (sentence: string) => boolean, delay: (sentence: string) => number = () => 0): SafeguardScript {
  return async (response, { sentence, path }) => {
    const pause = delay(sentence);
    if (pause > 0) await sleep(pause);
    const isHit = isCovered(sentence);
    if (path.endsWith('/moderations')) send(response, moderationAnswer({ 'hate-speech': isHit }, { 'hate-speech': isHit ? 0.9 : 0.1 }));
    else send(response, chatAnswer({ verdict: isHit ? 'covered' : 'not_covered', confidence: 0.9 }));
  };
}

export const moderationAnswer = (categories: Readonly<Record<string, boolean>>, scores: Readonly<Record<string, number>>): string =>
  JSON.stringify({ id: 'm', model: 'm', results: [{ flagged: false, categories, category_scores: scores }] });

/** Ways in which a safeguard gives no verdict. */
export const failures: Readonly<Record<string, SafeguardScript>> = {
  'says nothing': () => undefined,
  'answers 500': (response) => {
    response.writeHead(500).end('{"error":"canary-of-the-judge"}');
  },
  'answers no JSON': (response) => {
    send(response, 'allowed');
  },
  'answers JSON without a verdict': (response) => {
    send(response, '{"choices":[]}');
  },
  'answers an unknown label': (response) => {
    send(response, chatAnswer({ verdict: 'allowed', confidence: 1 }));
  },
  'answers a member more than is known': (response) => {
    send(response, chatAnswer({ verdict: 'not_covered', confidence: 1, unless: 'asked' }));
  },
  'answers with a confidence above one': (response) => {
    send(response, chatAnswer({ verdict: 'not_covered', confidence: 7 }));
  },
  'is cut off at its greatest length': (response) => {
    send(response, chatAnswer({ verdict: 'not_covered', confidence: 1 }).replace('"stop"', '"length"'));
  },
  'closes the connection': (response) => {
    response.destroy();
  },
  'trickles its answer': async (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    for (const letter of chatAnswer({ verdict: 'not_covered', confidence: 1 })) {
      if (response.destroyed) return;
      response.write(letter);
      await sleep(40);
    }
    response.end();
  },
};
