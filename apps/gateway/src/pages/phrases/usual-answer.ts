import { createAnswerEncoder, turnAround } from '@parlance/web';
import { type ChatRequest } from '@parlance/wire';
import { type Gateway, today } from '../../gateway.ts';
import { receiptId } from '../../record/receipt-id.ts';
import { type Recorder } from '../../record/recorder.ts';
import { speakingRoutes } from '../../surfaces/surface-table.ts';
import { type RecordingTools } from '../../turn/recording.ts';
import { turn } from '../../turn/turn.ts';
import { createPasteUpstream } from '../../upstream/paste-upstream.ts';
import { type Upstream } from '../../upstream/upstream.ts';
import { answerWords } from '../answer-words.ts';
import { tryExamples } from '../try-examples.ts';
import { isIn, pageContext } from '../page-context.ts';
import { pageWords } from '../page-words.ts';
import { pageAge } from '../page-age.ts';

const noSurprise = new Uint8Array(32);
const zeros = 'A'.repeat(43);

/**
 * The HTML of an answer that nobody asked for: every rule of the pack has something to do in it, and its question is one of those that the pack itself suggests, and one that rests on no source. Nothing in it comes from a reader or
 * from a model, nothing is asked of anybody and nothing is recorded.
 */
export async function usualAnswer(gateway: Gateway, language: string): Promise<string> {
  const { country } = gateway;
  const text = pageWords(country.pack, language);
  const question = pageContext(gateway, language).questions.at(-1)?.text ?? '';
  const asked = { question, number: 2, language, nextTicket: '', isPart: true };
  const encoder = createAnswerEncoder({
    language,
    words: answerWords(country.words(language)),
    text,
    turn: { ...asked, conversation: zeros.slice(0, 12), carry: (told) => zeros.slice(0, 22) + JSON.stringify({ ...told, answer: '' }) },
  });
  const parts: string[] = [];
  for await (const events of turn(turnInput(gateway, { question, language }))) parts.push(...events.map((event) => encoder.encode(event)));
  // Its own text comes again in no other answer.
  return turnAround(text, asked).join(parts.join('').replace(/(?<=<code data-part="delivered">)[^<]*/, ''));
}

interface Asked {
  readonly question: string;
  readonly language: string;
}

function turnInput(gateway: Gateway, { question, language }: Asked): Parameters<typeof turn>[0] {
  const { country, config, log } = gateway;
  const upstream = sayingEverything(gateway, language);
  const request: ChatRequest = { model: 'parlance', messages: [{ role: 'user', content: question }], parlance: { language } };
  return {
    id: 'page-00000000-0000-0000-0000-000000000000',
    surface: speakingRoutes['POST /ask'],
    recording: forgetting(log.origin),
    request,
    country,
    upstream,
    judge: null,
    sector: gateway.pageKey?.sector ?? country.defaultSector,
    today: today(gateway),
    egress: config.egress,
    keyAge: pageAge(gateway),
    departure: { hasGone: false, whenGone: () => () => undefined },
    onBroken: () => undefined,
    onEnd: () => undefined,
  };
}

/** Says in one answer what each restriction is about, and what no answer may tell of a person. */
function sayingEverything({ country, upstream }: Gateway, language: string): Upstream {
  const { restrictions } = country.pack;
  const privacy = tryExamples(country, language).find(({ id }) => id === 'privacy')?.text ?? '';
  const said = restrictions.flatMap(({ fixtures: { hits } }) => hits.find((hit) => isIn(country, hit, language)) ?? hits.slice(0, 1));
  const { id, jurisdiction, defaultModel } = upstream;
  return { ...createPasteUpstream([privacy, ...said].join('\n\n'), 'instant'), id, jurisdiction, defaultModel };
}

/** What has the form of a receipt and promises nothing: nobody is given it. */
function forgetting(origin: string): RecordingTools {
  const day = '1970-01-01T00:00:00.000Z';
  const note = `parlance-promise/v1\nlog ${origin}\nrecords 1\nroot ${zeros}=\ndeadline 0\n\n— ${origin} ${zeros}${zeros}\n`;
  const recorder: Recorder = {
    intend: () => Promise.resolve(),
    settle: () => Promise.resolve({ position: 0n, promise: { note, index: 0, path: '' }, deadline: day }),
  };
  return { recorder, receiptId, nonce: () => noSurprise, now: () => new Date(day) };
}
