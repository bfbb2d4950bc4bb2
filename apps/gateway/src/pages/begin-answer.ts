import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { departureOf } from '../routes/write-stream.ts';
import { type Departure } from '../upstream/departure.ts';
import { answerParts, type PageQuestion } from './answer-parts.ts';
import { type KeptAnswers } from './chat/kept-answers.ts';
import { type VisitorLimit } from './chat/visitor-limit.ts';

/** What pages that answer need beside the gateway; it lives as long as the server. */
export interface AnswerTools {
  readonly kept: KeptAnswers;
  readonly limit: VisitorLimit;
}

/** A form that asks. */
export interface FormAsking {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Of all that decides what the answer is; null: the form is no asking that could be repeated. */
  readonly key: string | null;
  /** Whether the answer waits for a line that breaks. */
  readonly isKept: boolean;
  readonly questionOf: () => PageQuestion;
}

/** The answer of a form, or why there is none: milliseconds to wait, or no room to count it. */
export type BegunAnswer =
  | { readonly kind: 'begun'; readonly question: PageQuestion; readonly parts: AsyncIterable<string> }
  | { readonly kind: 'wait'; readonly wait: number }
  | { readonly kind: 'no-room' };

/** Begins an answer, or finds the one that the same form has begun already. */
export async function beginAnswer(gateway: Gateway, { kept, limit }: AnswerTools, asking: FormAsking): Promise<BegunAnswer> {
  const { request, reply, key, isKept, questionOf } = asking;
  const waiting = key === null ? null : kept.find(key);
  if (waiting !== null) return { kind: 'begun', question: questionOf(), parts: waiting.read() };
  const wait = await limit.take(request.ip);
  if (wait !== null) return { kind: 'wait', wait };
  if (!gateway.usage.hasRoom) return { kind: 'no-room' };
  const question = questionOf();
  const start = (departure: Departure): AsyncGenerator<string> => answerParts(gateway, question, { departure, log: request.log });
  const begun = key === null || !isKept ? null : kept.begin(key, start);
  return { kind: 'begun', question, parts: begun?.read() ?? start(departureOf(reply)) };
}
