import { additionPurposes, ageGrounds, causes, endings, informationTypes } from './closed-lists.ts';

/** Messages that have a name of their own; the others are made from the closed lists. */
const plainMessageIds = [
  'omission.marker',
  'omission.notice',
  'omission.notice.law',
  'unjudged.omission',
  'unjudged.notice',
  'addition.label',
  'changes.line',
  'answer.not-a-model',
  'answer.unknown',
  'answer.language-missing',
  'answer.not-looked-up',
  'answer.did-you-mean',
  'answer.fact-missing',
  'answer.condolence',
  'answer.greeting',
  'answer.ask-here',
  'answer.thanks',
  'safety.heading',
  'safety.sorrow',
  'safety.not-recorded',
  'card.who',
  'card.fee',
  'card.deadline',
  'card.step',
  'card.form',
  'card.phone',
  'card.note',
  'card.office',
  'card.source',
  'quote.intro',
  'age.notice',
  'age.not-human',
  'use.refused',
] as const;

/** Every message id. A pack may translate these and can add none. */
export const messageIds = [
  ...plainMessageIds,
  ...informationTypes.map((type) => `type.${type}` as const),
  ...additionPurposes.map((purpose) => `purpose.${purpose}` as const),
  ...causes.map((cause) => `cause.${cause}` as const),
  ...endings.map((ending) => `ending.${ending}` as const),
  ...ageGrounds.map((ground) => `age.because.${ground}` as const),
] as const;

export type MessageId = (typeof messageIds)[number];
