import { type CaseAnswer, type CaseGiven, changeKey, type CitedSource, type DisclosedChange } from './case-answer.ts';
import { layerDifference, type LineChange } from './layer-difference.ts';
import { type PreviewCase } from './preview-cases.ts';
import { textDifference, type TextPart } from './text-difference.ts';

/** What a change of the pack means for one question. */
export interface CaseChange {
  readonly asked: PreviewCase;
  /** `new`: there was no version before. */
  readonly status: 'same' | 'changed' | 'failed' | 'new';
  /** `broken`: it held before and does not now. `mended`: the other way round. `met` and `unmet`: there was no version before. */
  readonly expectation: 'kept' | 'broken' | 'mended' | 'never-met' | 'met' | 'unmet';
  /** Null: there was no version before. */
  readonly before: CaseAnswer | null;
  readonly after: CaseAnswer;
  readonly text: readonly TextPart[];
  readonly disclosures: Gains<DisclosedChange>;
  readonly sources: Gains<CitedSource>;
  /** What the answerer was told differently. */
  readonly layers: readonly LineChange[];
}

interface Gains<Thing> {
  readonly removed: readonly Thing[];
  readonly added: readonly Thing[];
}

export function caseChange(asked: PreviewCase, before: CaseAnswer | null, after: CaseAnswer): CaseChange {
  const facts = { asked, before, after, status: statusOf(before, after), expectation: expectationOf(before, after) };
  return { ...facts, ...differenceOf(asked.language, before, after) };
}

type Difference = Pick<CaseChange, 'text' | 'disclosures' | 'sources' | 'layers'>;

/** An answer that failed differs in nothing but that. */
function differenceOf(language: string, before: CaseAnswer | null, after: CaseAnswer): Difference {
  if (after.kind === 'failed' || before?.kind === 'failed') return { text: [], disclosures: nothing, sources: nothing, layers: [] };
  return {
    text: textDifference(before?.text ?? '', after.text, language),
    disclosures: disclosureGains(before?.disclosures ?? [], after.disclosures),
    sources: sourceGains(before?.sources ?? [], after.sources),
    layers: before === null ? [] : layerDifference(before.layers, after.layers),
  };
}

const nothing = { removed: [], added: [] };

function statusOf(before: CaseAnswer | null, after: CaseAnswer): CaseChange['status'] {
  if (after.kind === 'failed' || before?.kind === 'failed') return 'failed';
  if (before === null) return 'new';
  return answerKey(before) === answerKey(after) ? 'same' : 'changed';
}

/** What a reader notices. What it cost, and what the answerer was told, are told apart. */
function answerKey({ text, language, ending, disclosures, sources, safety }: CaseGiven): string {
  return JSON.stringify([text, language, ending, disclosures, sources, safety]);
}

function expectationOf(before: CaseAnswer | null, after: CaseAnswer): CaseChange['expectation'] {
  const holds = isExpected(after);
  if (before === null) return holds ? 'met' : 'unmet';
  if (isExpected(before)) return holds ? 'kept' : 'broken';
  return holds ? 'mended' : 'never-met';
}

function isExpected(answer: CaseAnswer): boolean {
  return answer.kind === 'answered' && answer.isExpected;
}

function disclosureGains(before: readonly DisclosedChange[], after: readonly DisclosedChange[]): Gains<DisclosedChange> {
  return { removed: more(before, after), added: more(after, before) };
}

/** Of which there are more than in the other list, and how many more. */
function more(of: readonly DisclosedChange[], than: readonly DisclosedChange[]): readonly DisclosedChange[] {
  const counts = new Map(than.map((change) => [changeKey(change), change.count]));
  return of.map((change) => ({ ...change, count: change.count - (counts.get(changeKey(change)) ?? 0) })).filter(({ count }) => count > 0);
}

function sourceGains(before: readonly CitedSource[], after: readonly CitedSource[]): Gains<CitedSource> {
  const missing = (of: readonly CitedSource[], than: readonly CitedSource[]) =>
    of.filter(({ title, url }) => !than.some((other) => other.title === title && other.url === url));
  return { removed: missing(before, after), added: missing(after, before) };
}
