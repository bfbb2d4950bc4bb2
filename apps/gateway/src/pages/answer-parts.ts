import { randomUUID } from 'node:crypto';
import { type AnswerPlace, createAnswerEncoder, endingOf, type TurnHelp } from '@parlance/web';
import { type ChatRequest, type TurnEvent } from '@parlance/wire';
import { type FastifyBaseLogger } from 'fastify';
import { type Gateway, today } from '../gateway.ts';
import { usageOf } from '../routes/answer-questions.ts';
import { speakingRoutes } from '../surfaces/surface-table.ts';
import { countCitations } from '../turn/count-citations.ts';
import { type ReaderHints } from '../turn/localize.ts';
import { recordingTools } from '../turn/recording-tools.ts';
import { type StudyStep } from '../turn/study-step.ts';
import { turn, type TurnEvents } from '../turn/turn.ts';
import { type Departure } from '../upstream/departure.ts';
import { limitLength } from '../upstream/limit-length.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { newText } from '../use-control/used-text.ts';
import { answerWords } from './answer-words.ts';
import { knownWords } from './known-words.ts';
import { pageAge } from './page-age.ts';
import { pageWords } from './page-words.ts';

/** A question that a page asks. */
export interface PageQuestion {
  /** Of the answer. */
  readonly id: string;
  readonly route: 'POST /ask' | 'POST /study' | 'POST /try';
  readonly upstream: Upstream;
  readonly chat: ChatRequest;
  /** Language of the answer. */
  readonly language: string;
  /** Of the words under it; that of the answer when absent. */
  readonly wordsLanguage?: string;
  /** Of the reader; the same with which `language` was found. */
  readonly hints?: ReaderHints;
  /** In which it is answered; that of the pages when absent. */
  readonly sector?: string;
  /** Where somebody learns, how far the help goes. */
  readonly study?: StudyStep;
  /** What the page shows above the answer to who asks in distress; then it is not shown under it again. */
  readonly help?: TurnHelp;
  /** A notice that stands once at the head of the page. */
  readonly toldAbove?: AnswerPlace['toldAbove'];
  /** Its place in a conversation. */
  readonly turn?: AnswerPlace['turn'];
}

/** Nobody can guess it. */
export const newAnswerId = (): string => `page-${randomUUID()}`;

export interface Asker {
  readonly departure: Departure;
  readonly log: Pick<FastifyBaseLogger, 'error' | 'warn'>;
  /** Told when there is no whole answer and another asking could have one. */
  readonly onFault?: (() => void) | undefined;
}

/** One turn as HTML, from inside the open answer element to what stands under the answer: the events of the API in another encoding. */
export async function* answerParts(gateway: Gateway, question: PageQuestion, asker: Asker): AsyncGenerator<string> {
  const { country } = gateway;
  const language = question.wordsLanguage ?? question.language;
  const encoder = createAnswerEncoder({
    language: question.language,
    words: answerWords(country.words(language)),
    text: pageWords(country.pack, language),
    turn: question.turn ?? null,
    helpShown: new Set(question.help?.resources.map(({ id }) => id)),
    toldAbove: question.toldAbove ?? null,
    // What a model writes is text alone, whatever numbers stand in it.
    ...(question.upstream.kind === 'cards' && { known: knownWords(country) }),
    downSince: () => question.upstream.downSince?.()?.toISOString() ?? null,
  });
  for await (const events of eventsOf(gateway, question, asker)) {
    if (events.some(couldPass)) asker.onFault?.();
    yield events.map((event) => encoder.encode(event)).join('');
  }
}

/** What was refused is refused again; an outage or a limit may be over soon. */
function couldPass(event: TurnEvent): boolean {
  if (event.kind !== 'end') return false;
  const ended = endingOf(event.parlance.ending, event.fault);
  return ended === 'outage' || ended === 'quota';
}

function watchUse({ pageKey, uses }: Gateway, chat: ChatRequest, log: Asker['log']): void {
  if (pageKey === null) return;
  for (const incident of uses.see(pageKey, newText(chat))) log.warn({ ...incident }, 'a pattern of use stands out');
}

/** UTF-16 units: some forty printed pages. */
const longestAnswer = 100_000;

function eventsOf(gateway: Gateway, question: PageQuestion, { departure, log }: Asker): AsyncIterable<TurnEvents> {
  const { id, upstream, chat } = question;
  const isReal = upstream === gateway.upstream;
  if (isReal) watchUse(gateway, chat, log);
  return turn({
    id,
    surface: speakingRoutes[question.route],
    recording: recordingTools(gateway),
    request: chat,
    country: gateway.country,
    upstream: limitLength(upstream, longestAnswer),
    reranker: isReal ? gateway.reranker : null,
    judge: gateway.judge,
    metrics: isReal ? gateway.metrics : null,
    sector: question.sector ?? gateway.pageKey?.sector ?? gateway.country.defaultSector,
    today: today(gateway),
    egress: gateway.config.egress,
    keyAge: pageAge(gateway),
    hints: question.hints,
    study: question.study,
    departure,
    onBroken: (error) => {
      log.error({ id, reason: error instanceof Error ? error.name : 'unknown' }, 'an answer failed');
    },
    onEnd: ({ parlance, usage }, cited) => {
      if (gateway.pageKey !== null) gateway.usage.add(usageOf(gateway.pageKey, parlance, usage));
      // What is tried out on pasted text is no answer to anybody.
      if (isReal) countCitations(gateway, parlance, cited);
    },
  });
}
