export * from './pack.ts';
export { checkPack, type CheckOptions, type LookedAt, type PackCheck } from './check/check-pack.ts';
export { addJudged } from './check/judge/add-judged.ts';
export { packRuleWords, type PackRuleWords } from './check/rule-words.ts';
export { type PackFiles } from './format/pack-files.ts';
export { packRules, shown, type PackIssue, type PackRule } from './format/pack-issue.ts';
export { inOrder } from './format/issue-order.ts';
export { packLanguages } from './format/pack-languages.ts';
export { parsePack, type ParsedPack } from './format/parse-pack.ts';
export { additionRule, privacyRules, protectedIdentifiers, restrictionRule, type RuleContext, rulesOf } from './rules.ts';
export * from './handover/index.ts';
export * from './resolve/index.ts';
export * from './compose/index.ts';
export * from './knowledge/index.ts';
export * from './language/index.ts';
export * from './organisation/index.ts';
export { oncePer } from './resolve/once-per.ts';
export * from './release/index.ts';
export { packSchemas, type PackSchema } from './schema/pack-schemas.ts';
export { languagesToTranslate, skeletonFiles, translationSheet } from './skeleton/skeleton-files.ts';
export {
  answerFault,
  exampleAnswers,
  skeletonQuestions,
  type SkeletonAnswers,
  type SkeletonQuestion,
} from './skeleton/skeleton-questions.ts';
export * from './bundle/index.ts';
