/** A piece of JSON (RFC 8259) and where it stands, in UTF-16 units. */
export interface JsonToken {
  readonly kind: 'mark' | 'text' | 'literal' | 'end' | 'fault';
  readonly written: string;
  readonly offset: number;
}

const space = /[ \t\r\n]*/y;
const piece =
  /([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|((?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/uy;

const kinds = ['mark', 'text', 'literal'] as const;

/** Cuts a text into pieces. After the first thing that is no JSON comes a `fault` and nothing more; else the last is the `end`. */
export function* jsonTokens(text: string): Generator<JsonToken, void> {
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    if (at >= text.length) {
      yield { kind: 'end', written: '', offset: at };
      return;
    }
    piece.lastIndex = at;
    const found = piece.exec(text);
    const kind = kinds.find((_, index) => found?.[index + 1] !== undefined);
    if (found === null || kind === undefined) {
      yield { kind: 'fault', written: text.slice(at, at + 40), offset: at };
      return;
    }
    yield { kind, written: found[0], offset: at };
    at += found[0].length;
  }
}
