/** The guarantees of meaning that a model is asked about. */
export const judgedClauses = ['S5', 'S8', 'S10', 'S16'] as const;
type JudgedClause = (typeof judgedClauses)[number];

/** Why a text breaks one of them: all that a model can say, since a pack could make it speak. */
export const judgedReasons = [
  'tracking',
  'exclusion',
  'opinion',
  'rights',
  'praise',
  'blame',
  'renaming',
  'instruction',
  'concealment',
  'propaganda',
  'euphemism',
  'misleading',
] as const;
export type JudgedReason = (typeof judgedReasons)[number];

/** Why there is no verdict. */
export type NotJudged =
  | 'unreachable'
  | 'slow'
  | 'busy'
  | 'refused'
  | 'server-error'
  | 'too-large'
  | 'unreadable'
  | 'unanswered'
  | 'distracted'
  | 'out-of-time'
  | 'too-long';

export type Verdict =
  | { readonly kind: 'clear' }
  | { readonly kind: 'broken'; readonly clause: JudgedClause; readonly reason: JudgedReason }
  | { readonly kind: 'not-judged'; readonly why: NotJudged };
