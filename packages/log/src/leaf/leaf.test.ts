import * as charter from '@parlance/charter';
import { canonicalJson } from '@parlance/core';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../encoding/text.ts';
import { changed, context } from '../testing/answers.ts';
import { sampleLeaves } from '../testing/leaves.ts';
import { mediationBytes } from '../receipt/mediation.ts';
import * as ours from './closed-lists.ts';
import { type Leaf } from './leaf.ts';
import { encodeLeaf, hashOfLeaf, largestLeaf, parseLeaf, readLeaf } from './parse-leaf.ts';

function issuesOf(leaf: object): readonly string[] {
  const parsed = parseLeaf(encodeText(canonicalJson({ ...leaf })));
  return parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path}: ${code}`);
}

describe('a leaf', () => {
  test.each(sampleLeaves.map((leaf) => [leaf.leaf, leaf] as const))('%s is read as it was written', (_, leaf) => {
    expect(parseLeaf(encodeLeaf(leaf))).toEqual({ ok: true, value: leaf });
    expect(hashOfLeaf(leaf)).toHaveLength(32);
  });

  test('of each kind has a sample', () => {
    expect(new Set(sampleLeaves.map(({ leaf }) => leaf))).toEqual(
      new Set(['rule', 'policy', 'release', 'mediation', 'tally', 'amend', 'shred', 'key', 'access']),
    );
  });

  test.each(sampleLeaves.map((leaf) => [leaf.leaf, leaf] as const))(
    '%s is closed: no field more, none less, none null that may not be',
    (_, leaf) => {
      expect(issuesOf({ ...leaf, note: 'x' })).toEqual([': unrecognized_keys']);
      for (const key of Object.keys(leaf)) {
        expect(issuesOf({ ...leaf, [key]: undefined })).not.toEqual([]);
        expect(issuesOf({ ...leaf, [key]: { deep: 'x' } })).not.toEqual([]);
      }
    },
  );

  test('has one encoding', () => {
    const text = new TextDecoder().decode(encodeLeaf(sampleLeaves[0]!));
    expect(parseLeaf(encodeText(`${text}\n`))).toMatchObject({ issues: [{ code: 'not_canonical' }] });
    expect(parseLeaf(encodeText(text.replace('"v":1', '"v":1,"v":1')))).toMatchObject({ issues: [{ code: 'not_canonical' }] });
    expect(parseLeaf(encodeText(text.replace('"v":1', '"v":1.0')))).toMatchObject({ issues: [{ code: 'not_canonical' }] });
  });

  test('has at most 8 KB, is JSON in UTF-8 and of a known kind', () => {
    expect(parseLeaf(new Uint8Array(largestLeaf + 1))).toMatchObject({ issues: [{ code: 'too_long' }] });
    expect(parseLeaf(new Uint8Array(largestLeaf))).toMatchObject({ issues: [{ code: 'not_json' }] });
    expect(parseLeaf(Uint8Array.of(0xff))).toMatchObject({ issues: [{ code: 'not_json' }] });
    for (const value of ['null', '[]', '{}', '{"leaf":"toString","v":1}', '{"leaf":7}']) {
      expect(parseLeaf(encodeText(value))).toMatchObject({ issues: [{ code: 'unknown_kind' }] });
    }
  });

  test('that is no entry yet is read in any order of its members, and gets the bytes of an entry', () => {
    for (const leaf of sampleLeaves) {
      const turned = Object.fromEntries(Object.entries(leaf).reverse());
      expect(readLeaf(turned)).toEqual({ ok: true, value: { leaf, bytes: encodeLeaf(leaf) } });
      expect(readLeaf({ ...turned, note: 'x' })).toMatchObject({ ok: false, issues: [{ code: 'unrecognized_keys' }] });
    }
    for (const value of [null, [], 'release', undefined]) expect(readLeaf(value)).toMatchObject({ issues: [{ code: 'unknown_kind' }] });
  });

  test('with half a surrogate pair is refused, spelt out or not', () => {
    const half = { ...sampleLeaves.find(({ leaf }) => leaf === 'access')!, authority: '\ud800' };
    expect(readLeaf(half)).toMatchObject({ issues: [{ code: 'not_canonical' }] });
    expect(parseLeaf(encodeText(JSON.stringify(half)))).toMatchObject({ issues: [{ code: 'not_canonical' }] });
  });

  test('that would be refused is not written', () => {
    const [leaf] = sampleLeaves;
    const wrong: Leaf = { ...leaf!, leaf: 'shred', v: 1, keys: '0', scope: 'all', reason: 'request', period: 'yesterday' };
    expect(() => encodeLeaf(wrong)).toThrow('a leaf of kind shred has an issue');
  });

  test('names law if and only if it has a basis', () => {
    const mediation = sampleLeaves.find(({ leaf }) => leaf === 'mediation')!;
    const [law, privacy] = changed.edits;
    expect(issuesOf({ ...mediation, edits: [{ ...law!, basis: null }] })).toEqual(['edits.0: custom']);
    expect(issuesOf({ ...mediation, edits: [{ ...privacy!, basis: law!.basis }] })).toEqual(['edits.0: custom']);
  });

  test('tells in its issues where, and never what', () => {
    const parsed = parseLeaf(encodeText(canonicalJson({ ...sampleLeaves[0]!, id: 'canary canary' })));
    expect(JSON.stringify(parsed)).not.toContain('canary');
  });
});

describe('a mediation leaf', () => {
  test('is made from the record as the schema wants it', () => {
    const parsed = parseLeaf(mediationBytes(changed, context));
    expect(parsed.ok && parsed.value.leaf).toBe('mediation');
  });

  test('does not carry the id of the answer', () => {
    expect(new TextDecoder().decode(mediationBytes(changed, context))).not.toContain(changed.id);
  });

  test('is refused for an answer that was neither changed nor ended otherwise', () => {
    const unchanged = parseLeaf(mediationBytes({ ...changed, edits: [] }, context));
    expect(unchanged.ok).toBe(false);
    expect(parseLeaf(mediationBytes({ ...changed, edits: [], ending: 'law' }, context)).ok).toBe(true);
  });
});

test('a tally counts each answer once', () => {
  const tally = sampleLeaves.find(({ leaf }) => leaf === 'tally')!;
  expect(issuesOf({ ...tally, answers: 99 })).toEqual([': custom']);
  expect(issuesOf({ ...tally, changed: 41 })).toEqual([': custom']);
});

test('a key of the interface has a purpose and an office', () => {
  const key = sampleLeaves.find(({ leaf }) => leaf === 'key')!;
  expect(issuesOf({ ...key, office: null })).toEqual([': custom']);
  expect(issuesOf({ ...key, purpose: null })).toEqual([': custom']);
  expect(issuesOf({ ...key, use: 'log', purpose: null, office: null })).toEqual([]);
});

test('the closed lists are those of the charter', () => {
  expect(ours.causes).toEqual(charter.causes);
  expect(ours.endings).toEqual(charter.endings);
  expect(ours.informationTypes).toEqual(charter.informationTypes);
  expect(ours.additionPurposes).toEqual(charter.additionPurposes);
  expect(ours.publicSectors).toEqual(charter.publicSectors);
});

test('sizes are told in orders of magnitude', () => {
  const sizes = [0, 1, 9, 10, 999, 1000, 99_999, 100_000, 9_999_999];
  expect(sizes.map(ours.sizeBucketOf)).toEqual(['0', '1-9', '1-9', '10-99', '100-999', '1000-9999', '10000-99999', '100000-', '100000-']);
});
