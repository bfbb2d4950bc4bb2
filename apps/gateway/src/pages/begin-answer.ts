import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { departureOf } from '../routes/write-stream.ts';
import { type Departure } from '../upstream/departure.ts';
import { answerParts, type PageQuestion } from './answer-parts.ts';
import { type TakePlace } from './chat/answer-places.ts';
import { type KeptAnswer, type KeptAnswers } from './chat/kept-answers.ts';
import { type VisitorLimit } from './chat/visitor-limit.ts';

/** What pages that answer need beside the gateway; it lives as long as the server. */
export interface AnswerTools {
  readonly kept: KeptAnswers;
  readonly limit: VisitorLimit;
  readonly places: TakePlace;
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

/** The answer of a form, or why there is none: milliseconds to wait, or no room to count it or to write it. */
export type BegunAnswer =
  | {
      readonly kind: 'begun';
      readonly question: PageQuestion;
      readonly parts: AsyncIterable<string>;
      /** Whether there was no whole answer and another asking could have one. Known when the parts have come to their end. */
      readonly hasFailed: () => boolean;
    }
  | { readonly kind: 'wait'; readonly wait: number }
  | { readonly kind: 'no-room' };

/** Begins an answer, or finds the one that the same form has begun already. */
export async function beginAnswer(gateway: Gateway, tools: AnswerTools, asking: FormAsking): Promise<BegunAnswer> {
  const { request, reply, key, questionOf } = asking;
  const waiting = key === null ? null : tools.kept.find(key);
  if (waiting !== null) return readerOf({ ...questionOf(), id: waiting.id }, waiting, reply);
  const wait = await tools.limit.take(request.ip);
  if (wait !== null) return { kind: 'wait', wait };
  const letGo = gateway.usage.hasRoom ? tools.places(tools.limit.nameOf(request.ip)) : null;
  return letGo === null ? { kind: 'no-room' } : write(gateway, tools, { ...asking, letGo });
}

interface Writing extends FormAsking {
  /** Of the place that the answer holds. */
  readonly letGo: () => void;
}

function write(gateway: Gateway, { kept }: AnswerTools, { request, reply, key, isKept, questionOf, letGo }: Writing): BegunAnswer {
  const question = questionOf();
  const start = (departure: Departure, onFault?: () => void): AsyncGenerator<string> =>
    holding(answerParts(gateway, question, { departure, log: request.log, onFault }), letGo);
  const keeping = key === null || !isKept ? null : kept.begin(key, { id: question.id, start });
  if (keeping !== null) return readerOf(question, keeping, reply);
  // A reader who goes before the first part is asked for lets the place go too.
  reply.raw.once('close', letGo);
  let hasFailed = false;
  const parts = start(departureOf(reply), () => {
    hasFailed = true;
  });
  return { kind: 'begun', question, parts, hasFailed: () => hasFailed };
}

/** One more reader of an answer that is kept. */
function readerOf(question: PageQuestion, answer: KeptAnswer, reply: FastifyReply): BegunAnswer {
  const parts = answer.read(departureOf(reply));
  return parts === null ? { kind: 'no-room' } : { kind: 'begun', question, parts, hasFailed: answer.isSpoiled };
}

async function* holding(parts: AsyncIterable<string>, letGo: () => void): AsyncGenerator<string> {
  try {
    yield* parts;
  } finally {
    letGo();
  }
}
