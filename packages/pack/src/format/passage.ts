import { z } from 'zod';
import { type Passage } from '../pack.ts';
import { closed, day, httpsUrl, language, text } from './fields.ts';
import { issueAt, type PackIssue } from './pack-issue.ts';
import { type RawFile, type TextAt, unreadable } from './reading.ts';
import { readYaml } from './read-yaml.ts';
import { type SourceText } from './source-text.ts';

/** `knowledge/<language>/<id>.md`: YAML front matter between two lines `---`, then paragraphs. */
export const passageSchema: z.ZodType<Omit<Passage, 'id'>> = closed({
  title: text(200),
  publisher: text(200),
  source: httpsUrl,
  licence: text(300),
  language,
  date: day,
  text: z.string('paragraphs').min(1, 'paragraphs').max(20_000, 'paragraphs of at most 20000 characters together'),
});

const opening = '---\n';
const closing = '\n---\n';

export function readPassage(source: SourceText): RawFile {
  const end = source.text.indexOf(closing);
  if (!source.text.startsWith(opening) || end === -1) {
    return unreadable([
      issueAt(source.positionAt(0), {
        rule: 'S1',
        path: '',
        code: 'front-matter',
        expected: 'front matter between two lines ---',
        received: 'none',
        mend: 'Start the file with ---, then title, publisher, source, licence, language and date, then --- and the text.',
      }),
    ]);
  }
  const front = readYaml(part(source, opening.length, end + 1));
  const shift = ({ offset, ...rest }: TextAt): TextAt => ({ ...rest, offset: offset + opening.length });
  const body = source.text.slice(end + closing.length);
  const isMap = typeof front.value === 'object' && front.value !== null && !Array.isArray(front.value);
  return {
    value: isMap ? { ...front.value, text: body.trim() } : front.value,
    marks: new Map([
      ...[...front.marks].map(([path, offset]): [string, number] => [path, offset + opening.length]),
      ['text', end + closing.length],
    ]),
    texts: [...front.texts.map(shift), ...paragraphs(body, end + closing.length)],
    issues: [...front.issues, ...(front.marks.has('text') ? [textInFront(source, front.marks.get('text') ?? 0)] : [])],
  };
}

/** Whoever reads the file reads its body; no other text may stand in its place. */
function textInFront(source: SourceText, offset: number): PackIssue {
  const allowed = 'title, publisher, source, licence, language, date';
  return issueAt(source.positionAt(offset + opening.length), {
    rule: 'S1',
    path: 'text',
    code: 'unknown-key',
    expected: `one of: ${allowed}`,
    received: 'text',
    mend: 'Remove "text"; the text of a passage is what stands below the front matter.',
  });
}

/** A part of a file that still knows where it stands in the file. */
function part(source: SourceText, from: number, to: number): SourceText {
  return { path: source.path, text: source.text.slice(from, to), positionAt: (offset) => source.positionAt(from + offset) };
}

function paragraphs(body: string, start: number): readonly TextAt[] {
  return Array.from(body.matchAll(/[^\n]+(?:\n[^\n]+)*/g), (match) => ({ path: 'text', text: match[0], offset: start + match.index }));
}
