export { explain, explainKeys } from './explain.ts';
export { type Explanation } from './explanations.ts';
export { isInScope, type ReaderScope } from './in-scope.ts';
export { nearest } from './nearest.ts';
export {
  resolveValues,
  type Defaults,
  type OrganisationValues,
  type Resolved,
  type ResolveRequest,
  type SpeakerValues,
} from './resolve-values.ts';
export { speakers, type Origin, type Speaker, type Statement, type Statements } from './statement.ts';
export { smaller, strictest, type Strictness } from './strictest.ts';
export { type ResolvedStudy, type StudySpeakers, type StudyValues } from './study.ts';
export { supportedLanguage } from './supported-language.ts';
