import { createHash, randomBytes } from 'node:crypto';
import { type AskedTurn, chatAround, chatPage, type ChatContext, longestQuestion, type NotAsked, turnAround } from '@parlance/web';
import { safetyHeading } from '../../country/crisis.ts';
import { type Gateway, today } from '../../gateway.ts';
import { preview } from '../../turn/begin.ts';
import { newAnswerId, type PageQuestion } from '../answer-parts.ts';
import { type AnswerTools, beginAnswer } from '../begin-answer.ts';
import { isYoungReader, pageAge } from '../page-age.ts';
import { isUnspoken, pageLanguage } from '../page-context.ts';
import { type AnswerPhrases } from '../phrases/answer-phrases.ts';
import { sendPage } from '../send-page.ts';
import { type Exchange, streamPage } from '../stream-page.ts';
import { askedChat } from './asked-chat.ts';
import { chatContext } from './chat-context.ts';
import { type ConversationForm, readConversation, readStart } from './conversation-form.ts';
import { helpFor } from './help-for.ts';
import { type TurnSeal } from './turn-seal.ts';
import { type VisitorLimit } from './visitor-limit.ts';

/** What the conversation needs beside the gateway; it lives as long as the server. */
export interface ChatTools extends AnswerTools {
  readonly seal: TurnSeal;
  /** Of all forms, whatever they want. */
  readonly visits: VisitorLimit;
  readonly phrases: AnswerPhrases;
}

/** One visit of the form. */
interface Visit extends Exchange {
  readonly form: ConversationForm;
  readonly context: ChatContext;
}

/** `GET /` and `POST /ask`: the conversation that the form brings along, and the answer to its question. */
export async function askChat(gateway: Gateway, tools: ChatTools, { request, reply }: Exchange): Promise<void> {
  const isForm = request.method === 'POST';
  const wait = isForm ? await tools.visits.take(request.ip) : null;
  // Who sends too many forms has none of the work done that is in a conversation: it only goes along to the next form.
  const seal = wait === null ? tools.seal : null;
  const form = isForm ? readConversation(request.body, seal) : readStart(request.query);
  const visit: Visit = { request, reply, form, context: await contextOf(gateway, tools, { request, form }) };
  if (form.isStop) return stop(tools, visit);
  if (wait !== null) return sendWait(gateway, visit, wait);
  if (!isForm || form.changeTo !== undefined) return sendChat(gateway, visit);
  const { chat } = visit.context.interfaceText;
  if (form.question === '') return sendNotAsked(gateway, visit, { status: 400, message: chat.emptyQuestion });
  if (form.question.length > longestQuestion)
    return sendNotAsked(gateway, visit, { status: 413, message: chat.tooLong(`${longestQuestion}`) });
  if (form.isCut) {
    // The script of a page that is there already leaves the turns out of what it sends next.
    reply.header('parlance-cut', 'turns');
    return sendNotAsked(gateway, visit, { status: 413, message: chat.tooLarge });
  }
  await ask(gateway, tools, visit);
}

async function contextOf(gateway: Gateway, tools: ChatTools, { request, form }: Pick<Visit, 'request' | 'form'>): Promise<ChatContext> {
  const chosen = form.changeTo ?? form.language;
  const accepted = request.headers['accept-language'];
  const language = pageLanguage(gateway.country, chosen, accepted);
  // A page that is there already has named them.
  const phrases = form.isPart ? null : await tools.phrases.of(gateway, language);
  return chatContext(gateway, form, {
    language,
    isUnspoken: isUnspoken(gateway.country, chosen, accepted),
    ticket: newTicket(),
    phrases: phrases?.id ?? null,
  });
}

async function ask(gateway: Gateway, tools: ChatTools, visit: Visit): Promise<void> {
  const { request, reply, form, context } = visit;
  const begun = await beginAnswer(gateway, tools, {
    request,
    reply,
    key: form.ticket === null ? null : keyOf(form),
    isKept: !form.choices.isShared,
    questionOf: () => questionOf(gateway, tools, visit),
  });
  switch (begun.kind) {
    case 'begun':
      return answer(gateway, tools, { visit, ...begun });
    case 'wait':
      return sendWait(gateway, visit, begun.wait);
    case 'no-room':
      reply.header('retry-after', 60);
      return sendNotAsked(gateway, visit, { status: 503, message: context.interfaceText.troubles.notNow });
  }
}

interface Answer {
  readonly visit: Visit;
  readonly question: PageQuestion;
  readonly parts: AsyncIterable<string>;
}

/** Streams the answer into its page, or alone when the page is there already. */
async function answer(gateway: Gateway, tools: ChatTools, { visit, question, parts }: Answer): Promise<void> {
  const { form, context } = visit;
  const text = context.interfaceText;
  const turn: AskedTurn = {
    question: form.question,
    number: form.number,
    language: question.language,
    nextTicket: context.ticket,
    isPart: form.isPart,
    ...(question.help !== undefined && { help: question.help }),
  };
  const page = {
    ...context,
    draft: form.draft,
    help: helpFor(gateway, { question: form.draft, isYoung: isYoungReader(gateway) }, context.language),
  };
  const [before, after] = form.isPart ? turnAround(text, turn) : chatAround(page, turn);
  const phrases = form.isPart && form.phrases !== null ? tools.phrases.find(form.phrases) : null;
  await streamPage(gateway, visit, { id: question.id, kind: { hasScript: true }, before, parts, after, phrases });
}

function questionOf(gateway: Gateway, { seal }: ChatTools, { request, form, context }: Visit): PageQuestion {
  const chat = askedChat(gateway, form, context.scripts);
  // The page keeps the language that was chosen; the answer has the language of the question, if it says any.
  const hints = { page: context.language, accepted: request.headers['accept-language'] };
  const { country, upstream } = gateway;
  const sector = gateway.pageKey?.sector ?? country.defaultSector;
  // As the turn will find it, so that the help that it tells of stands above the answer before anybody is asked.
  const asked = { request: chat, country, upstream, sector, today: today(gateway), hints, keyAge: pageAge(gateway) };
  const { language, safety, isSorrow } = preview(asked);
  // Who reads a page in a language without answers reads the words around the answer in it too.
  const wordsLanguage = context.answersIn.length > 0 ? context.language : language;
  return {
    id: newAnswerId(),
    route: 'POST /ask',
    upstream,
    chat,
    language,
    wordsLanguage,
    hints,
    help: { heading: safetyHeading(country.words(wordsLanguage), isSorrow), resources: safety },
    turn: {
      conversation: form.conversation,
      number: form.number,
      question: form.question,
      isPart: form.isPart,
      carry: isPlain(form) ? (told) => seal.sealPlain(told) : (told) => seal.seal(told),
    },
  };
}

/** Whether the turn goes into the page as it is: it costs little there beside its text, and whoever has no script would send more with the next question. */
const isPlain = ({ isPart, isPacking }: ConversationForm): boolean => isPart && isPacking;

function stop({ kept }: AnswerTools, { form, reply }: Visit): Promise<void> {
  const waiting = form.ticket === null ? null : kept.find(keyOf(form));
  waiting?.stop();
  // Nothing that waits under this ticket: then the reader can only let go of the line.
  return Promise.resolve(reply.code(waiting === null ? 404 : 204).send()).then(() => undefined);
}

/** Nobody is asked; whoever wrote in distress and only changed the language is given what helps all the same. */
function sendChat(gateway: Gateway, { reply, context, form }: Visit): Promise<void> {
  const help = helpFor(gateway, { ...form, isYoung: isYoungReader(gateway) }, context.language);
  return sendPage(reply, chatPage({ ...context, help, draft: form.question }), { hasScript: true });
}

function sendWait(gateway: Gateway, visit: Visit, wait: number): Promise<void> {
  const message = visit.context.interfaceText.chat.tooMany(`${Math.ceil(wait / 60_000)}`);
  visit.reply.header('retry-after', Math.ceil(wait / 1000));
  return sendNotAsked(gateway, visit, { status: 429, message });
}

/** A question that is not taken stands in the field again, and whoever asked it in distress is given what helps all the same. */
function sendNotAsked(gateway: Gateway, { reply, context, form }: Visit, notAsked: NotAsked): Promise<void> {
  const help = helpFor(gateway, { ...form, isYoung: isYoungReader(gateway) }, context.language);
  const page = chatPage({ ...context, notAsked, help, draft: form.question });
  return sendPage(reply, page, { status: notAsked.status, hasScript: true });
}

const newTicket = (): string => randomBytes(16).toString('base64url');

/** All that decides what the answer is. A digest, so that no question lies in memory longer than its answer needs it. */
function keyOf(form: ConversationForm): string {
  const { ticket, question, language, earlier, passedOn, number, isPart, choices } = form;
  const turns = [...earlier.map(({ carried }) => carried), ...passedOn];
  const asked = [ticket, question, language ?? null, turns, number, isPart, isPlain(form), choices];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
}
