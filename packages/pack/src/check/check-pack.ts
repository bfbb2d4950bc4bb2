import { charter } from '@parlance/charter';
import { inOrder } from '../format/issue-order.ts';
import { hasErrors, type PackIssue } from '../format/pack-issue.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { type PackDraft, readPack } from '../format/read-pack.ts';
import { referenceIssues } from '../format/references.ts';
import { type Pack } from '../pack.ts';
import { privacyRules } from '../rules.ts';
import { additionFacts } from './addition-facts.ts';
import { labelHits } from './labels.ts';
import { addressWords } from './address-words.ts';
import { charterVersion } from './charter-version.ts';
import { type Check, type CheckContext } from './check-context.ts';
import { claimedReviews } from './claimed-reviews.ts';
import { comments } from './comments.ts';
import { confusables } from './confusables.ts';
import { contested } from './contested-terms.ts';
import { emergencyNumbers } from './emergency-numbers.ts';
import { encodedText } from './encoded-text.ts';
import { fixtureIssues } from './fixtures.ts';
import { foreignScript } from './foreign-script.ts';
import { type FreeText, freeTexts } from './free-text.ts';
import { handovers } from './handovers.ts';
import { hiddenText } from './hidden-text.ts';
import { inSentence } from './in-sentence.ts';
import { interfaceWords } from './interface-words.ts';
import { knobs } from './knobs.ts';
import { compileMatchers } from './matchers.ts';
import { meaning } from './meaning/meaning.ts';
import { redressBody } from './meaning/redress-body.ts';
import { noLexicon } from './no-lexicon.ts';
import { notices } from './notices.ts';
import { once } from './once.ts';
import { patternFixtures } from './pattern-fixtures.ts';
import { publishedIdentifiers } from './published-identifiers.ts';
import { redLineHits } from './red-lines.ts';
import { restrictionFacts } from './restriction-facts.ts';
import { roleMarkers } from './role-markers.ts';
import { safetyHits } from './safety-corpus.ts';
import { splitText } from './split-text.ts';
import { study } from './study.ts';
import { under18 } from './under-18.ts';

export interface CheckOptions {
  /** `YYYY-MM-DD`: decides which restrictions are in force. */
  readonly today: string;
  /** Version of the charter that the pack has to be pinned to; the one in force here when absent. */
  readonly charterVersion?: string;
}

export interface PackCheck {
  /** In order of file and line. */
  readonly issues: readonly PackIssue[];
  /** Null when any issue is an error. */
  readonly pack: Pack | null;
  readonly looked: LookedAt;
}

/** How much a check had before it: no finding in nothing is no proof of anything. */
export interface LookedAt {
  readonly files: number;
  readonly texts: number;
  /** Restrictions, additions and recognisers. */
  readonly rules: number;
}

const checks: readonly Check[] = [
  knobs,
  study,
  restrictionFacts,
  additionFacts,
  labelHits,
  redLineHits,
  patternFixtures,
  publishedIdentifiers,
  emergencyNumbers,
  handovers,
  contested,
  inSentence(roleMarkers),
  inSentence(meaning),
  noLexicon,
  claimedReviews,
  redressBody,
  addressWords,
  splitText,
  inSentence(encodedText),
  inSentence(foreignScript),
  notices,
  interfaceWords,
  matcherChecks,
  under18,
  charterVersion,
];

/**
 * Checks a pack against the static guarantees S1 to S13, S15 and S16; signatures (S14) are verified with the operator's trust, and S17 is the
 * charter's own. Finds all issues in one run, also when parts of the pack cannot be read, and never throws.
 */
export function checkPack(files: PackFiles, options: CheckOptions): PackCheck {
  const draft = readPack(files);
  const found = [
    ...draft.issues,
    ...referenceIssues(draft),
    ...hiddenText(draft),
    ...comments(draft),
    ...confusables(draft),
    ...contentIssues(draft, options),
  ];
  const issues = inOrder(once(found));
  return { issues, pack: hasErrors(issues) ? null : draft.pack, looked: lookedAt(draft) };
}

function lookedAt({ readable: pack, raw, sources }: PackDraft): LookedAt {
  const texts = [...raw.values()].reduce((sum, file) => sum + file.texts.length, 0);
  const rules = pack.restrictions.length + pack.additions.length + privacyRules(pack).length;
  return { files: sources.size, texts, rules };
}

function contentIssues(draft: PackDraft, options: CheckOptions): readonly PackIssue[] {
  const context: CheckContext = {
    draft,
    pack: draft.readable,
    freeTexts: freeTexts(draft).map(withBorrowedNames),
    today: options.today,
    charterVersion: options.charterVersion ?? charter.version,
  };
  return checks.flatMap((check) => check(context));
}

/** Another name for a term may come from another language, as the term itself may. */
function withBorrowedNames(text: FreeText): FreeText {
  const isOtherName = text.places.every(({ path }) => /^\d+\.alternatives\.\d+$/.test(path));
  return isOtherName ? { ...text, subject: { ...text.subject, isBorrowed: true } } : text;
}

function matcherChecks(context: CheckContext): readonly PackIssue[] {
  const { screen, issues } = compileMatchers(context);
  return screen === null
    ? issues
    : [...issues, ...safetyHits(context, screen), ...fixtureIssues({ ...context, pack: withoutBroken(context, issues) }, screen)];
}

/** A restriction that did not compile is not in the screen: its fixtures say nothing. */
function withoutBroken({ pack, draft }: CheckContext, issues: readonly PackIssue[]): Pack {
  const broken = new Set(issues.map(({ file }) => file));
  return broken.size === 0
    ? pack
    : { ...pack, restrictions: pack.restrictions.filter((restriction) => !broken.has(draft.fileOf.get(restriction) ?? '')) };
}
