import { CST, Lexer } from 'yaml';
import { issueAt, type PackIssue } from '../format/pack-issue.ts';
import { type PackDraft } from '../format/read-pack.ts';
import { type SourceText } from '../format/source-text.ts';

/** A comment is text that a reviewer of the parsed pack never sees (S9). */
export function comments({ sources }: Pick<PackDraft, 'sources'>): readonly PackIssue[] {
  return [...sources.values()].flatMap((source) => {
    if (source.path.endsWith('.yaml')) return yamlComments(source, 0, source.text.length);
    if (!source.path.endsWith('.md')) return [];
    const end = Math.max(0, source.text.indexOf('\n---\n', 3));
    return [...yamlComments(source, 0, end), ...markup(source)];
  });
}

function yamlComments(source: SourceText, from: number, to: number): readonly PackIssue[] {
  const text = source.text.slice(from, to);
  // Most files hold no number sign behind a space: they cannot have a comment, and the lexer need not look.
  if (!/(?:^|[\s,[\]{}])#/.test(text)) return [];
  return commentOffsets(text).map((offset) =>
    issueAt(source.positionAt(from + offset), {
      rule: 'S9',
      path: '',
      code: 'yaml-comment',
      expected: 'no comments',
      received: 'a comment',
      mend: 'Remove the comment, or quote the text if the number sign belongs to it.',
    }),
  );
}

function commentOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  let isContent = false;
  for (const lexeme of new Lexer().lex(text)) {
    const kind = isContent ? 'scalar' : CST.tokenType(lexeme);
    if (kind === 'comment') offsets.push(offset);
    isContent = lexeme === CST.SCALAR;
    // The lexer announces documents, plain scalars and flow errors by control characters that are not in the text.
    if (isContent || lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END) continue;
    offset += lexeme.length;
  }
  return offsets;
}

function markup(source: SourceText): readonly PackIssue[] {
  return Array.from(source.text.matchAll(/<!--|<[a-z/!?][^>]{0,80}>?/gi), (match) =>
    issueAt(source.positionAt(match.index), {
      rule: 'S9',
      path: 'text',
      code: match[0].startsWith('<!--') ? 'html-comment' : 'html',
      expected: 'prose without HTML',
      received: match[0].startsWith('<!--') ? 'a comment' : 'a tag',
      mend: 'Write the text without HTML.',
    }),
  );
}
