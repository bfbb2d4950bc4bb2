import { type ClauseId } from '@parlance/charter';
import { type PackIssue, shown } from '../format/pack-issue.ts';
import { type Restriction } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { plainWords } from './meaning/plain-words.ts';
import { type Hits, wordHits } from './meaning/word-hits.ts';
import { holdsHatred } from './hatred.ts';
import { patternReadings, unreadablePattern } from './pattern-readings.ts';
import { isFullName, isTitledName } from './person-name.ts';
import { folded, matcherFor, type Matches } from './phrase.ts';
import { plainestReading } from './plainest-reading.ts';
import { civicInformation } from './phrases/civic-information.ts';
import { politicalViews } from './phrases/political-views.ts';
import { protectedGroups } from './phrases/protected-groups.ts';

interface RedLine {
  readonly clause: ClauseId;
  /** Phrases of nine languages. */
  readonly phrases: Matches;
  /** Words of a class in any language that has a lexicon. */
  readonly words: (hits: Hits) => boolean;
  readonly what: string;
}

const group: RedLine = {
  clause: 'no-group-is-excluded',
  phrases: matcherFor(protectedGroups),
  words: (hits) => hits.has('group') || hits.has('migrant'),
  what: 'a protected group',
};
const views: RedLine = {
  clause: 'civic-participation-is-not-eroded',
  phrases: matcherFor(politicalViews),
  words: (hits) =>
    hits.has('dissent') || hits.has('critic') || (hits.has('authority') && (hits.has('blame') || hits.has('critic') || hits.has('crime'))),
  what: 'political views',
};
const redLines: readonly RedLine[] = [
  group,
  views,
  {
    clause: 'civic-information-is-reachable',
    phrases: matcherFor(civicInformation),
    words: (hits) => hits.has('civic') || hits.has('emergency'),
    what: 'voting, registration, complaint or help in danger',
  },
];

/** Words that a sentence of hatred has at least. The bare name of a group, or the name and a word or two, is the group itself. */
const wordsOfHatred = 4;

/**
 * No restriction hits a red line of the charter (S5). It knows words, not purposes: what it does not know is left to reviewers
 * and to the evaluation of malicious packs (E5).
 */
export const redLineHits: Check = (context) =>
  context.pack.restrictions.flatMap((restriction) => [
    ...termHits(context, restriction),
    ...patternHits(context, restriction),
    ...personHits(context, restriction),
  ]);

function termHits(context: CheckContext, restriction: Restriction): readonly PackIssue[] {
  const wanted = [
    ...(restriction.match.terms ?? []).map((text, index) => ({ text, path: `match.terms.${index}` })),
    ...restriction.fixtures.hits.map((text, index) => ({ text, path: `fixtures.hits.${index}` })),
    ...policiesOf(restriction),
  ];
  return wanted.flatMap(({ text, path }) => {
    const line = lineOf(restriction, text);
    return line === undefined ? [] : [redLineIssue(context, restriction, { path, line, text })];
  });
}

/** A policy reaches as far as its words do. */
function policiesOf({ classifier }: Restriction): readonly { readonly text: string; readonly path: string }[] {
  return Object.entries(classifier?.policy ?? {}).map(([language, text]) => ({ text, path: `match.classifier.policy.${language}` }));
}

function patternHits(context: CheckContext, restriction: Restriction): readonly PackIssue[] {
  return patternReadings(restriction.match.patterns ?? []).flatMap((readings, index) => {
    const path = `match.patterns.${index}`;
    if (readings === null) return [unreadable(context, restriction, path)];
    for (const text of readings) {
      const line = lineOf(restriction, text);
      if (line !== undefined) return [redLineIssue(context, restriction, { path, line, text })];
    }
    return [];
  });
}

function lineOf(restriction: Restriction, text: string): RedLine | undefined {
  return linesOf(text).find((line) => !isHatred(restriction, line, text));
}

function linesOf(text: string): readonly RedLine[] {
  const spelled = folded(text);
  const languages = [...wordHits(plainWords(spelled)).values()];
  const isPromotion = languages.some((hits) => hits.has('promotion'));
  return redLines.filter(({ phrases, words }) => phrases(spelled) || (!isPromotion && languages.some(words)));
}

/** What a text names that must get no label: a group or a view. Voting, complaints and help may well be told more of. */
export function groupOrView(text: string): Pick<RedLine, 'clause' | 'what'> | undefined {
  return linesOf(text).find((line) => line === group || line === views);
}

function redLineIssue({ draft }: CheckContext, restriction: Restriction, hit: { path: string; line: RedLine; text: string }): PackIssue {
  return issueIn(draft, draft.fileOf.get(restriction) ?? '', {
    rule: 'S5',
    path: hit.path,
    code: 'red-line',
    expected: `nothing about ${hit.line.what}`,
    received: shown(hit.text),
    mend: `Remove it: it would break the clause "${hit.line.clause}" of the charter.`,
  });
}

function unreadable({ draft }: CheckContext, restriction: Restriction, path: string): PackIssue {
  return issueIn(draft, draft.fileOf.get(restriction) ?? '', { rule: 'S5', path, ...unreadablePattern });
}

/** A law against hatred names the group that is hated, in a sentence that says so. */
function isHatred({ type }: Restriction, line: RedLine, text: string): boolean {
  return line === group && type === 'hate-speech' && text.split(/\s+/).length >= wordsOfHatred && holdsHatred(folded(text));
}

/** Types whose terms are mostly brands and works, which look like names. */
const namesAllowed: ReadonlySet<string> = new Set(['advertising', 'copyright', 'gambling', 'medicines']);
/** Types of law that slogans and orders of a court fall under: a slogan looks like a name, and a court may name a person. */
const namesDoubtful: ReadonlySet<string> = new Set(['court-order', 'hate-speech', 'prohibited-symbols']);

/** A name is a warning where something else than a person may be meant. With a title before it, it is a person. */
function personHits({ draft }: CheckContext, restriction: Restriction): readonly PackIssue[] {
  const { type, match } = restriction;
  const clause: ClauseId = 'no-tracking-or-scoring';
  const isWarning = namesDoubtful.has(type);
  const wanted = [
    ...(match.terms ?? []).map((text, index) => ({ text, path: `match.terms.${index}` })),
    ...(match.patterns ?? []).map((text, index) => ({ text: plainestReading(text), path: `match.patterns.${index}` })),
  ];
  return wanted.flatMap(({ text, path }) => {
    const isTitled = isTitledName(text);
    if (!isTitled && (namesAllowed.has(type) || !isFullName(text))) return [];
    const facts = {
      code: 'names-a-person',
      expected: 'no names of persons',
      received: shown(text),
      mend: `Make sure that this is no person; following a person would break the clause "${clause}" of the charter.`,
    };
    const severity = isTitled || !isWarning ? 'error' : 'warning';
    return [issueIn(draft, draft.fileOf.get(restriction) ?? '', { rule: 'S5', path, severity, ...facts })];
  });
}
