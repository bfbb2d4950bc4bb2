import { type PackFiles } from '../../format/pack-files.ts';
import { type PackDraft, positionIn, readPack } from '../../format/read-pack.ts';
import { type Position, type Restriction } from '../../pack.ts';
import { type FreeText, freeTexts } from '../free-text.ts';
import { listParts, textParts } from './parts.ts';
import { type Quotable, quotedJson } from './quoted-json.ts';

/** What a model is asked about at once: a text of a pack, a restriction as a whole, or a part of one that is long. */
export interface JudgeItem {
  readonly facts: Readonly<Record<string, Quotable>>;
  readonly places: readonly JudgePlace[];
}

interface JudgePlace {
  readonly position: Position;
  readonly path: string;
}

/** Longer in quotes than this, a restriction without its lists is not judged as a whole; its texts are, each by itself. */
const longestHead = 6000;

export interface ItemsToJudge {
  readonly items: readonly JudgeItem[];
  /** Restrictions whose words alone are longer than a question may be. */
  readonly tooLong: number;
}

/** Everything in a pack that says something, as far as the pack could be read. What has no letter says nothing. */
export function itemsToJudge(files: PackFiles): ItemsToJudge {
  const draft = readPack(files);
  const texts = freeTexts(draft).filter(({ text }) => /\p{L}/u.test(text));
  const restrictions = (draft.pack?.restrictions ?? []).map((restriction) => restrictionItems(draft, restriction));
  return {
    items: [...texts.flatMap(textItems), ...restrictions.flatMap((items) => items ?? [])],
    tooLong: restrictions.filter((items) => items === null).length,
  };
}

function textItems({ text, subject, places }: FreeText): readonly JudgeItem[] {
  const { kind, language } = subject;
  const standing = places.map(({ source, path, offset }) => ({ position: source.positionAt(offset), path }));
  return textParts(text).map((part) => ({ facts: { kind, language: language ?? 'unknown', text: part }, places: standing }));
}

/** Null when it is too long to be asked about. The lists of a large restriction are asked about in parts, each with its type and its reason. */
function restrictionItems(draft: PackDraft, restriction: Restriction): readonly JudgeItem[] | null {
  const { type, rationale, match, classifier, fixtures } = restriction;
  const policy = classifier === undefined ? {} : { policy: { ...classifier.policy } };
  const head = { kind: 'restriction', type, rationale: { ...rationale }, ...policy };
  if (quotedJson(head).length > longestHead) return null;
  const lists = { terms: match.terms ?? [], patterns: match.patterns ?? [], identifiers: match.identifiers ?? [], examples: fixtures.hits };
  const file = draft.fileOf.get(restriction) ?? 'pack.yaml';
  const places = [{ position: positionIn(draft, file, 'match'), path: 'match' }];
  return listParts(lists).map((part) => ({ facts: { ...head, ...part }, places }));
}
