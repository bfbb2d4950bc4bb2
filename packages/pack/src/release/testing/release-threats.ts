import { everyone } from './released-pack.ts';
import { byTwo, edit, first, inTurn, next, renamed, resign, type Threat, threat, type ThreatOptions, trusted } from './threat.ts';
import { encodeUtf8 } from '@parlance/core/bytes';

const lars = 'reviews/lars.legal-beaf0ab0.json';
const tone: ThreatOptions = { pack: next(), before: first, reviews: byTwo };
const swap = (from: string | RegExp, to: string) => edit('pack.sig', (text) => text.replace(from, to));
const reviewedAs = (statement: NonNullable<(typeof everyone)[number]['statement']>): ThreatOptions => ({
  ...tone,
  reviews: byTwo.map((each) => (each.by === 'lars.legal' ? { ...each, statement } : each)),
});
const withKey = (line: RegExp, more: string) => (text: string) => text.replace(line, (entry) => entry.replace('}', `, ${more}}`));
const rita = /.*rita\.release.*/;
const larsKey = /.*lars\.legal.*/;
const digest = `sha256:${'0'.repeat(64)}` as const;

/** `code file` of an error that refuses it, or null where an honest case is accepted; and how it is made. */
export type NamedThreat = readonly [refused: string | null, make: () => Promise<Threat>];

/** Threats by name: whose key it is, what a statement is about, which reviews there are. */
export const releaseThreats: Readonly<Record<string, NamedThreat>> = {
  // Honest
  'first-release-by-four-people': [null, () => threat()],
  'change-of-tone-with-a-review-of-language': [null, () => threat(tone)],
  'change-of-law-with-a-review-of-law': [
    null,
    () =>
      threat({
        ...tone,
        pack: next({ 'restrictions/tobacco.yaml': 'id: ee.reks.17.tobacco\nscope: {sectors: [education, health], audience: all}\n' }),
      }),
  ],
  'key-retired-after-it-signed': [null, () => threat({ ...tone, trust: withKey(larsKey, 'retired: 2026-11-21') })],
  'third-reviewer-revoked-later': [
    null,
    () => threat({ ...tone, reviews: everyone, trust: withKey(/.*sara\.safety.*/, 'revoked: 2026-11-30') }),
  ],
  'approval-that-came-after-the-signature': [
    null,
    async () => {
      const more = await threat({ ...tone, reviews: everyone });
      return threat({
        ...tone,
        then: (files) => {
          for (const [path, bytes] of more.pack) if (path.includes('sara')) files.set(path, bytes);
        },
      });
    },
  ],
  'pre-release-followed-by-its-release': [
    null,
    () =>
      threat({
        ...tone,
        pack: next({ 'pack.yaml': 'id: EE\nversion: 1.1.0\ncharter: 0.2.0\n' }),
        before: next({ 'pack.yaml': 'id: EE\nversion: 1.1.0-rc.2\ncharter: 0.2.0\n', 'locale/en.yaml': 'register: {value: formal}\n' }),
      }),
  ],

  // Whose key
  unsigned: [
    'unsigned',
    () =>
      threat({
        then: (files) => {
          files.delete('pack.sig');
        },
      }),
  ],
  'self-signed': ['untrusted-key', () => threat({ by: 'eve.author' })],
  'self-signed-with-trust-in-the-pack': [
    'untrusted-key',
    async () =>
      threat({
        by: 'eve.author',
        pack: new Map([...first, ['trust.yaml', encodeUtf8(`keys:\n${await trusted('eve.author', 'eve', 'roles: [release]')}`)]]),
      }),
  ],
  'self-signed-under-the-id-of-a-trusted-key': [
    'signature',
    () =>
      threat({ by: 'eve.author', then: edit('pack.sig', (text) => text.replace(/"keyid":"[^"]*"/, '"keyid":"rita.release+e2826a76"')) }),
  ],
  'self-reviewed': [
    'untrusted-key reviews/eve.author-8647a341.json',
    () => threat({ ...tone, reviews: [...byTwo.slice(0, 1), { by: 'eve.author', role: 'legal' }] }),
  ],
  'one-person-with-two-keys': [
    'sign-offs',
    async () =>
      threat({
        ...tone,
        reviews: [...byTwo.slice(0, 1), { by: 'lea.second', role: 'legal' }],
        trust: await trusted('lea.second', 'lea-language', 'roles: [legal]'),
      }),
  ],
  'one-person-in-two-roles': [
    'sign-offs',
    async () => threat({ reviews: [{ by: 'max.both', role: 'legal' }], trust: await trusted('max.both', 'max', 'roles: [legal, safety]') }),
  ],
  'right-key-in-wrong-role': ['role-not-held', () => threat({ by: 'lars.legal' })],
  'role-claimed-that-the-trust-does-not-give': [
    'role-not-held reviews/lea.language-f48362fe.json',
    () => threat({ ...tone, reviews: [{ by: 'lea.language', role: 'legal' }, ...byTwo.slice(1)] }),
  ],
  'role-of-releases-claimed-by-a-reviewer': [
    'wrong-value reviews/lars.legal-beaf0ab0.json',
    () =>
      threat({
        ...tone,
        then: inTurn(resign(lars, { by: 'lars.legal', payload: (text) => text.replace('"role":"legal"', '"role":"release"') }), renamed()),
      }),
  ],
  'key-of-another-country': ['other-country-key', () => threat({ trust: withKey(rita, 'packs: [DE]') })],
  'reviewer-of-another-country': [`other-country-key ${lars}`, () => threat({ ...tone, trust: withKey(larsKey, 'packs: [DE, FR]') })],
  'revoked-key': ['revoked-key', () => threat({ trust: withKey(rita, 'revoked: 2027-01-01') })],
  'revoked-key-of-a-reviewer-who-is-needed': ['sign-offs', () => threat({ ...tone, trust: withKey(larsKey, 'revoked: 2026-11-30') })],
  'retired-key-used-after': ['retired-key', () => threat({ trust: withKey(rita, 'retired: 2026-11-20') })],
  'retired-reviewer-used-after': [`retired-key ${lars}`, () => threat({ ...tone, trust: withKey(larsKey, 'retired: 2026-11-20') })],
  'key-used-before-its-day': ['early-key', () => threat({ trust: withKey(rita, 'from: 2026-11-22') })],
  'releaser-reviewed-too': [
    'sign-offs',
    async () => threat({ ...tone, by: 'lars.second', trust: await trusted('lars.second', 'lars-legal', 'roles: [release]') }),
  ],
  'key-id-of-nobody': ['untrusted-key', () => threat({ then: swap(/"keyid":"[^"]*"/, '"keyid":""') })],
  'key-id-of-another-trusted-key': ['signature', () => threat({ then: swap(/"keyid":"[^"]*"/, '"keyid":"lars.legal+beaf0ab0"') })],

  // About what
  'review-of-another-digest': [`other-digest ${lars}`, () => threat(reviewedAs({ digest }))],
  'review-of-another-pack': [`other-pack ${lars}`, () => threat(reviewedAs({ pack: 'DE' }))],
  'review-of-another-version': [`other-version ${lars}`, () => threat(reviewedAs({ version: '1.0.9' }))],
  'review-of-a-milder-class': [
    `other-change ${lars}`,
    () => threat({ reviews: everyone.map((each) => ({ ...each, statement: { change: 'default' } })) }),
  ],
  'review-against-another-predecessor': [`other-previous ${lars}`, () => threat(reviewedAs({ previous: digest }))],
  'reviews-reused-after-a-change': [
    `other-digest ${lars}`,
    async () => {
      const old = await threat(tone);
      const pack = next({ 'locale/en.yaml': 'register: {value: none, guideline: tone-register}\n' });
      return threat({
        ...tone,
        pack,
        then: inTurn((files) => {
          for (const [path, bytes] of old.pack) if (path.startsWith('reviews/')) files.set(path, bytes);
        }, renamed()),
      });
    },
  ],
  'release-of-another-pack': ['other-pack', () => threat({ release: { pack: 'DE' } })],
  'release-of-another-digest': ['other-digest', () => threat({ release: { digest } })],
  'release-of-another-version': ['other-version', () => threat({ release: { version: '9.9.9' } })],
  'release-under-another-charter': ['other-charter', () => threat({ release: { charter: '0.1.0' } })],
  'file-changed-after-the-signature': ['other-digest', () => threat({ then: edit('safety.yaml', (text) => text.replace('112', '113')) })],
  'file-added-after-the-signature': [
    'other-digest',
    () =>
      threat({
        then: (files) => {
          files.set('restrictions/more.yaml', encodeUtf8('id: x\n'));
        },
      }),
  ],
  'file-removed-after-the-signature': [
    'other-digest',
    () =>
      threat({
        then: (files) => {
          files.delete('privacy.yaml');
        },
      }),
  ],
  'pack-without-a-manifest': [
    'no-pack pack.yaml',
    () =>
      threat({
        then: (files) => {
          files.delete('pack.yaml');
        },
      }),
  ],

  // Class and order
  'class-lowered-by-the-author': [
    'other-change',
    () =>
      threat({
        ...tone,
        pack: next({ 'safety.yaml': 'resources:\n  - {id: emergency, number: "113"}\n' }),
        reviews: byTwo.map((each) => ({ ...each, statement: { change: 'default' } })),
        release: { change: 'default' },
      }),
  ],
  'class-lowered-in-the-first-release': [
    'other-change',
    () => threat({ release: { change: 'default' }, reviews: everyone.map((each) => ({ ...each, statement: { change: 'default' } })) }),
  ],
  'emergency-number-changed-with-a-review-of-law-and-language': [
    'sign-offs',
    () => threat({ ...tone, pack: next({ 'safety.yaml': 'resources:\n  - {id: emergency, number: "113"}\n' }) }),
  ],
  'restriction-changed-with-two-reviews-of-language': [
    'sign-offs',
    async () =>
      threat({
        ...tone,
        pack: next({ 'restrictions/tobacco.yaml': 'id: x\n' }),
        reviews: [...byTwo.slice(0, 1), { by: 'liv.language', role: 'language' }],
        trust: await trusted('liv.language', 'liv', 'roles: [language]'),
      }),
  ],
  'retention-lengthened-without-a-review-of-safety': [
    'sign-offs',
    () => threat({ ...tone, pack: next({ 'privacy.yaml': 'minimise: [iban]\nretention: {max_days: 31}\n' }) }),
  ],
  'predecessor-hidden-to-need-fewer-reviews': ['sign-offs', () => threat({ ...tone, isBeforeAtHand: false })],
  'predecessor-denied': ['other-previous', () => threat({ ...tone, release: { previous: null } })],
  'predecessor-invented': ['other-previous', () => threat({ ...tone, release: { previous: digest } })],
  'version-not-greater': [
    'version-not-greater pack.yaml',
    () => threat({ ...tone, pack: next({ 'pack.yaml': 'id: EE\nversion: 1.0.0\ncharter: 0.2.0\n' }) }),
  ],
  'version-less-by-number-and-greater-by-letters': [
    'version-not-greater pack.yaml',
    () =>
      threat({
        ...tone,
        before: next({ 'pack.yaml': 'id: EE\nversion: 1.10.0\ncharter: 0.2.0\n' }),
        pack: next({ 'pack.yaml': 'id: EE\nversion: 1.9.0\ncharter: 0.2.0\n' }),
      }),
  ],
  'pre-release-of-the-version-before': [
    'version-not-greater pack.yaml',
    () => threat({ ...tone, pack: next({ 'pack.yaml': 'id: EE\nversion: 1.0.0-rc.1\ncharter: 0.2.0\n' }) }),
  ],
};
