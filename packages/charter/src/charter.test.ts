import { canonicalJson, digestOfJson, digestOfText } from '@parlance/core';
import { describe, expect, test } from 'vitest';
import { charter, charterDocument } from './charter.ts';
import { clauses } from './clauses.ts';
import { additionPurposes, causes, endings, enforcements, informationTypes } from './closed-lists.ts';
import { crisisIntent } from './crisis-intent.ts';
import { guidelines } from './guidelines.ts';
import { messageIds } from './message-ids.ts';
import { safetyCorpus } from './safety-corpus.ts';
import { tightenings } from './tightenings.ts';

describe('charter', () => {
  test('the digest is that of the published document, also after it went through JSON', () => {
    const published = canonicalJson(charterDocument());
    expect(charter.digest).toBe(digestOfText(published));
    expect(charter.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(canonicalJson(JSON.parse(published) as ReturnType<typeof charterDocument>)).toBe(published);
  });

  test.each([
    ['clause', clauses.map(({ statement }) => statement)],
    ['guideline', guidelines.map(({ knob }) => knob)],
    ['tightening', tightenings.flatMap(({ values }) => values)],
    ['message', messageIds],
    ['safety text', Object.values(safetyCorpus).flatMap((texts) => texts.map(({ text }) => text))],
    ['crisis phrase', Object.values(crisisIntent).flatMap((phrases) => phrases.map(({ phrase }) => phrase))],
  ])('no %s is left out of the digest', (_, parts) => {
    const published = canonicalJson(charterDocument());
    expect(parts.filter((part) => !published.includes(JSON.stringify(part)))).toEqual([]);
  });

  test('what packs are written against changes only with the version (S15)', () => {
    const lists = { additionPurposes, causes, endings, enforcements, informationTypes };
    const written = digestOfJson({ clauses: clauses.map((clause) => ({ ...clause })), guidelines, tightenings, lists });
    expect({ [charter.version]: written }).toEqual({ '0.2.0': 'sha256:5cedc921255f2a9471db2f9d3c86d92ab0ee5108059ac396f67200dadcc87b2e' });
  });

  test('a changed word changes the digest', () => {
    const published = canonicalJson(charterDocument());
    const changed = published.replace('"root"', '"user"');
    expect(changed).not.toBe(published);
    expect(digestOfJson(JSON.parse(changed) as ReturnType<typeof charterDocument>)).not.toBe(charter.digest);
  });
});
