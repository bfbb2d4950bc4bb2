import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type AddRule, type Matcher, type OmitRule } from './rule.ts';
import { compiled, delivered, plainWording, run } from './testing/sample-rules.ts';

type SmallRule = Pick<OmitRule, 'id' | 'cause' | 'type'> & OmitRule['matcher'];

type SmallAddition = Pick<AddRule, 'id' | 'cause' | 'purpose' | 'place'> & { readonly text: string } & Matcher;

interface Vector {
  readonly name: string;
  readonly rules: readonly SmallRule[];
  /** With any, the channel is prose; each stands as `⟦+ Added ({purpose}): {text}⟧`. */
  readonly additions?: readonly SmallAddition[];
  readonly language: string;
  readonly chunks: readonly string[];
  readonly exempt?: readonly string[];
  readonly typed?: readonly string[];
  readonly expect: {
    /** Delivered text without footnotes; a marker is `⟦{number}: left out, {type}⟧`. */
    readonly text: string;
    readonly disclosures: readonly {
      readonly kind: string;
      readonly cause: string;
      readonly type: string;
      readonly at: readonly number[];
    }[];
    readonly not_contains: readonly string[];
  };
}

const folder = new URL('../../../vectors/disclosure/', import.meta.url);
const vectors = readdirSync(folder).map((file) => ({ file, vector: parse(readFileSync(new URL(file, folder), 'utf8')) as Vector }));

function ruleOf({ id, cause, type, ...matcher }: SmallRule): OmitRule {
  return { kind: 'omit', id, version: '1', cause, type, matcher, rationale: { en: 'Because.' } };
}

function additionOf({ id, cause, purpose, place, text, ...matcher }: SmallAddition): AddRule {
  const when = Object.keys(matcher).length === 0 ? 'always' : matcher;
  return { kind: 'add', id, version: '1', cause, purpose, place, when, text: { en: text } };
}

function result(vector: Vector, chunks: readonly string[]) {
  const context = {
    choice: 0,
    channel: 'content',
    language: vector.language,
    wording: plainWording,
    prose: vector.additions !== undefined,
    typed: vector.typed ?? [],
  } as const;
  const { segments, disclosures } = run(
    compiled([...vector.rules.map(ruleOf), ...(vector.additions ?? []).map(additionOf)], vector.exempt),
    chunks,
    context,
  );
  return {
    text: delivered(segments.filter((segment) => segment.kind === 'text' || segment.edit.kind !== 'notice')),
    disclosures: disclosures.map((disclosure) => ({
      kind: disclosure.kind,
      cause: disclosure.cause,
      type: disclosure.kind === 'add' ? disclosure.purpose : disclosure.type,
      at: [...disclosure.at],
    })),
  };
}

describe('vectors', () => {
  test('there are enough, each named as its file', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(60);
    for (const { file, vector } of vectors) expect(file).toBe(`${vector.name}.yaml`);
  });

  test.each(vectors)('$vector.name', ({ vector }) => {
    const { text, disclosures } = vector.expect;
    const whole = vector.chunks.join('');
    const cuts = [vector.chunks, [whole], whole.split('')];
    for (const chunks of cuts) {
      expect(result(vector, chunks)).toEqual({ text, disclosures });
    }
    for (const hidden of vector.expect.not_contains) expect(text).not.toContain(hidden);
  });
});
