import { codePointLength } from '@parlance/core';
import {
  type Disclosure,
  finish,
  judgedFrom,
  type PassContext,
  questionsOf,
  type Screen,
  sentencesOf,
  startPass,
  step,
  stepJudged,
  type UnjudgedDisclosure,
} from '@parlance/disclosure';
import { isStopping } from './judging/is-stopping.ts';
import { decodeString, isJson, isName, jsonToken, numberText, withoutEscapes } from './json-token.ts';
import { type JudgementBook } from './judging/judged-event.ts';

export interface ScreenedJson {
  /** The JSON text with markers inside strings; every other byte as it was. */
  readonly text: string;
  /** Places are code points of `text`. What was delivered unjudged is told once for each rule. */
  readonly disclosures: readonly Disclosure[];
  /** True when no marker can stand where something would have to be left out: in a number, in a member's name, or in text that is not JSON. */
  readonly isUnmarkable: boolean;
  /** A sentence could not be judged under a rule that ends the answer then. */
  readonly isStopped: boolean;
}

export interface JsonScreening {
  readonly screen: Screen;
  readonly context: PassContext;
  readonly book: JudgementBook | null;
}

export function isOmission(disclosure: Disclosure): boolean {
  return disclosure.kind !== 'unjudged';
}

/** Screens a JSON text string by string, so that it stays JSON: each string is a text of its own. What is not JSON is screened as one text and never passes unread. */
export function screenJson(text: string, screening: JsonScreening): ScreenedJson {
  if (!isJson(text)) return screenWhole(text, screening);
  const { context } = screening;
  const parts: string[] = [];
  const omissions: Disclosure[] = [];
  const unjudged: UnjudgedDisclosure[] = [];
  let [isUnmarkable, isStopped, read, points] = [false, false, 0, 0];
  const write = (part: string): void => {
    parts.push(part);
    points += codePointLength(part);
  };
  for (const found of text.matchAll(jsonToken)) {
    write(text.slice(read, found.index));
    read = found.index + found[0].length;
    const numberedBefore = (context.numberedBefore ?? 0) + omissions.length;
    const screened = screenToken(found[0], { ...screening, context: { ...context, numberedBefore } });
    isStopped ||= screened.isStopped;
    isUnmarkable ||= screened.omissions.length > 0 && (!found[0].startsWith('"') || isName(text, read));
    omissions.push(...placedInJson(screened.omissions, points, screened.text));
    const start = points;
    write(screened.omissions.length > 0 ? JSON.stringify(screened.text) : found[0]);
    for (const each of screened.unjudged) unjudged.push({ ...each, at: [start, points] });
  }
  write(text.slice(read));
  return {
    text: parts.join(''),
    disclosures: [...omissions, ...oncePerRule(unjudged, context.unjudgedBefore ?? 0)],
    isUnmarkable,
    isStopped,
  };
}

function screenToken(token: string, screening: JsonScreening): ScreenedText {
  return token.startsWith('"') ? screenOne(decodeString(token), screening) : screenOne(numberText(token), { ...screening, book: null });
}

/** Text that only looks like JSON is read twice: as it is, and with its escapes read. */
function screenWhole(text: string, screening: JsonScreening): ScreenedJson {
  const whole = screenOne(text, screening);
  const plain = withoutEscapes(text);
  const { omissions, unjudged } = whole.omissions.length > 0 || plain === text ? whole : screenOne(plain, screening);
  const isUnmarkable = omissions.length > 0;
  const disclosures = [...omissions, ...oncePerRule(unjudged, screening.context.unjudgedBefore ?? 0)];
  return { text: whole.text, disclosures, isUnmarkable, isStopped: whole.isStopped };
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

interface ScreenedText {
  readonly text: string;
  readonly omissions: readonly Disclosure[];
  readonly unjudged: readonly UnjudgedDisclosure[];
  readonly isStopped: boolean;
}

function screenOne(content: string, { screen, context, book }: JsonScreening): ScreenedText {
  let pass = startPass(screen, { ...context, prose: false });
  const outputs = [];
  let isStopped = false;
  for (const piece of book === null ? [content] : sentencesOf(content)) {
    const judged = book === null ? null : (book.get(piece) ?? judgedFrom(questionsOf(screen, piece), []));
    const [next, output] = judged === null ? step(pass, piece) : stepJudged(pass, piece, judged);
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
    isStopped,
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
