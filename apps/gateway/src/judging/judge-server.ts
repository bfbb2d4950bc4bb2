import { type Verdict } from '@parlance/disclosure';
import { Pool } from 'undici';
import { type ClassifierConfig } from '../config/config.ts';
import { type Judge, type JudgeCounts, type Question } from './judge.ts';
import { faultOf, judgeFault } from './judge-fault.ts';
import { chatBody, moderationBody } from './judge-request.ts';
import { Places } from './places.ts';
import { readChatVerdict, readModeration } from './read-verdict.ts';

/** Bytes of an answer that are read: a model may think aloud before its verdict. */
const mostBytes = 256 * 1024;

const kinds = {
  chat: { path: '/chat/completions', body: chatBody, read: readChatVerdict },
  moderations: { path: '/moderations', body: moderationBody, read: readModeration },
} as const;

export interface JudgeServerOptions extends ClassifierConfig {
  readonly now: () => number;
  /** Told at most once a minute, with counts and never with text. */
  readonly onFault: (counts: JudgeCounts) => void;
}

const minute = 60_000;

/** A safeguard model behind an OpenAI-compatible address. */
export class JudgeServer implements Judge {
  readonly jurisdiction: string | null;
  readonly #options: JudgeServerOptions;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #places: Places;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #counts = { judged: 0, judge_slow: 0, judge_down: 0, judge_nonsense: 0 };
  #toldAt = -Infinity;

  constructor(options: JudgeServerOptions) {
    const { origin, pathname } = new URL(options.baseUrl);
    this.#options = options;
    this.jurisdiction = options.jurisdiction;
    this.#pool = new Pool(origin, { connections: options.concurrency, pipelining: 1 });
    this.#path = `${pathname.replace(/\/$/, '')}${kinds[options.kind].path}`;
    this.#places = new Places(options.concurrency);
    this.#headers = { 'content-type': 'application/json', ...(options.key === null ? {} : { authorization: `Bearer ${options.key}` }) };
  }

  counts(): JudgeCounts {
    return { ...this.#counts };
  }

  /** The budget of a sentence runs from when it is sent: how many wait before it decides nothing. */
  async judge(question: Question, signal: AbortSignal): Promise<Verdict> {
    if (!(await this.#places.enter(signal))) return 'failed';
    try {
      const verdict = await this.#ask(question, AbortSignal.any([signal, AbortSignal.timeout(this.#options.budget)]));
      this.#counts.judged++;
      return verdict;
    } catch (error) {
      // Nobody waits for it any more: that is no fault of the safeguard.
      if (!signal.aborted) this.#fail(error);
      return 'failed';
    } finally {
      this.#places.leave();
    }
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }

  async #ask(question: Question, signal: AbortSignal): Promise<Verdict> {
    const kind = kinds[this.#options.kind];
    const body = kind.body(question, this.#options.model);
    const reply = await this.#pool.request({ path: this.#path, method: 'POST', headers: this.#headers, body, signal });
    if (reply.statusCode !== 200) {
      // Breaking off is an error to the body, which nobody reads.
      reply.body.on('error', () => undefined).destroy();
      throw judgeFault('judge_down');
    }
    return kind.read(await bounded(reply.body), question);
  }

  #fail(error: unknown): void {
    this.#counts[faultOf(error)]++;
    const now = this.#options.now();
    if (now - this.#toldAt < minute) return;
    this.#toldAt = now;
    this.#options.onFault(this.counts());
  }
}

async function bounded(body: AsyncIterable<unknown>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > mostBytes) throw judgeFault('judge_nonsense');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
