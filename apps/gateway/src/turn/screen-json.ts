import { codePointLength } from '@parlance/core';
import { type Disclosure, finish, type PassContext, type Screen, startPass, step } from '@parlance/disclosure';
import { decodeString, isJson, isName, jsonToken, numberText, withoutEscapes } from './json-token.ts';

export interface ScreenedJson {
  /** The JSON text with markers inside strings; every other byte as it was. */
  readonly text: string;
  /** Places are code points of `text`. */
  readonly disclosures: readonly Disclosure[];
  /** True when no marker can stand where something would have to be left out: in a number, in a member's name, or in text that is not JSON. */
  readonly isUnmarkable: boolean;
}

/** Screens a JSON text string by string, so that it stays JSON: each string is a text of its own. What is not JSON is screened as one text and never passes unread. */
export function screenJson(text: string, screen: Screen, context: PassContext): ScreenedJson {
  const screenText = (content: string, numberedBefore: number) => screenOne(content, screen, { ...context, prose: false, numberedBefore });
  if (!isJson(text)) return screenWhole(text, (content) => screenText(content, context.numberedBefore ?? 0));
  const parts: string[] = [];
  const disclosures: Disclosure[] = [];
  let isUnmarkable = false;
  let read = 0;
  let points = 0;
  const write = (part: string): void => {
    parts.push(part);
    points += codePointLength(part);
  };
  for (const found of text.matchAll(jsonToken)) {
    write(text.slice(read, found.index));
    read = found.index + found[0].length;
    const isString = found[0].startsWith('"');
    const screened = screenText(
      isString ? decodeString(found[0]) : numberText(found[0]),
      (context.numberedBefore ?? 0) + disclosures.length,
    );
    if (screened.disclosures.length > 0) {
      disclosures.push(...placedInJson(screened.disclosures, points, screened.text));
      isUnmarkable ||= !isString || isName(text, read);
    }
    write(screened.disclosures.length > 0 ? JSON.stringify(screened.text) : found[0]);
  }
  write(text.slice(read));
  return { text: parts.join(''), disclosures, isUnmarkable };
}

/** Text that only looks like JSON is read twice: as it is, and with its escapes read. */
function screenWhole(text: string, screenText: (content: string) => ReturnType<typeof screenOne>): ScreenedJson {
  const whole = screenText(text);
  const plain = withoutEscapes(text);
  const disclosures = whole.disclosures.length > 0 || plain === text ? whole.disclosures : screenText(plain).disclosures;
  return { text: whole.text, disclosures, isUnmarkable: disclosures.length > 0 };
}

function screenOne(
  content: string,
  screen: Screen,
  context: PassContext,
): { readonly text: string; readonly disclosures: readonly Disclosure[] } {
  const [pass, first] = step(startPass(screen, context), content);
  const last = finish(pass);
  return {
    text: [...first.segments, ...last.segments].map((segment) => segment.text).join(''),
    disclosures: [...first.disclosures, ...last.disclosures],
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
