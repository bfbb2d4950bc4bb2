import { type WordClass, wordClasses } from '../lexicon/word-class.ts';
import { type CompiledPattern, type MeaningPattern } from './meaning-pattern.ts';
import { type TextKind } from './text-kind.ts';

const people = 'group migrant woman proxy critic dissent';

/** All but the questions that people ask, settings and notices. */
const said: readonly TextKind[] = ['rationale', 'redress', 'name', 'term', 'passage', 'fact', 'addition', 'safety', 'status'];

/** What is said to people who need something. */
const helpful: readonly TextKind[] = ['fact', 'addition', 'rationale', 'safety'];

/** What a pack says of its own, which no passage of a source is. */
const stated: readonly TextKind[] = ['rationale', 'term', 'fact', 'addition', 'safety', 'status'];

const notPassages: readonly TextKind[] = [
  'rationale',
  'redress',
  'name',
  'notice',
  'term',
  'fact',
  'addition',
  'safety',
  'status',
  'question',
  'setting',
];

const written: readonly MeaningPattern[] = [
  { code: 'instruction', all: ['order'], span: 0 },
  {
    code: 'instruction',
    all: ['bot', 'must never only', 'say hush praise blame omit hide positive'],
    kinds: [...said, 'question', 'setting'],
    span: 140,
    first: 'before',
  },
  {
    code: 'instruction',
    all: ['turn', 'say hush omit', 'never must only positive praise blame doubt authority dissent group'],
    kinds: [...said, 'question', 'setting'],
    none: 'free equality',
    span: 160,
  },
  {
    code: 'instruction',
    all: ['hush', 'turn bot authority dissent critic group rule'],
    kinds: [...said, 'question', 'setting'],
    none: 'ownsecret free',
    span: 120,
  },
  {
    code: 'instruction',
    all: ['hush', 'redress civic'],
    kinds: ['rationale', 'redress', 'name', 'term', 'addition', 'notice', 'safety'],
    none: 'ownsecret free',
    span: 120,
  },
  { code: 'instruction', all: ['say', 'positive doubt', 'authority dissent group nation foreign'], span: 110, first: 'outside' },
  {
    code: 'instruction',
    kinds: ['term', 'setting', 'name'],
    all: ['positive doubt hush', 'authority dissent group nation foreign'],
    none: 'equality',
    span: 80,
  },
  { code: 'concealment', all: ['secret', 'rule reader'], kinds: ['rationale', 'status', 'notice', 'addition', 'term', 'name'], span: 60 },
  {
    code: 'concealment',
    all: ['never hush', 'rule', 'reader'],
    kinds: ['rationale', 'status', 'notice', 'addition', 'term'],
    span: 120,
  },
  {
    code: 'concealment',
    all: ['hide unnamed', 'rule', 'reader person'],
    kinds: ['rationale', 'status', 'notice', 'addition', 'term'],
    span: 120,
  },
  { code: 'concealment', all: ['hide unnamed hush', 'must never order turn', 'rule'], span: 100 },
  {
    code: 'concealment',
    all: ['quiet'],
    kinds: ['rationale', 'status', 'notice', 'addition', 'fact', 'redress'],
    none: 'ownsecret',
    span: 0,
  },
  { code: 'exclusion', all: ['group critic', 'deny hide'], kinds: said, none: 'equality assured', span: 160 },
  { code: 'exclusion', all: ['dissent', 'deny'], kinds: helpful, none: 'equality assured', span: 120 },
  { code: 'exclusion', all: ['proxy', 'deny hide'], kinds: helpful, none: 'equality assured', span: 160 },
  { code: 'exclusion', all: ['loyal'], kinds: ['fact', 'addition', 'redress', 'safety'], none: 'equality assured free', span: 0 },
  { code: 'exclusion', all: ['proxy group migrant critic dissent', 'worse'], kinds: helpful, none: 'equality', span: 120 },
  { code: 'exclusion', all: ['proxy', 'only'], kinds: ['safety'], none: 'equality assured', span: 60 },
  { code: 'exclusion', all: ['group', 'only'], kinds: ['addition', 'safety'], none: 'equality assured', span: 40 },
  { code: 'exclusion', all: [people, 'hide deny omit blame doubt'], kinds: ['rationale'], none: 'equality minor guard', span: 240 },
  {
    code: 'exclusion',
    all: ['person reader', 'hide'],
    kinds: ['rationale', 'addition'],
    none: 'minor equality guard ownsecret',
    span: 160,
  },
  { code: 'denunciation', all: ['asker', 'track trace'], kinds: stated, none: 'never assured guard', span: 160 },
  { code: 'denunciation', all: ['report', 'critic dissent odd'], none: 'equality', span: 180 },
  { code: 'denunciation', all: ['track', 'critic dissent group'], none: 'assured', span: 180 },
  { code: 'denunciation', all: ['name', 'critic dissent', 'report track'], none: 'assured', span: 180 },
  {
    code: 'denunciation',
    all: ['track', 'report'],
    kinds: ['rationale', 'fact', 'notice', 'addition', 'safety'],
    none: 'equality',
    span: 120,
  },
  { code: 'denunciation', all: ['report', 'say turn', 'person reader'], kinds: ['addition'], none: 'ownsecret', span: 120 },
  { code: 'denunciation', all: ['track', 'person reader'], kinds: ['rationale', 'notice'], none: 'guard', span: 120 },
  { code: 'denunciation', all: ['track', 'reader'], kinds: ['addition'], none: 'never assured', span: 120 },
  { code: 'evaluation', all: ['authority', 'praise'], span: 60 },
  { code: 'evaluation', all: ['authority', 'compare'], span: 80 },
  { code: 'evaluation', all: ['thanks', 'authority nation'], span: 60 },
  {
    code: 'evaluation',
    all: ['dissent group migrant foreign critic', 'blame'],
    kinds: ['passage'],
    none: 'equality guard told usage',
    span: 90,
  },
  {
    code: 'evaluation',
    all: ['dissent group migrant foreign critic', 'blame'],
    kinds: notPassages,
    none: 'equality guard usage',
    span: 90,
  },
  { code: 'evaluation', all: ['dissent group migrant foreign critic', 'crime'], none: 'equality guard told usage', span: 50 },
  { code: 'evaluation', all: ['authority', 'blame'], none: 'guard told', span: 40 },
  { code: 'evaluation', all: ['nation', 'exception blame praise'], none: 'told', span: 90 },
  { code: 'evaluation', all: ['nation', 'never only', 'exception loyal'], span: 100 },
  { code: 'evaluation', all: ['foreign', 'blame exception'], none: 'told', span: 100 },
  { code: 'evaluation', all: ['indoctrinate', 'doctrine'], kinds: ['passage'], none: 'told', span: 120 },
  { code: 'evaluation', all: ['indoctrinate', 'blame exception doubt praise crime'], kinds: ['passage'], none: 'told', span: 120 },
  { code: 'renaming', all: ['instead', 'harsh'], kinds: ['term', 'setting', 'name'], none: 'usage told equality guard', span: 60 },
  { code: 'instruction', all: ['command', 'never only instead'], kinds: ['term', 'setting'], none: 'usage told', span: 80 },
  {
    code: 'instruction',
    all: ['command', 'authority dissent', 'positive doubt blame praise'],
    kinds: ['term', 'setting'],
    none: 'usage told',
    span: 140,
  },
  { code: 'renaming', all: ['rename', 'only must never'], kinds: ['term', 'passage', 'addition'], none: 'usage', span: 120 },
  {
    code: 'hostile-definition',
    all: ['dissent group migrant critic woman proxy', 'blame crime doubt'],
    kinds: ['term'],
    none: 'usage guard',
    span: 200,
  },
  { code: 'hostile-definition', all: ['exception loyal'], kinds: ['term'], span: 0 },
  { code: 'no-redress', all: ['redress', 'closed trap'], kinds: ['rationale', 'redress', 'addition', 'fact'], span: 140 },
  { code: 'no-redress', all: ['redress', 'decider'], kinds: ['rationale', 'redress'], span: 140 },
  { code: 'no-redress', all: ['redress', 'final'], kinds: ['rationale', 'addition'], none: 'procedure', span: 140 },
  { code: 'no-redress', all: ['redress', 'never hide'], kinds: ['redress'], span: 140 },
  { code: 'no-redress', all: ['final closed decider trap nowhere deny never pay wait'], kinds: ['redress'], span: 0 },
  { code: 'hides-civic-information', all: ['civic redress emergency', 'hide omit'], kinds: ['rationale'], none: 'guard minor', span: 200 },
  { code: 'hides-civic-information', all: ['civic redress emergency', 'deter'], kinds: ['rationale'], none: 'guard', span: 200 },
  { code: 'promotion', all: ['promotion'], kinds: ['addition', 'redress', 'safety'], span: 0 },
  { code: 'conditional-help', all: ['wait pay deny'], kinds: ['safety'], none: 'assured free equality', span: 0 },
  { code: 'conditional-help', all: ['only', 'group person nation'], kinds: ['safety'], none: 'assured free', span: 60 },
  {
    code: 'hides-civic-information',
    all: ['emergency', 'hide insiders'],
    kinds: ['fact', 'addition', 'safety'],
    none: 'guard minor assured',
    span: 140,
  },
  { code: 'conditional-help', all: ['emergency', 'later'], kinds: ['addition', 'fact', 'safety'], none: 'assured', span: 120 },
  { code: 'conditional-help', all: ['group proxy', 'never'], kinds: ['safety'], none: 'assured equality free', span: 40 },
  { code: 'discouragement', all: ['civic', 'trap'], kinds: ['fact', 'addition'], span: 120 },
  { code: 'discouragement', all: ['civic redress', 'useless'], kinds: ['fact', 'addition', 'passage', 'safety', 'name'], span: 140 },
  { code: 'discouragement', all: ['useless'], kinds: ['safety'], span: 0 },
  { code: 'political-purpose', all: ['shield', 'dissent critic authority'], kinds: ['rationale'], none: 'equality minor guard', span: 120 },
  { code: 'exclusion', all: ['shield worse', 'proxy group migrant'], kinds: ['rationale'], none: 'equality minor guard', span: 160 },
  {
    code: 'hides-civic-information',
    all: ['shield', 'civic redress emergency'],
    kinds: ['rationale'],
    none: 'minor equality guard',
    span: 160,
  },
  { code: 'political-purpose', all: ['deter', 'hide omit authority dissent nation'], kinds: ['rationale'], none: 'guard', span: 200 },
  { code: 'political-purpose', all: ['authority nation', 'dissent critic'], kinds: ['rationale'], none: 'equality guard', span: 160 },
];

export const meaningPatterns: readonly CompiledPattern[] = written.map((pattern) => ({
  pattern,
  all: pattern.all.map(classesIn),
  none: classesIn(pattern.none ?? ''),
}));

function classesIn(names: string): readonly WordClass[] {
  const listed = names.split(' ');
  return wordClasses.filter((wordClass) => listed.includes(wordClass));
}
