import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type JudgeRequest } from '../../check/judge/judge-request.ts';
import { type JudgeAnswer } from '../../check/judge/read-verdicts.ts';
import { type NotJudged } from '../../check/judge/verdict.ts';
import { readLimited } from '../read-limited.ts';

export interface JudgeServer {
  /** With `/chat/completions`. */
  readonly address: URL;
  readonly model: string;
  /** Null: ask as a stranger. */
  readonly key: string | null;
  /** Milliseconds that one request may take, with its answer. */
  readonly timeout: number;
  /** Milliseconds before a busy server is asked again, where it names none. */
  readonly pause: number;
  /** Ends everything that is under way. */
  readonly budget: AbortSignal;
}

/** An answer, and whether the next request can be expected to fare no better. */
export interface Asked {
  readonly answer: JudgeAnswer;
  readonly isDown: boolean;
}

/** Verdicts on twenty items are two kilobytes; models that think aloud in a field of their own need more. */
const largestAnswer = 256 * 1024;
/** Milliseconds that a server can make a client wait. */
const longestPause = 30_000;
const busy = [429, 503];
/** Whatever is asked: the key, the address or the way is wrong. */
const standing = [401, 402, 403, 404, 405];

/** Asks once, and once more when the server is busy (RFC 9110 section 10.2.3). Never rejects. */
export async function askJudge(request: JudgeRequest, server: JudgeServer): Promise<Asked> {
  try {
    const first = await post(request, server);
    if (!busy.includes(first.status)) return first.asked;
    await sleep(Math.min(first.pause ?? server.pause, longestPause), undefined, { signal: server.budget });
    return (await post(request, server)).asked;
  } catch (error) {
    if (server.budget.aborted) return failed('out-of-time');
    return error instanceof Error && error.name === 'TimeoutError' ? failed('slow') : failed('unreachable', true);
  }
}

interface Reply {
  readonly status: number;
  readonly asked: Asked;
  /** Milliseconds that the server asks to be left alone. */
  readonly pause: number | null;
}

async function post({ system, user }: JudgeRequest, { address, model, key, timeout, budget }: JudgeServer): Promise<Reply> {
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, temperature: 0, messages }),
    // Neither texts nor a key go where nobody sent them.
    redirect: 'manual',
    signal: AbortSignal.any([AbortSignal.timeout(timeout), budget]),
  });
  const { status, headers } = response;
  if (status === 200) return { status, asked: readAnswer(await readLimited(response, largestAnswer)), pause: null };
  await response.body?.cancel();
  return { status, asked: refusal(status), pause: pauseOf(headers) };
}

function refusal(status: number): Asked {
  if (busy.includes(status)) return failed('busy', true);
  if (status >= 500) return failed('server-error', true);
  return failed('refused', status < 400 || standing.includes(status));
}

function failed(why: NotJudged, isDown = false): Asked {
  return { answer: { kind: 'failed', why }, isDown };
}

/** Seconds; a date counts as nothing. */
function pauseOf(headers: Headers): number | null {
  const text = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

const completion = z.looseObject({ choices: z.array(z.looseObject({ message: z.looseObject({ content: z.string() }) })).min(1) });

function readAnswer(bytes: Uint8Array | null): Asked {
  if (bytes === null) return failed('too-large');
  const content = contentIn(bytes);
  return content === null ? failed('unreadable') : { answer: { kind: 'answered', content }, isDown: false };
}

function contentIn(bytes: Uint8Array): string | null {
  try {
    return completion.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).choices[0]?.message.content ?? null;
  } catch {
    return null;
  }
}
