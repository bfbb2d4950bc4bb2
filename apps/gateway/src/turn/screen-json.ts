import { codePointLength } from '@parlance/core';
import {
  type Disclosure,
  finish,
  judgedFrom,
  type Originals,
  type PassContext,
  questionsOf,
  restoreWhole,
  type Screen,
  sentencesOf,
  startPass,
  startRestoration,
  stepRestored,
  type UnjudgedDisclosure,
} from '@parlance/disclosure';
import { isStopping } from './judging/is-stopping.ts';
import { deepestInnerJson, isInnerJson } from './inner-json.ts';
import { decodeString, isJson, isName, jsonToken, numberText, withoutEscapes } from './json-token.ts';
import { type JudgementBook } from './judging/judged-event.ts';

export interface ScreenedJson {
  /** The JSON text with originals and markers inside strings; every other byte as it was. */
  readonly text: string;
  /** Places are code points of `text`. What was delivered unjudged is told once for each rule. */
  readonly disclosures: readonly Disclosure[];
  /** True when no marker can stand where something would have to be left out: in a number, in a member's name, or in text that is not JSON. */
  readonly isUnmarkable: boolean;
  /** A sentence could not be judged under a rule that ends the answer then. */
  readonly isStopped: boolean;
  /** JSON texts stand one inside the other deeper than is read. */
  readonly isTooDeep: boolean;
}

export interface JsonScreening {
  readonly screen: Screen;
  readonly context: PassContext;
  readonly book: JudgementBook | null;
  readonly originals: Originals;
}

export function isOmission(disclosure: Disclosure): boolean {
  return disclosure.kind !== 'unjudged';
}

/**
 * Restores and screens a JSON text string by string, so that it stays JSON: each string is a text of its own, and one that is itself JSON is read string by string too. What
 * is not JSON is screened as one text and never passes unread. Strings without a change keep their bytes.
 */
export function screenJson(text: string, screening: JsonScreening): ScreenedJson {
  const { omissions, unjudged, ...read } = isJson(text) ? screenTokens(text, screening, deepestInnerJson) : screenString(text, screening);
  const isUnmarkable = read.isUnmarkable || (omissions.length > 0 && !isJson(text));
  return { ...read, isUnmarkable, disclosures: [...omissions, ...oncePerRule(unjudged, screening.context.unjudgedBefore ?? 0)] };
}

interface ScreenedText extends Omit<ScreenedJson, 'disclosures'> {
  readonly omissions: readonly Disclosure[];
  readonly unjudged: readonly UnjudgedDisclosure[];
}

/** `depth`: how many JSON texts may yet stand one inside the other. */
function screenTokens(text: string, screening: JsonScreening, depth: number): ScreenedText {
  const { context } = screening;
  const parts: string[] = [];
  const omissions: Disclosure[] = [];
  const unjudged: UnjudgedDisclosure[] = [];
  const is = { isUnmarkable: false, isStopped: false, isTooDeep: false };
  let [read, points] = [0, 0];
  const write = (part: string): void => {
    parts.push(part);
    points += codePointLength(part);
  };
  for (const found of text.matchAll(jsonToken)) {
    write(text.slice(read, found.index));
    read = found.index + found[0].length;
    const numberedBefore = (context.numberedBefore ?? 0) + omissions.length;
    const { content, screened } = screenToken(found[0], { ...screening, context: { ...context, numberedBefore } }, depth);
    is.isStopped ||= screened.isStopped;
    is.isTooDeep ||= screened.isTooDeep;
    is.isUnmarkable ||= screened.isUnmarkable || (screened.omissions.length > 0 && (!found[0].startsWith('"') || isName(text, read)));
    omissions.push(...placedInJson(screened.omissions, points, screened.text));
    const start = points;
    write(screened.text === content ? found[0] : JSON.stringify(screened.text));
    for (const each of screened.unjudged) unjudged.push({ ...each, at: [start, points] });
  }
  write(text.slice(read));
  return { text: parts.join(''), omissions, unjudged, ...is };
}

function screenToken(
  token: string,
  screening: JsonScreening,
  depth: number,
): { readonly content: string; readonly screened: ScreenedText } {
  if (!token.startsWith('"')) {
    const content = numberText(token);
    return { content, screened: screenOne(content, { ...screening, book: null, originals: new Map() }) };
  }
  const content = decodeString(token);
  return { content, screened: isInnerJson(content) ? screenInner(content, screening, depth) : screenString(content, screening) };
}

/** A string that is itself JSON; what is found only across its strings is found all the same. */
function screenInner(content: string, screening: JsonScreening, depth: number): ScreenedText {
  if (depth === 0) return { text: content, omissions: [], unjudged: [], isUnmarkable: false, isStopped: false, isTooDeep: true };
  const inner = screenTokens(content, screening, depth - 1);
  if (inner.omissions.length > 0) return inner;
  const { text, omissions } = screenOne(inner.text, { ...screening, book: null, originals: new Map() });
  return omissions.length === 0 ? inner : { ...inner, text, omissions, isUnmarkable: !isJson(text) };
}

/** Text with escapes is read twice: as it is, and with its escapes read. A place that is found only then is none where a marker could stand. */
function screenString(text: string, screening: JsonScreening): ScreenedText {
  const screened = screenOne(text, screening);
  const plain = withoutEscapes(text);
  if (screened.omissions.length > 0 || plain === text) return screened;
  const { omissions, unjudged, isStopped } = screenOne(plain, screening);
  const read = { ...screened, unjudged, isStopped: screened.isStopped || isStopped };
  return omissions.length === 0 ? read : { ...read, omissions, isUnmarkable: true };
}
/** One disclosure for all that one rule could not have judged, from the first to the last of it. */
function oncePerRule(unjudged: readonly UnjudgedDisclosure[], before: number): readonly UnjudgedDisclosure[] {
  const byRule = new Map<string, UnjudgedDisclosure>();
  for (const each of unjudged) {
    const known = byRule.get(each.rule);
    const id = each.id.replace(/\d+$/, String(before + byRule.size + (known === undefined ? 1 : 0)));
    byRule.set(
      each.rule,
      known === undefined ? { ...each, id } : { ...known, sentences: known.sentences + each.sentences, at: [known.at[0], each.at[1]] },
    );
  }
  return [...byRule.values()];
}

function screenOne(content: string, { screen, context, book, originals }: JsonScreening): ScreenedText {
  let restoration = startRestoration(originals);
  let pass = startPass(screen, { ...context, prose: false });
  const outputs = [];
  let isStopped = false;
  for (const piece of book === null ? [content] : sentencesOf(content)) {
    const judged = book === null ? null : (book.get(piece) ?? judgedFrom(questionsOf(screen, piece), []));
    const [after, restored] = restoreWhole(restoration, piece);
    restoration = after;
    const [next, output] = stepRestored(pass, restored, judged);
    pass = next;
    outputs.push(output);
    isStopped ||= judged !== null && isStopping(judged);
  }
  outputs.push(finish(pass));
  const disclosures = outputs.flatMap((output) => output.disclosures);
  return {
    text: outputs.flatMap(({ segments }) => segments.map((segment) => segment.text)).join(''),
    omissions: disclosures.filter(isOmission),
    unjudged: disclosures.filter((disclosure) => disclosure.kind === 'unjudged'),
    isUnmarkable: false,
    isStopped,
    isTooDeep: false,
  };
}

/** Moves places from the text of a string to the JSON text that holds it from `start` on, where some characters are written as escapes. */
function placedInJson(disclosures: readonly Disclosure[], start: number, content: string): readonly Disclosure[] {
  let at = start + 1;
  const places = [at];
  for (const point of content) places.push((at += codePointLength(JSON.stringify(point)) - 2));
  const place = (point: number): number => places[point] ?? at;
  return disclosures.map((disclosure) => ({ ...disclosure, at: [place(disclosure.at[0]), place(disclosure.at[1])] }));
}
