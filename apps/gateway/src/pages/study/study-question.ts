import { type ChatRequest } from '@parlance/wire';
import { type Gateway, today } from '../../gateway.ts';
import { preview } from '../../turn/begin.ts';
import { type StudyStep } from '../../turn/study-step.ts';
import { newAnswerId, type PageQuestion } from '../answer-parts.ts';
import { askedChat } from '../chat/asked-chat.ts';
import { chatContext } from '../chat/chat-context.ts';
import { type TurnSeal } from '../chat/turn-seal.ts';
import { pageAge } from '../page-age.ts';
import { pageWords } from '../page-words.ts';
import { type Progress } from './progress.ts';
import { standingNotice } from './standing-notice.ts';
import { askedAge, type StudyVisit } from './study-visit.ts';

/** What a learner sent, before it is known how far the help goes. */
export interface AskedStudy {
  readonly question: string;
  /** The learner is in danger or distress: then they are helped and not taught. */
  readonly isUrgent: boolean;
  /** As the one turn of every surface takes it, with help on this rung of the ladder. */
  readonly on: (rung: number) => PageQuestion;
}

interface Written {
  readonly question: string;
  readonly accepted: string | undefined;
  readonly seal: Pick<TurnSeal, 'seal'>;
}

export function studyQuestion(
  gateway: Gateway,
  visit: StudyVisit & { readonly before: Progress },
  { question, accepted, seal }: Written,
): AskedStudy {
  const { country, upstream } = gateway;
  const { form, before, offer, found, settings, language: page } = visit;
  const chat = chatOf(gateway, visit, question);
  const hints = { page, accepted };
  const sector = offer.sector.id;
  const keyAge = pageAge(gateway);
  const studyOn = (index: number, spoken: string): StudyStep | undefined => {
    const rung = settings.ladder[index]?.hint;
    if (rung === undefined) return undefined;
    const { asksBack } = pageWords(country.pack, spoken).study;
    return { curriculum: found.subject.curriculum, item: found.item, rung, asksBack, isItemTold: before.rung >= 0 };
  };
  const asking = { request: chat, country, upstream, sector, today: today(gateway), hints, keyAge, study: studyOn(0, page) };
  const { language, safety } = preview(asking);
  const on = (index: number): PageQuestion => {
    const study = studyOn(index, language);
    return {
      id: newAnswerId(),
      route: 'POST /study',
      upstream,
      chat,
      language,
      // Who reads a page in a language without answers reads the words around the answer in it too.
      wordsLanguage: country.pack.languages.includes(page) ? language : page,
      hints,
      sector,
      toldAbove: standingNotice(gateway, settings.age, page),
      ...(study !== undefined && { study }),
      turn: { conversation: form.conversation, number: form.number, question, isPart: false, carry: (told) => seal.seal(told) },
    };
  };
  return { question, isUrgent: safety.length > 0, on };
}

/** An age that the learner gives can make the rules stricter; the sector's own is not theirs to loosen. */
function chatOf(gateway: Gateway, { form, own, offer, language, ticket }: StudyVisit, question: string): ChatRequest {
  const { scripts } = chatContext(gateway, form, { language, ticket, phrases: null });
  const chat = askedChat(gateway, { ...form, question }, scripts);
  const age = askedAge(gateway, offer, own.age);
  return age === undefined ? chat : { ...chat, parlance: { ...chat.parlance, age_band: age } };
}
