import { describe, expect, test } from 'vitest';
import { minimalPack } from '../check/minimal-pack.ts';
import { everyone, packWith, released, testTrust, today, versionOf } from './testing/released-pack.ts';
import { verifyRelease } from './verify-release.ts';

const trust = await testTrust();

describe('a release', () => {
  test('of a first pack with three reviews is accepted, with all who signed it', async () => {
    const { release, issues } = await verifyRelease({ files: await released(packWith()), trust, today, before: null });
    expect(issues).toEqual([]);
    expect(release).toMatchObject({ change: 'safety', statement: { previous: null, change: 'safety' } });
    expect(release?.signedBy.map((id) => id.split('+')[0])).toEqual(['rita.release', 'lars.legal', 'lea.language', 'sara.safety']);
  });

  test('of a change in tone stands with two reviews, one of them of language', async () => {
    const before = packWith();
    const locale = (minimalPack['locale/en.yaml'] ?? '').replace('value: plain', 'value: easy');
    const files = await released(versionOf('0.1.1', { 'locale/en.yaml': locale }), { before, reviews: everyone.slice(0, 2) });
    const { release, issues } = await verifyRelease({ files, trust, today, before });
    expect(issues).toEqual([]);
    expect(release?.change).toBe('default');
  });

  test('of the same change is refused where the pack before is not at hand: the strictest sign-offs are missing', async () => {
    const before = packWith();
    const files = await released(versionOf('0.1.1'), { before, reviews: everyone.slice(0, 2) });
    const { release, issues } = await verifyRelease({ files, trust, today, before: null });
    expect(release).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(['previous-not-at-hand', 'sign-offs']);
  });
});
