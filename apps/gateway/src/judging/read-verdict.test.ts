import { describe, expect, test } from 'vitest';
import { readChatVerdict, readModeration } from './read-verdict.ts';

const chat = (content: unknown, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ choices: [{ finish_reason: 'stop', message: { content }, ...more }], model: 'm' });
const said = (verdict: unknown): string => chat(JSON.stringify(verdict));
const nonsense = expect.objectContaining({ code: 'judge_nonsense' }) as unknown;
const errorOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error;
  }
};

describe('the verdict of a chat model', () => {
  test('counts as covered when it is as sure as the rule asks for', () => {
    const of = (verdict: string, confidence: number, threshold: number | null) =>
      readChatVerdict(said({ verdict, confidence }), { threshold });
    expect([
      of('covered', 0.8, 0.8),
      of('covered', 0.79, 0.8),
      of('covered', 0, null),
      of('not_covered', 1, null),
      of('not_covered', 0, 0.1),
    ]).toEqual(['covered', 'not-covered', 'covered', 'not-covered', 'not-covered']);
  });

  test.each([
    ['no JSON', 'allowed'],
    ['an empty body', ''],
    ['no choice', '{"choices":[]}'],
    ['two choices', JSON.stringify({ choices: [0, 1].map(() => ({ finish_reason: 'stop', message: { content: '{}' } })) })],
    ['a verdict in words', chat('not_covered')],
    ['a verdict in a fence', chat('```json\n{"verdict":"not_covered","confidence":1}\n```')],
    ['a verdict with words behind it', chat('{"verdict":"not_covered","confidence":1} as asked')],
    ['an unknown label', said({ verdict: 'safe', confidence: 1 })],
    ['a label in capitals', said({ verdict: 'NOT_COVERED', confidence: 1 })],
    ['no confidence', said({ verdict: 'not_covered' })],
    ['a confidence in words', said({ verdict: 'not_covered', confidence: 'high' })],
    ['a confidence above one', said({ verdict: 'not_covered', confidence: 100 })],
    ['a member more', said({ verdict: 'not_covered', confidence: 1, but: 'x' })],
    ['a list', said([{ verdict: 'not_covered', confidence: 1 }])],
    ['content that is no text', chat(null)],
    ['an answer that was cut off', chat('{"verdict":"not_covered","confidence":1}', { finish_reason: 'length' })],
    ['a refusal', chat('{"verdict":"not_covered","confidence":1}', { finish_reason: 'content_filter' })],
  ])('%s is no verdict', (_name, body) => {
    expect(errorOf(() => readChatVerdict(body, { threshold: null }))).toEqual(nonsense);
  });
});

describe('the verdict of moderations', () => {
  const rule = { rule: 'ee.law.2.x', type: 'hate-speech', threshold: null } as const;
  const of = (categories: unknown, category_scores: unknown = {}): string =>
    JSON.stringify({ results: [{ flagged: true, categories, category_scores }] });

  test('is that of the categories of the rule, whatever else is flagged', () => {
    expect(readModeration(of({ hate: false, violence: true }), rule)).toBe('not-covered');
    expect(readModeration(of({ hate: false, 'hate/threatening': true }), rule)).toBe('covered');
    expect(readModeration(of({ 'ee.law.2.x': true }), { ...rule, type: 'gambling' })).toBe('covered');
  });

  test('is that of its scores when the rule has a threshold', () => {
    expect(readModeration(of({ hate: true }, { hate: 0.4 }), { ...rule, threshold: 0.5 })).toBe('not-covered');
    expect(readModeration(of({ hate: false }, { hate: 0.5 }), { ...rule, threshold: 0.5 })).toBe('covered');
  });

  test.each([
    ['no result', '{"results":[]}', rule],
    ['no category for the rule', of({ violence: true }), rule],
    ['a category without a value', of({ hate: null }), rule],
    ['a category that is no truth value', of({ hate: 'no' }), rule],
    ['no score where the rule has a threshold', of({ hate: false }, {}), { ...rule, threshold: 0.5 }],
    ['a score above one', of({ hate: false }, { hate: 7 }), rule],
    ['an inherited name for a category', of({}), { ...rule, rule: 'constructor' }],
    ['an error', '{"error":{"message":"x"}}', rule],
  ])('%s is no verdict', (_name, body, asked) => {
    expect(errorOf(() => readModeration(body, asked))).toEqual(nonsense);
  });
});
