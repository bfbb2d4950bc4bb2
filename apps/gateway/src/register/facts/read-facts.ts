import { type Issue } from '@parlance/core';
import { type Leaf, type LeafOf, parseLeaf } from '@parlance/log';
import { keyOfSubject, type Subject, subjectsOf } from './subject.ts';

/** What the register and the report take from a changed answer. */
export interface MediationFacts {
  readonly kind: 'mediation';
  /** `2026-11` */
  readonly month: string;
  /** Null where the log does not tell it. */
  readonly language: string | null;
  /** The same. */
  readonly sector: string | null;
  readonly ending: LeafOf<'mediation'>['ending'];
  readonly subjects: readonly { readonly key: string; readonly subject: Subject }[];
  /** Places at which something was left out, and added. */
  readonly omissions: number;
  readonly additions: number;
}

export type LeafFacts =
  | MediationFacts
  | { readonly kind: 'leaf'; readonly leaf: Exclude<Leaf, LeafOf<'mediation'>> }
  | { readonly kind: 'refused'; readonly issue: Issue };

/** Forms of mediations that are remembered at once. */
const mostRemembered = 20_000;

/**
 * Reads entries of a log. Most of a million leaves differ in their commitments and their hour alone, so that what the rest says is remembered: a leaf that is the same
 * but for those two, and has them in their form, is as well formed as the one that was parsed.
 */
export function factsReader(): (bytes: Uint8Array) => LeafFacts {
  const known = new Map<string, MediationFacts>();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return (bytes) => {
    const parted = partsOf(textOf(decoder, bytes));
    const found = parted === null ? undefined : known.get(parted.rest);
    if (parted !== null && found !== undefined) return { ...found, month: parted.month };
    const parsed = parseLeaf(bytes);
    if (!parsed.ok)
      return { kind: 'refused', issue: parsed.issues[0] ?? { path: '', code: 'unknown', expected: 'a leaf', received: 'something else' } };
    if (parsed.value.leaf !== 'mediation') return { kind: 'leaf', leaf: parsed.value };
    const facts = mediationFacts(parsed.value);
    if (known.size >= mostRemembered) known.clear();
    if (parted !== null) known.set(parted.rest, facts);
    return facts;
  };
}

function mediationFacts(leaf: LeafOf<'mediation'>): MediationFacts {
  const places = (kind: 'omit' | 'add'): number => leaf.edits.reduce((sum, edit) => (edit.kind === kind ? sum + edit.count : sum), 0);
  return {
    kind: 'mediation',
    month: leaf.period.slice(0, '2026-11'.length),
    language: leaf.language,
    sector: leaf.sector ?? null,
    ending: leaf.ending,
    subjects: subjectsOf(leaf).map((subject) => ({ key: keyOfSubject(subject), subject })),
    omissions: places('omit'),
    additions: places('add'),
  };
}

function textOf(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return '';
  }
}

const commitments = /"commitments":\{"delivered":"H","request":"H","upstream":"H"\}/.source.replaceAll(
  'H',
  '[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=',
);
const commitmentsHere = new RegExp(commitments, 'y');
const commitmentsLength = '"commitments":{"delivered":"","request":"","upstream":""}'.length + 3 * 44;
const hourHere = /"period":"(\d{4}-(?:0[1-9]|1[0-2]))-(?:0[1-9]|1\d|2[0-8])(?:T(?:[01]\d|2[0-3])Z)?"/y;

interface Parts {
  readonly month: string;
  /** Everything but commitments and hour. */
  readonly rest: string;
}

/** Null: not of the usual form. No string of JSON can hold these names with their bare quotation marks. */
function partsOf(text: string): Parts | null {
  const [first, second] = [text.indexOf('"commitments":{'), text.lastIndexOf('"period":"')];
  if (first === -1 || second < first) return null;
  commitmentsHere.lastIndex = first;
  hourHere.lastIndex = second;
  const period = commitmentsHere.test(text) ? hourHere.exec(text) : null;
  if (period?.[1] === undefined) return null;
  const rest = `${text.slice(0, first)}${text.slice(first + commitmentsLength, second)}${text.slice(hourHere.lastIndex)}`;
  return { month: period[1], rest };
}
