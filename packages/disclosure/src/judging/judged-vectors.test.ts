import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type FailureAction } from '@parlance/charter';
import { parse } from 'yaml';
import { type OmitRule } from '../rule.ts';
import { runJudged, type Safeguard } from '../testing/judged-run.ts';
import { compiled, delivered } from '../testing/sample-rules.ts';

type JudgedRule = Pick<OmitRule, 'id' | 'cause' | 'type'> & OmitRule['matcher'] & { readonly on_failure?: FailureAction };

interface Vector {
  readonly name: string;
  readonly rules: readonly JudgedRule[];
  readonly exempt?: readonly string[];
  /** What a safeguard says of a sentence that holds these words; of any other it says `not-covered`. A verdict that comes too late is none. */
  readonly verdicts: readonly {
    readonly words: string;
    readonly verdict: 'covered' | 'not-covered' | 'failed' | 'late';
    readonly rule?: string;
  }[];
  readonly chunks: readonly string[];
  readonly expect: {
    /** Delivered text without footnotes; a marker is `⟦{number}: left out, {type}⟧`. */
    readonly text: string;
    readonly disclosures: readonly Readonly<Record<'kind' | 'rule' | 'decided_by' | 'at', unknown>>[];
    readonly stopped: boolean;
    readonly asked: readonly string[];
    readonly not_contains: readonly string[];
  };
}

const folder = new URL('../../../../vectors/judged/', import.meta.url);
const vectors = readdirSync(folder).map((file) => ({ file, vector: parse(readFileSync(new URL(file, folder), 'utf8')) as Vector }));

function ruleOf({ id, cause, type, on_failure: onFailure, ...matcher }: JudgedRule): OmitRule {
  const rule = { kind: 'omit', id, version: '1', cause, type, matcher, rationale: { en: 'Because.' } } as const;
  return onFailure === undefined ? rule : { ...rule, classifier: { policy: { en: 'What it is about.' }, onFailure } };
}

function safeguardOf(verdicts: Vector['verdicts']): Safeguard {
  return (sentence, id) => {
    const said = verdicts.find(({ words, rule }) => sentence.includes(words) && (rule === undefined || rule === id))?.verdict;
    return said === 'late' ? 'failed' : (said ?? 'not-covered');
  };
}

function result({ rules, exempt, verdicts }: Vector, chunks: readonly string[]) {
  const { segments, disclosures, asked, isStopped } = runJudged(compiled(rules.map(ruleOf), exempt), chunks, safeguardOf(verdicts));
  return {
    text: delivered(segments).split('\n\n⟦')[0],
    disclosures: disclosures.map(({ kind, rule, decidedBy, at }) => ({ kind, rule, decided_by: decidedBy, at: [...at] })),
    stopped: isStopped,
    asked,
  };
}

test('each vector is named as its file, and most of them leave the text alone', () => {
  for (const { file, vector } of vectors) expect(file).toBe(`${vector.name}.yaml`);
  const left = vectors.filter(({ vector }) => vector.chunks.join('') === vector.expect.text);
  expect(2 * left.length).toBeGreaterThan(vectors.length);
});

test.each(vectors)('$vector.name', ({ vector }) => {
  const { not_contains: hidden, ...expected } = vector.expect;
  const whole = vector.chunks.join('');
  for (const chunks of [vector.chunks, [whole], whole.split('')]) expect(result(vector, chunks)).toEqual(expected);
  for (const words of hidden) expect(expected.text).not.toContain(words);
});
