import { canonicalJson, digestOfJson, digestOfText } from '@parlance/core';
import { describe, expect, test } from 'vitest';
import { charter, charterDocument } from './charter.ts';
import { charterRules } from './charter-rules.ts';
import { clauses } from './clauses.ts';
import { additionPurposes, ageGrounds, causes, endings, enforcements, informationTypes, useReasons } from './closed-lists.ts';
import { crisisPairs } from './crisis-pairs.ts';
import { crisisIntent } from './crisis-intent.ts';
import { crisisRules } from './crisis-sense.ts';
import { crisisWords } from './crisis-words.ts';
import { guidelines } from './guidelines.ts';
import { messageIds } from './message-ids.ts';
import { safetyCorpus } from './safety-corpus.ts';
import { youngSectors } from './study.ts';
import { tightenings } from './tightenings.ts';
import { useRules } from './use-word.ts';
import { useWords } from './use-words.ts';
import { youthConcerns } from './youth-concerns.ts';
import { youthPrinciples } from './youth-principles.ts';

describe('charter', () => {
  test('the digest is that of the published document, also after it went through JSON', () => {
    const published = canonicalJson(charterDocument());
    expect(charter.digest).toBe(digestOfText(published));
    expect(charter.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(canonicalJson(JSON.parse(published) as ReturnType<typeof charterDocument>)).toBe(published);
  });

  test.each([
    ['clause', clauses.map(({ statement }) => statement)],
    ['rule of its own', Object.values(charterRules).map(({ id }) => id)],
    ['guideline', guidelines.map(({ knob }) => knob)],
    ['tightening', tightenings.flatMap(({ values }) => values)],
    ['message', messageIds],
    ['safety text', Object.values(safetyCorpus).flatMap((texts) => texts.map(({ text }) => text))],
    ['crisis phrase', Object.values(crisisIntent).flatMap((phrases) => phrases.map(({ phrase }) => phrase))],
    ['crisis pair', Object.values(crisisPairs).flatMap((pairs) => pairs.flatMap(({ first, second }) => [...first, ...second]))],
    ['word of distress', Object.values(crisisWords).flatMap((words) => Object.values(words).flat())],
    ['rule of distress', crisisRules.flatMap(({ first, second, unless }) => [first, second, ...unless])],
    ['youth concern', Object.values(youthConcerns).flat()],
    ['youth principle', youthPrinciples.map(({ statement }) => statement)],
    [
      'word of use',
      Object.values(useWords).flatMap(({ asking, before, about, classes }) => [asking, before, about, ...Object.values(classes)].flat()),
    ],
  ])('no %s is left out of the digest', (_, parts) => {
    const published = new Set<string>(canonicalJson(charterDocument()).match(/"(?:[^"\\]|\\.)*"/gu));
    expect(parts.filter((part) => !published.has(JSON.stringify(part)))).toEqual([]);
  });

  test('what packs are written against changes only with the version (S15)', () => {
    const lists = { additionPurposes, ageGrounds, causes, endings, enforcements, informationTypes, useReasons };
    const under18 = { sectors: { ...youngSectors }, principles: youthPrinciples.map((principle) => ({ ...principle })) };
    const uses = useRules.map((rule) => ({ ...rule }));
    const written = digestOfJson({ clauses: clauses.map((clause) => ({ ...clause })), guidelines, tightenings, under18, uses, lists });
    expect({ [charter.version]: written }).toEqual({ '0.3.0': 'sha256:f37de0a88512bec7876b54f3db27598f85e215d897f4e8921b039d3e227aad28' });
  });

  test('a changed word changes the digest', () => {
    const published = canonicalJson(charterDocument());
    const changed = published.replace('"root"', '"user"');
    expect(changed).not.toBe(published);
    expect(digestOfJson(JSON.parse(changed) as ReturnType<typeof charterDocument>)).not.toBe(charter.digest);
  });
});
