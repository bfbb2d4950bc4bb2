export { type AnswerPlace, createAnswerEncoder, type AnswerEncoder } from './answer/answer-encoder.ts';
export { knownEmail, knownPhone, type KnownTexts, knownTexts, knownTitle } from './answer/known-text.ts';
export { endingOf } from './answer/how-it-ended.tsx';
export { type AnswerWords } from './answer/answer-words.ts';
export { interfaceIn, translatedInterface, type InterfaceText, type Translate } from './interface/index.ts';
export { sections, type Section } from './interface/sections.ts';
export {
  type PageContext,
  type PageFault,
  type QuestionKind,
  type RuleIssue,
  type RuleResult,
  type Speed,
  type TryContext,
  type VerifyContext,
} from './page-context.ts';
export { type ChatContext, type LeftOut, type NotAsked, type ReaderChoices } from './chat-context.ts';
export { type CarriedTurn, type EarlierTurn } from './answer/earlier-turn.ts';
export { chatAround, chatPage } from './pages/chat-page.tsx';
export { type AskedTurn, turnAround, type TurnHelp } from './pages/turn-area.tsx';
export { longestQuestion } from './pages/question-form.tsx';
export { directionOf } from './direction.ts';
export { pageAddress } from './page-address.ts';
export { missingPage } from './pages/missing-page.tsx';
export { servicePage } from './pages/service-page.tsx';
export { servicesPage } from './pages/services-page.tsx';
export { type ServiceContext, type ServiceFact, type ServiceSection, type WordedText } from './service-context.ts';
export { personPage } from './person/person-page.tsx';
export { type BroughtQuestions, type PersonContext } from './person/person-context.ts';
export { objectPage } from './objection/object-page.tsx';
export { objectionPage } from './objection/objection-page.tsx';
export { objectionsPage } from './objection/objections-page.tsx';
export { type ObjectContext, type ObjectionContext, type MaskedClass, type ObjectionsContext } from './objection/objection-context.ts';
export { registerPage } from './register/register-page.tsx';
export {
  type CountedRow,
  type ListedChange,
  type RegisterContext,
  type RegisterFacet,
  registerFacets,
  registerPath,
} from './register/register-context.ts';
export {
  type DriftFacts,
  type DriftRate,
  type DriftRow,
  type LanguageRow,
  type ReviewReason,
  type ReviewRow,
  wasJudged,
} from './register/drift.ts';
export { type RuleNames } from './register/drift-properties.ts';
export { type PublishedFile, type PublishedMonth } from './register/published-reports.ts';
export { listed } from './listed.ts';
export { languageName, monthName } from './register/value-names.ts';
export { reportPage } from './register/report-page.tsx';
export { type ReportLanguage, reportLanguages, reportWords } from './register/report-words/report-words.ts';
export { type MonthReport, type ReportedChanges, type ReportedRate, type ReportedSum } from './register/report.ts';
export { errorPage } from './pages/error-page.tsx';
export { rulePage, tryAnswerEnd, tryAnswerStart, tryPage } from './pages/try-page.tsx';
export { verifyPage } from './pages/verify-page.tsx';
export { pageAssets } from './page-assets.ts';
export { digestOf } from './digest-of.ts';
export { noStudyPage, studyStartPage } from './pages/study/study-start-page.tsx';
export { studyAround, studyPage } from './pages/study/study-page.tsx';
export {
  type StudyContext,
  type StudyGroup,
  type StudyItem,
  type StudyReason,
  type StudyRung,
  type StudyStartContext,
} from './study-context.ts';
export { transparencyPage } from './transparency/transparency-page.tsx';
export { type TransparencyContext, type TransparencyView } from './transparency/transparency-context.ts';
export { type ChangeSentence } from './interface/transparency/transparency-text.ts';
export {
  type CharterFacts,
  type CharterRuleFact,
  type ComparedFacts,
  type IdentifierFact,
  type InstructionsFacts,
  type KnobFact,
  type LeafFact,
  type LogFacts,
  type OverviewFacts,
  type PackFacts,
  type PurposesFacts,
  type RuleFact,
  type RuleState,
  type ShortCharterRule,
  type SystemFacts,
  type ToldChange,
  type VersionFact,
} from './transparency/transparency-facts.ts';
