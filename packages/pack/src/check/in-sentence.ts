import { type PackIssue } from '../format/pack-issue.ts';
import { type Check, type CheckContext } from './check-context.ts';
import { type FreeText, type TextPlace } from './free-text.ts';

/** Sentences end at a mark with white space behind it, or at a mark of Chinese. A line may end inside one. */
const sentence = /\S(?:[^.!?…؟。！？]|[.!?…؟](?!\s|$))*[.!?…؟。！？]*/gu;

/**
 * A check of texts that names the sentence of a passage where it would name the paragraph: its sentences are judged by themselves, and where none is at fault
 * alone the paragraph stays the place.
 */
export function inSentence(check: Check): Check {
  return (context) => {
    const issues = check(context);
    const paragraphs = issues.some(isInParagraph) ? paragraphsIn(context) : new Map<string, FreeText>();
    return issues.flatMap((issue) => {
      const paragraph = isInParagraph(issue) ? paragraphs.get(placeKey(issue)) : undefined;
      if (paragraph === undefined) return [issue];
      const narrowed = check({ ...context, freeTexts: sentencesOf(paragraph) }).filter(
        ({ rule, code }) => rule === issue.rule && code === issue.code,
      );
      return narrowed.length === 0 ? [issue] : narrowed;
    });
  };
}

function isInParagraph({ file, path }: Pick<PackIssue, 'file' | 'path'>): boolean {
  return file.endsWith('.md') && path === 'text';
}

function placeKey({ file, line, column }: Pick<PackIssue, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}

/** By place, each with that place alone. */
function paragraphsIn({ freeTexts }: CheckContext): ReadonlyMap<string, FreeText> {
  return new Map(
    freeTexts.flatMap((text) =>
      text.places.flatMap((place): readonly [string, FreeText][] =>
        isInParagraph({ file: place.source.path, path: place.path })
          ? [[placeKey(place.source.positionAt(place.offset)), { ...text, places: [place] }]]
          : [],
      ),
    ),
  );
}

function sentencesOf({ text, subject, places }: FreeText): readonly FreeText[] {
  return Array.from(text.matchAll(sentence), ({ 0: written, index }) => ({
    text: written,
    subject,
    places: places.map((place): TextPlace => ({ ...place, offset: place.offset + index })),
  }));
}
