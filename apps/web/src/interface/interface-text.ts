import { type QuestionKind, type Speed } from '../page-context.ts';
import { type ChatText } from './chat/chat-text.ts';
import { type ObjectionText } from './objections/objection-text.ts';
import { type PersonText } from './person/person-text.ts';
import { type RegisterText } from './register/register-text.ts';
import { type ServicesText } from './services/services-text.ts';
import { type TransparencyText } from './transparency/transparency-text.ts';
import { type TroubleText } from './troubles/trouble-text.ts';
import { type Section } from './sections.ts';
import { type ReceiptText } from './receipts/receipt-text.ts';
import { type StudyText } from './study/study-text.ts';

interface TitledText {
  readonly title: string;
  readonly text: string;
}

/**
 * Every word of the pages that is not the charter's or the pack's. A language is one object of this type in one file, and one line in `index.ts`.
 * Texts are plain: they are escaped when they are written.
 */
export interface InterfaceText {
  /** BCP 47 tag of the language of these words. */
  readonly language: string;
  /** Parts of which most words are in another language, because nobody has translated them, with that language. */
  readonly untranslated?: Readonly<Partial<Record<Section, string>>>;
  readonly skip: string;
  readonly languageMenu: string;
  /** Said on each page whose words nobody has reviewed. */
  readonly notReviewed: string;
  /** Said where the pack answers in other languages than that of the page, with their names. */
  answersIn(languages: string): string;
  readonly tryIt: string;
  readonly home: string;

  readonly title: string;
  readonly lead: string;
  readonly questionLabel: string;
  readonly questionHint: string;
  readonly ask: string;
  readonly examplesHeading: string;
  readonly exampleKind: Readonly<Record<QuestionKind, string>>;
  readonly promisesHeading: string;
  readonly promises: readonly [TitledText, TitledText, TitledText];
  readonly emergencyHeading: string;
  readonly exampleBanner: string;
  readonly answersFrom: string;
  readonly serviceCards: string;
  readonly packLabel: string;
  /** Who runs the service, and what stands there where the settings name nobody. */
  readonly operator: string;
  readonly operatorUnset: string;

  readonly yourQuestion: string;
  readonly answerHeading: string;
  readonly answering: string;
  readonly askAgain: string;
  readonly changesHeading: string;
  readonly whyAdded: string;
  readonly reasoning: string;
  readonly refusal: string;
  readonly toolCall: string;
  readonly cutShort: string;
  readonly noticesHeading: string;
  leftOut(type: string): string;
  unjudged(type: string): string;
  added(purpose: string): string;
  readonly cause: string;
  readonly law: string;
  readonly authority: string;
  readonly since: string;
  readonly decidedBy: string;
  readonly byMachine: string;
  readonly byModel: string;
  readonly byNobody: string;
  readonly reason: string;
  readonly rule: string;
  readonly object: string;
  readonly backToPlace: string;
  readonly sourcesHeading: string;
  sourceNumber(number: string): string;
  readonly licence: string;
  readonly readOn: string;
  readonly factsHeading: string;
  readonly answeredBy: string;
  readonly insteadOf: string;
  readonly answeredIn: string;
  readonly unknownPlace: string;
  readonly replacedBeforeSending: string;
  readonly nothingReplaced: string;
  readonly layers: string;
  readonly charter: string;

  readonly tryTitle: string;
  readonly tryLead: string;
  /** What is tried is recorded, like every answer. */
  readonly tryLogged: string;
  readonly pretendLabel: string;
  readonly pretendHint: string;
  readonly personAsks: string;
  readonly speedLabel: string;
  readonly speed: Readonly<Record<Speed, string>>;
  readonly run: string;
  readonly loadExample: string;
  readonly resultHeading: string;
  readonly resultEmpty: string;
  readonly showInstructions: string;
  readonly ruleTitle: string;
  readonly ruleLead: string;
  readonly ruleLabel: string;
  readonly check: string;
  readonly ruleAccepted: string;
  readonly ruleRefused: string;
  readonly ruleResultHeading: string;
  readonly warning: string;
  readonly error: string;
  readonly expected: string;
  readonly received: string;
  readonly mend: string;
  readonly line: string;
  readonly field: string;

  readonly backHome: string;

  readonly services: ServicesText;
  readonly person: PersonText;
  readonly troubles: TroubleText;
  readonly objections: ObjectionText;
  readonly chat: ChatText;
  readonly study: StudyText;
  readonly receipts: ReceiptText;
  readonly transparency: TransparencyText;
  readonly register: RegisterText;
}
