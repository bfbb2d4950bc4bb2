import { type Tokens } from 'marked';
import { type Atoms } from './atoms.ts';
import { type InlineToken, inlineTokens, known } from './markdown-lexer.ts';
import { bareLink, labelledLink, webLink } from './web-link.ts';

/** Text without Markdown; its line ends are line breaks. */
export function writePlain(text: string, atoms: Atoms): string {
  return atoms.html(text).replaceAll('\n', '<br>');
}

/** A piece of a block in which every span is whole. It is read once. */
export function writeSpans(text: string, atoms: Atoms): string {
  if (!/[*_~`[<\\]|https:/.test(text)) return writePlain(text, atoms);
  const html = writeTokens(inlineTokens(text), atoms);
  return holdsEach(html, text, atoms) ? html : writePlain(text, atoms);
}

/** No marker may be lost, whatever the lexer made of the text around it. */
function holdsEach(html: string, text: string, atoms: Atoms): boolean {
  const markers = atoms.in(text).filter(({ source }) => source === null);
  return markers.every((marker) => countOf(html, marker.html) === markers.filter(({ html: other }) => other === marker.html).length);
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

function writeTokens(tokens: readonly InlineToken[], atoms: Atoms): string {
  return tokens.map((token) => writeToken(token, atoms)).join('');
}

function writeToken(token: InlineToken, atoms: Atoms): string {
  switch (token.type) {
    case 'escape':
      return writePlain(token.text, atoms);
    case 'em':
    case 'strong':
    case 'del':
      return `<${token.type}>${writeTokens(known(token.tokens), atoms)}</${token.type}>`;
    case 'codespan':
      return `<code dir="ltr">${atoms.literal(token.text)}</code>`;
    case 'br':
      return '<br>';
    case 'link':
    case 'image':
      return writeLink(token, atoms);
    case 'text':
      // The text as written: a character reference is shown as it was screened.
      return writePlain(token.raw, atoms);
  }
}

/** A picture is never loaded: its description leads to it. */
function writeLink(token: Tokens.Link | Tokens.Image, atoms: Atoms): string {
  const link = atoms.in(token.href).length > 0 ? null : webLink(token.href);
  if (link === null) return writePlain(token.raw, atoms);
  if (token.type === 'link' && token.autolink === true) return bareLink(token.href);
  const tokens = known(token.tokens);
  return labelledLink(link, {
    html: token.text.trim() === '' ? atoms.html(token.href) : writeTokens(tokens, atoms),
    text: token.text.trim() === '' ? token.href : atoms.source(token.text),
    holdsLink: holdsLink(tokens, atoms),
    title: atoms.html(token.title ?? ''),
  });
}

function holdsLink(tokens: readonly InlineToken[], atoms: Atoms): boolean {
  return tokens.some(
    (token) =>
      token.type === 'link' ||
      token.type === 'image' ||
      atoms.in(token.raw).some(({ isLink }) => isLink) ||
      ('tokens' in token && holdsLink(known(token.tokens ?? []), atoms)),
  );
}
