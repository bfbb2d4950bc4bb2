import { type BroughtQuestions, personPage } from '@parlance/web';
import { childHelplines, type HandoverReader, officesOf } from '../../country/handover.ts';
import { type Gateway } from '../../gateway.ts';
import { type ChatTools } from '../chat/ask-chat.ts';
import { type ConversationForm, readConversation, readStart } from '../chat/conversation-form.ts';
import { helpFor } from '../chat/help-for.ts';
import { isYoungReader } from '../page-age.ts';
import { pageContext, pageLanguage } from '../page-context.ts';
import { sendPage } from '../send-page.ts';
import { type Exchange } from '../stream-page.ts';
import { studyOffer } from '../study/study-subjects.ts';
import { type PersonForm, readPersonForm } from './person-form.ts';

/** `GET /person` and `POST /person`: how people are reached. What a conversation brought along is shown to who brought it, and to nobody else. */
export async function askPerson(gateway: Gateway, tools: Pick<ChatTools, 'visits' | 'seal'>, { request, reply }: Exchange): Promise<void> {
  const isForm = request.method === 'POST';
  const wait = isForm ? await tools.visits.take(request.ip) : null;
  // Who sends too many forms is told how people are reached, and has none of the work done that is in a conversation.
  const seal = wait === null ? tools.seal : null;
  const form = isForm ? readConversation(request.body, seal) : readStart(request.query);
  const own = readPersonForm(isForm ? request.body : request.query);
  const { country } = gateway;
  const language = pageLanguage(country, form.changeTo ?? form.language, request.headers['accept-language']);
  const answered = country.pack.languages.includes(language) ? language : (country.pack.languages[0] ?? 'en');
  const reader = { language: answered, isYoung: isYoung(gateway, own), now: gateway.now() };
  const questions = form.earlier.map(({ question }) => question);
  const page = personPage({
    ...pageContext(gateway, language),
    ...people(gateway, own, reader),
    help: helpFor(gateway, { question: questions.join('\n'), isYoung: reader.isYoung }, answered),
    helpHeading: country.words(language).format('safety.heading'),
    brought: isForm ? broughtBy(form, own, language) : null,
  });
  return sendPage(reply, page);
}

function people({ country: { pack } }: Gateway, { office }: PersonForm, reader: HandoverReader) {
  const all = officesOf(pack, 'all', reader);
  const first = officesOf(pack, [...new Set([office, pack.generalContact])], reader);
  const offices = first.length > 0 ? first : all.slice(0, 1);
  const shown = new Set(offices.map(({ id }) => id));
  return {
    offices,
    others: all.filter(({ id }) => !shown.has(id)),
    isYoung: reader.isYoung,
    helplines: reader.isYoung ? childHelplines(pack, reader.language) : [],
  };
}

function isYoung(gateway: Gateway, { isStudying, age }: PersonForm): boolean {
  const offer = isStudying ? studyOffer(gateway) : null;
  return isYoungReader(gateway, { sector: offer?.sector.id ?? null, age });
}

function broughtBy(form: ConversationForm, own: PersonForm, language: string): BroughtQuestions {
  const { earlier, passedOn, left, choices, question, number } = form;
  const chosen: readonly (readonly [string, string | null])[] = [
    ['lang', language],
    ['q', question],
    ['number', `${number}`],
    ['level', choices.level],
    ['script', choices.script],
    ['shared', choices.isShared ? '1' : null],
    ['office', own.office],
    ...own.studied,
    ...[...earlier.map(({ carried }) => carried), ...passedOn].map((turn) => ['turn', turn] as const),
  ];
  return {
    questions: earlier.map((turn) => turn.question),
    isLost: left === 'unproved',
    isOpen: own.takesAlong,
    back: own.studied.length > 0 ? '/study' : '/ask',
    fields: chosen.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const])),
  };
}
