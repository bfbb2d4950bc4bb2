export { charter, charterDocument } from './charter.ts';
export { charterRuleOf, charterRules, type CharterRule, type CharterRuleName } from './charter-rules.ts';
export { type Clause } from './clause.ts';
export { clauses, modelSpec, protectedAnchors, type ClauseId } from './clauses.ts';
export {
  additionPurposes,
  ageGrounds,
  causes,
  deciders,
  endings,
  enforcements,
  failureActions,
  informationTypes,
  useReasons,
  type AdditionPurpose,
  type AgeGround,
  type Cause,
  type Decider,
  type Ending,
  type Enforcement,
  type FailureAction,
  type InformationType,
  type UseReason,
} from './closed-lists.ts';
export { crisisLines } from './crisis-lines.ts';
export { crisisIntent } from './crisis-intent.ts';
export { clauseWords, mostBetween, partingWords, type CrisisPair } from './crisis-pair.ts';
export { crisisPairs } from './crisis-pairs.ts';
export { pairsOf } from './crisis-sense.ts';
export { crisisWords } from './crisis-words.ts';
export { crisisKinds, type CrisisKind, type CrisisPhrase } from './crisis-phrase.ts';
export { guidelines, type Guideline, type GuidelineId, type Knob, type KnobValue } from './guidelines.ts';
export { dsaCategories, dsaCategoryOf, type DsaCategory } from './information-types.ts';
export { fallbackLanguages, type FallbackLanguage, type MessageDefinition } from './message.ts';
export { interfaceIds, interfaceMessages, type InterfaceId } from './interface-messages.ts';
export { messageIds, type MessageId } from './message-ids.ts';
export { messages } from './messages.ts';
export { publicSectorOf, publicSectors, type PublicSector } from './public-sectors.ts';
export { safetyCorpus } from './safety-corpus.ts';
export {
  ageBands,
  hints,
  notHumanReminders,
  studyStyles,
  tries,
  youngSectors,
  type AgeBand,
  type Hint,
  type NotHumanReminder,
  type StudyStyle,
  type Tries,
} from './study.ts';
export { personWanted } from './person-wanted.ts';
export { rungPrinciples, studyPrinciples, stylePrinciples } from './study-principles.ts';
export { tightenings, type Tightening } from './tightenings.ts';
export { safetyLanguages, safetyTopics, type SafetyLanguage, type SafetyText, type SafetyTopic } from './safety-text.ts';
export { youthPrinciples, type YouthPrinciple } from './youth-principles.ts';
export { useRules, useWordClasses, type UseRule, type UseWordClass, type UseWords } from './use-word.ts';
export { useWords } from './use-words.ts';
export { youthConcerns } from './youth-concerns.ts';
