import { createHash, randomBytes } from 'node:crypto';
import { type AskedTurn, longestQuestion, noStudyPage, type NotAsked, studyPage, studyAround, studyStartPage } from '@parlance/web';
import { isYouthConcern } from '../../country/crisis.ts';
import { courtesyIn } from '../../country/courtesy.ts';
import { crisisInWords } from '../../country/crisis-signs.ts';
import { crisisIn } from '../../country/distress/crisis-in.ts';
import { type Gateway } from '../../gateway.ts';
import { beginAnswer, type BegunAnswer } from '../begin-answer.ts';
import { type ChatTools } from '../chat/ask-chat.ts';
import { type ConversationForm, readConversation, readStart } from '../chat/conversation-form.ts';
import { helpFor } from '../chat/help-for.ts';
import { pageContext, pageLanguage } from '../page-context.ts';
import { pageWords } from '../page-words.ts';
import { sendPage } from '../send-page.ts';
import { type Exchange, streamPage } from '../stream-page.ts';
import { withSaid } from './checked-tries.ts';
import { nextStep } from './next-step.ts';
import { isNoTry } from './no-try.ts';
import { noProgress, type Progress, type ProgressSeal, type StudyPlace } from './progress.ts';
import { readStudyForm, readStudyLink, type StudyForm } from './study-form.ts';
import { type AskedStudy, studyQuestion } from './study-question.ts';
import { findItem, foreignName, groupsOf, studyOffer, type StudyOffer } from './study-subjects.ts';
import { studyText } from './study-text.ts';
import { settingsNow, studyContext, type StudySettingsNow, type StudyVisit } from './study-visit.ts';

/** What study mode needs beside the gateway; it lives as long as the server. */
export interface StudyTools extends ChatTools {
  readonly counting: ProgressSeal;
}

interface Visit extends StudyVisit, Exchange {
  /** Before what is asked now. */
  readonly before: Progress;
}

/** What one request brought along. */
interface Brought {
  readonly isLink: boolean;
  readonly form: ConversationForm;
  readonly own: StudyForm;
}

/** `GET /study` and `POST /study`: the subjects, an item with its ladder, and help with what a learner sends. */
export async function askStudy(gateway: Gateway, tools: StudyTools, { request, reply }: Exchange): Promise<void> {
  const wait = request.method === 'POST' ? await tools.visits.take(request.ip) : null;
  // Who sends too many forms has none of the work done that is in a conversation: it only goes along to the next form.
  const brought = broughtBy(wait === null ? tools.seal : null, request);
  const { isLink, form, own } = brought;
  const language = pageLanguage(gateway.country, form.changeTo ?? form.language, request.headers['accept-language']);
  const offer = studyOffer(gateway);
  const settings = offer === null ? null : settingsNow(gateway, offer, own.age);
  if (offer === null || settings === null) return sendPage(reply, noStudyPage(pageContext(gateway, language)), { status: 404 });
  const found = findItem(offer, own.item);
  if (found === null) return sendSubjects(gateway, { reply, offer, form, own, language });
  const ticket = randomBytes(16).toString('base64url');
  const visit: Visit = { request, reply, offer, found, form, own, settings, language, ticket, ...countOf(tools, brought, settings.ladder) };
  if (wait !== null) return sendUnbegun(gateway, tools, { visit, begun: { kind: 'wait', wait } });
  if (isLink || form.changeTo !== undefined || own.act === 'text') return sendStudy(gateway, tools, { visit, progress: visit.before });
  return takeStep(gateway, tools, visit);
}

function broughtBy(seal: ChatTools['seal'] | null, { method, query, body }: Exchange['request']): Brought {
  return method === 'POST'
    ? { isLink: false, form: readConversation(body, seal), own: readStudyForm(body) }
    : { isLink: true, form: readStart(query), own: readStudyLink(query) };
}

function countOf(
  { counting }: StudyTools,
  { form, own }: Brought,
  ladder: StudySettingsNow['ladder'],
): Pick<Visit, 'before' | 'isCountLost'> {
  const before = own.progress === '' ? null : counting.read({ item: own.item, ladder }, own.progress);
  return { before: before ?? noProgress, isCountLost: before === null && (form.earlier.length > 0 || own.progress !== '') };
}

interface SubjectsAsked {
  readonly reply: Exchange['reply'];
  readonly offer: StudyOffer;
  readonly form: ConversationForm;
  readonly own: StudyForm;
  readonly language: string;
}

function sendSubjects(gateway: Gateway, { reply, offer, form, own, language }: SubjectsAsked): Promise<void> {
  const chosen = offer.subjects.find(({ name }) => name === own.subject) ?? null;
  const isUnknown = own.item !== '' || (own.subject !== '' && chosen === null);
  const subjects = offer.subjects.map(({ name, curriculum }) => ({
    name,
    title: curriculum.title,
    language: curriculum.language,
    foreign: foreignName(curriculum.language, language),
    groups: name === chosen?.name ? groupsOf(curriculum, language) : [],
  }));
  const choices = { choices: form.choices, age: own.age ?? null };
  const page = studyStartPage({ ...pageContext(gateway, language), ...choices, subjects, subject: chosen?.name ?? null, isUnknown });
  return sendPage(reply, page, { status: isUnknown ? 404 : 200 });
}

function placeOf({ own, settings }: Visit): StudyPlace {
  return { item: own.item, ladder: settings.ladder };
}

interface Sent {
  readonly visit: Visit;
  readonly progress: Progress;
  readonly notAsked?: NotAsked;
  /** Where nothing is wrong, and nobody is asked all the same. */
  readonly kindly?: string;
}

/** The page where nobody is asked. */
function sendStudy(gateway: Gateway, { counting }: StudyTools, { visit, progress, notAsked, kindly }: Sent): Promise<void> {
  const { form, own, reply } = visit;
  const shown = { progress, sealed: counting.write(placeOf(visit), progress), turnsBefore: progress.turns, asked: null };
  const context = {
    ...studyContext(gateway, visit, shown),
    notAsked: notAsked ?? null,
    kindly: kindly ?? null,
    draft: form.question,
    help: kindly === undefined ? helpFor(gateway, { ...form, isYoung: isYoungLearner(visit) }, visit.language) : [],
  };
  const page = studyPage(own.act === 'text' ? { ...context, copied: studyText(context) } : context);
  return sendPage(reply, page, { status: notAsked?.status ?? 200, hasScript: true });
}

async function takeStep(gateway: Gateway, tools: StudyTools, visit: Visit): Promise<void> {
  const { own, form, before, settings, language } = visit;
  const { study } = pageWords(gateway.country.pack, language);
  // Who wishes for more and has written something has both: the words are asked, one rung further up.
  const question = own.act === 'next' && form.question === '' ? study.nextQuestion : form.question;
  const untaken = notTaken(gateway, visit, question);
  if (untaken !== null) return sendStudy(gateway, tools, { visit, progress: before, ...untaken });
  const asked = studyQuestion(gateway, visit, { seal: tools.seal, question, accepted: visit.request.headers['accept-language'] });
  const { isUrgent } = asked;
  const act = actOf(visit, question);
  const wish = { act, digest: isNoTry(question) ? null : tools.counting.digestOf(question), isUrgent };
  const step = nextStep(settings.ladder, before, { ...wish, isTask: isTaskItself(tools, visit, wish.digest) });
  switch (step.kind) {
    case 'no-try':
      return sendStudy(gateway, tools, { visit, progress: before, kindly: wish.digest === null ? study.noTry : study.notCounted });
    case 'too-few':
      return sendStudy(gateway, tools, {
        visit,
        progress: step.progress,
        notAsked: { status: 400, message: study.tooFew(`${step.missing}`) },
      });
    case 'help': {
      const said = { number: form.number, question };
      // Whoever is helped first may have asked for another task all the same.
      const progress = isBesideTask(visit, asked) ? step.progress : withSaid(step.progress, own.act, said);
      return help(gateway, tools, { visit, asked, progress });
    }
  }
}

/** Nobody tries by greeting. */
function actOf({ own }: Visit, question: string): StudyForm['act'] {
  return courtesyIn(question) === null ? own.act : 'ask';
}

/** A greeting and a try of somebody who is helped first say nothing of the task. */
function isBesideTask({ own }: Visit, { question, isUrgent }: AskedStudy): boolean {
  return courtesyIn(question) !== null || (isUrgent && own.act === 'try');
}

/** Why nobody is asked, whatever the ladder says; null: it depends on the ladder. */
function notTaken(gateway: Gateway, visit: Visit, question: string): Pick<Sent, 'notAsked' | 'kindly'> | null {
  const { chat, study } = pageWords(gateway.country.pack, visit.language);
  const isTry = visit.own.act === 'try';
  if (question === '' && !isTry) return { notAsked: { status: 400, message: chat.emptyQuestion } };
  if (question.length > longestQuestion) return { notAsked: { status: 413, message: chat.tooLong(`${longestQuestion}`) } };
  return isTry && isHarmlessNoTry(visit) ? { kindly: study.noTry } : null;
}

function isTaskItself({ counting }: StudyTools, { form, before }: Visit, digest: string | null): boolean {
  const task = form.earlier.find(({ number }) => number === before.task);
  return task !== undefined && counting.digestOf(task.question) === digest;
}

/** Not knowing is no danger, though in short texts it reads like it. Where words of danger came before it, it is heard as in the chat. */
function isHarmlessNoTry({ form }: Visit): boolean {
  const { question, earlier } = form;
  if (!isNoTry(question) || crisisInWords(question) !== null) return false;
  return earlier.every((turn) => crisisIn(turn.question) === null && !isYouthConcern(turn.question));
}

function isYoungLearner({ settings }: Pick<Visit, 'settings'>): boolean {
  return settings.age.band !== 'any-age';
}

interface Helping {
  readonly visit: Visit;
  readonly asked: AskedStudy;
  readonly progress: Progress;
}

async function help(gateway: Gateway, tools: StudyTools, { visit, asked, progress }: Helping): Promise<void> {
  const { request, reply, form } = visit;
  const begun = await beginAnswer(gateway, tools, {
    request,
    reply,
    key: form.ticket === null ? null : keyOf(visit),
    isKept: !form.choices.isShared,
    questionOf: () => asked.on(progress.rung),
  });
  if (begun.kind === 'begun') return answer(gateway, tools, { visit, asked, progress, begun });
  return sendUnbegun(gateway, tools, { visit, begun });
}

interface Answering extends Helping {
  readonly begun: Extract<BegunAnswer, { kind: 'begun' }>;
}

async function answer(gateway: Gateway, { counting }: StudyTools, { visit, asked, progress, begun }: Answering): Promise<void> {
  const { form, ticket, before, language } = visit;
  const turn: AskedTurn = {
    question: asked.question,
    number: form.number,
    language: begun.question.language,
    nextTicket: ticket,
    isPart: false,
  };
  const around = (reached: Progress): readonly [before: string, after: string] => {
    const shown = {
      progress: reached,
      sealed: counting.write(placeOf(visit), reached),
      turnsBefore: before.turns,
      asked: { number: form.number, question: asked.question },
    };
    const context = {
      ...studyContext(gateway, visit, shown),
      draft: form.draft,
      help: helpFor(gateway, { question: form.draft, isYoung: isYoungLearner(visit) }, language),
    };
    return studyAround(context, turn);
  };
  const [start, after] = around(progress);
  await streamPage(gateway, visit, {
    id: begun.question.id,
    kind: { hasScript: true },
    before: start,
    parts: begun.parts,
    // A try for which there was no whole answer is not counted: the form that follows has the count from before.
    after: () => (begun.hasFailed() ? around(before)[1] : after),
  });
}

interface NotBegun {
  readonly visit: Visit;
  readonly begun: Exclude<BegunAnswer, { kind: 'begun' }>;
}

/** A try for which no answer began is not counted: its form still has the count from before. */
function sendUnbegun(gateway: Gateway, tools: StudyTools, { visit, begun }: NotBegun): Promise<void> {
  const { country } = gateway;
  const { reply, language, before } = visit;
  const { chat, troubles } = pageWords(country.pack, language);
  if (begun.kind === 'no-room') {
    reply.header('retry-after', 60);
    return sendStudy(gateway, tools, { visit, progress: before, notAsked: { status: 503, message: troubles.notNow } });
  }
  const message = chat.tooMany(`${Math.ceil(begun.wait / 60_000)}`);
  reply.header('retry-after', Math.ceil(begun.wait / 1000));
  return sendStudy(gateway, tools, { visit, progress: before, notAsked: { status: 429, message } });
}

/** All that decides what the answer is. A digest, so that no question lies in memory longer than its answer needs it. */
function keyOf({ form, own }: Visit): string {
  const { ticket, question, language, earlier, number, choices } = form;
  return createHash('sha256')
    .update(JSON.stringify(['study', ticket, question, language ?? null, earlier.map(({ carried }) => carried), number, choices, own]))
    .digest('base64url');
}
