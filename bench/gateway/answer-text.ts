/**
 * What the mock says and how a client can tell that it got exactly that. An answer is a nonce and pieces of fixed text, in Estonian, in which no rule
 * finds anything.
 */
const pieces = [
  'Meri on täna ',
  'vaikne ja hall. ',
  'Lained tulevad ',
  'aeglaselt randa, ',
  'liiv on veel soe ',
  'eilsest päikesest. ',
  'Kajakas lendab ',
  'üle madala vee ',
  'ja hüüab korra. ',
  'Kalurid parandavad ',
  'võrke kuuri ees, ',
  'paat ootab kail. ',
];

function pieceAt(index: number): string {
  return pieces[index % pieces.length] ?? '';
}

/** The whole text of an answer of so many chunks. The nonce is the first of them. */
export function answerText(nonce: string, chunks: number): string {
  return answerChunks(nonce, chunks).join('');
}

function answerChunks(nonce: string, chunks: number): readonly string[] {
  return Array.from({ length: chunks }, (_, index) => (index === 0 ? `${nonce} ` : pieceAt(index)));
}

const head = 'data: {"id":"chatcmpl-mock","object":"chat.completion.chunk","created":1700000000,"model":"mock","choices":';

/** Server-sent events of an answer, one frame per chunk, and the closing frames as one: the reason, the usage, `[DONE]`. */
export function answerFrames(nonce: string, chunks: number): readonly string[] {
  return [frame({ role: 'assistant', content: `${nonce} ` }), ...framesAfterNonce(chunks)];
}

const known = new Map<number, readonly string[]>();

/** The same in every answer, so that neither mock nor client spends its core on it. */
function framesAfterNonce(chunks: number): readonly string[] {
  const before = known.get(chunks);
  if (before !== undefined) return before;
  const usage = { prompt_tokens: 20, completion_tokens: chunks, total_tokens: 20 + chunks };
  const closing = [
    `${head}[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n`,
    `${head}[],"usage":${JSON.stringify(usage)}}\n\n`,
    'data: [DONE]\n\n',
  ];
  const frames = [
    ...answerChunks('', chunks)
      .slice(1)
      .map((content) => frame({ content })),
    closing.join(''),
  ];
  known.set(chunks, frames);
  return frames;
}

function frame(delta: Readonly<Record<string, string>>): string {
  return `${head}[{"index":0,"delta":${JSON.stringify(delta)},"finish_reason":null}]}\n\n`;
}

const nonceLetters = 'bcdfghjklmnpqrstvwxz';

/** Letters alone: a number could be taken for an identifier. */
export function nonceOf(count: number): string {
  let rest = count;
  let nonce = '';
  for (let place = 0; place < 7; place++) {
    nonce += nonceLetters[rest % nonceLetters.length] ?? '';
    rest = Math.floor(rest / nonceLetters.length);
  }
  return nonce;
}
