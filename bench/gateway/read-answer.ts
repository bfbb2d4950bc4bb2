import { answerFrames, answerText } from './answer-text.ts';

interface Asked {
  readonly nonce: string;
  readonly chunks: number;
}

/** The only change that the pack makes to an answer without a match: people are told that a machine answers. */
const noticeRule = 'ee.aia.50.ai-notice';

interface Frame {
  readonly choices?: readonly { readonly delta?: { readonly content?: string }; readonly message?: { readonly content?: string } }[];
  readonly parlance?: { readonly disclosures?: readonly { readonly rule: string }[] };
}

/** Null when an answer is the one that was asked for, whole and unchanged; else what is wrong with it. */
export function faultIn(body: string, asked: Asked, isGateway: boolean): string | null {
  if (!isGateway) return body === answerFrames(asked.nonce, asked.chunks).join('') ? null : 'the bytes are not those of the upstream';
  const frames = framesOf(body);
  if (frames === null) return 'the stream has no end';
  const text = frames.map(({ choices }) => choices?.[0]?.delta?.content ?? choices?.[0]?.message?.content ?? '').join('');
  const rules = new Set(frames.flatMap(({ parlance }) => parlance?.disclosures ?? []).map(({ rule }) => rule.split('@')[0]));
  rules.delete(noticeRule);
  if (rules.size > 0) return `a rule found something: ${[...rules].join(', ')}`;
  const expected = answerText(asked.nonce, asked.chunks);
  return text === expected || text.endsWith(`\n${expected}`) || text.endsWith(` ${expected}`)
    ? null
    : `the text is not what was said: ${text.slice(0, 200)}`;
}

function framesOf(body: string): readonly Frame[] | null {
  if (body.startsWith('{')) return [JSON.parse(body) as Frame];
  if (!body.endsWith('data: [DONE]\n\n')) return null;
  return body
    .split('\n\n')
    .slice(0, -2)
    .map((frame) => JSON.parse(frame.slice('data: '.length)) as Frame);
}
