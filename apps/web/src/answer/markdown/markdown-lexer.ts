import { Lexer, type MarkedOptions, type Token, Tokenizer, type TokenizerExtensionFunction, type Tokens } from 'marked';

/** The grammar of GitHub, where a line end is a line break, without what an answer must not do: raw HTML and references are text. */
class AnswerTokenizer extends Tokenizer {
  override html(): undefined {
    return undefined;
  }
  override tag(): undefined {
    return undefined;
  }
  override def(): undefined {
    return undefined;
  }
  override url(): undefined {
    return undefined;
  }
  /** There are no references: the bracket is text. */
  override reflink(source: string): Tokens.Text | undefined {
    const first = source.charAt(0);
    return first === '[' || first === '!' ? { type: 'text', raw: first, text: first } : undefined;
  }
  /** One tilde means "about". */
  override del(source: string, masked: string, previous?: string): Tokens.Del | undefined {
    return source.startsWith('~~') ? super.del(source, masked, previous) : undefined;
  }
}

const address = /^https:\/\/[\w\-.~:/?#@!$&()+,;=%]+/;

/** An address in the text, without the stop behind it. */
const bareAddress: TokenizerExtensionFunction = function (source, before) {
  const written = this.lexer.state.inLink ? null : address.exec(source);
  if (written === null || /[\p{L}\p{M}\p{N}]$/u.test(before.at(-1)?.raw ?? '')) return undefined;
  const end = written[0].includes('(') ? /[.,;:!?_]+$/ : /[.,;:!?_)]+$/;
  const href = written[0].replace(end, '');
  return { type: 'link', raw: href, href, text: href, autolink: true, tokens: [] };
};

/** A lexer takes the tokenizer for itself while it reads, which it does in one go. */
const options: MarkedOptions = {
  gfm: true,
  breaks: true,
  tokenizer: new AnswerTokenizer(),
  extensions: { inline: [bareAddress], renderers: {}, childTokens: {} },
};

/** Tokens of the inside of a block. */
export type InlineToken =
  Tokens.Br | Tokens.Codespan | Tokens.Del | Tokens.Em | Tokens.Escape | Tokens.Image | Tokens.Link | Tokens.Strong | Tokens.Text;

/** What stands inside one block. */
export function inlineTokens(text: string): readonly InlineToken[] {
  return known(new Lexer(options).inlineTokens(text));
}

/** The header of a table or a heading, whose inside is not read; null when the text is neither. */
export function blockToken(text: string): Tokens.Heading | Tokens.Table | null {
  return new Lexer(options).blockTokens(text).find(isBlock) ?? null;
}

/** The lexer also knows tokens that this grammar has not. */
export function known(tokens: readonly Token[]): readonly InlineToken[] {
  return tokens.filter(isInline);
}

const inlineNames = new Set(['br', 'codespan', 'del', 'em', 'escape', 'image', 'link', 'strong', 'text']);

function isInline(token: Token): token is InlineToken {
  return inlineNames.has(token.type);
}

function isBlock(token: Token): token is Tokens.Heading | Tokens.Table {
  return token.type === 'heading' || token.type === 'table';
}
