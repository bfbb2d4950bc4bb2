import { encodeUtf8 } from '@parlance/core/bytes';
import { type ReviewStatement } from '../statement.ts';
import { type NamedThreat } from './release-threats.ts';
import { everyone } from './released-pack.ts';
import { byTwo, first, next, tamper, type Threat, threat, type ThreatOptions, trusted } from './threat.ts';

const lars = 'reviews/lars.legal-beaf0ab0.json';
const sara = 'reviews/sara.safety-621a5d78.json';
const tone: ThreatOptions = { pack: next(), before: first, reviews: byTwo };
const reviewedAs = (statement: Partial<ReviewStatement>): ThreatOptions => ({
  ...tone,
  reviews: byTwo.map((each) => (each.by === 'lars.legal' ? { ...each, statement } : each)),
});
const digest = `sha256:${'0'.repeat(64)}` as const;

/** A release with so many reviews of language besides that of law. */
async function reviewedBy(people: number): Promise<Threat> {
  const names = Array.from({ length: people - 1 }, (_, place) => `liv.language${place}`);
  const keys = await Promise.all(names.map((name) => trusted(name, name.replace('.', '-'), 'roles: [language]')));
  const reviews = [...byTwo.slice(1), ...names.map((by) => ({ by, role: 'language' as const }))];
  return threat({ ...tone, reviews, trust: keys.join('') });
}

/** A rejection that lies beside a release which does not name it; and how the operator takes its key. */
async function rejectedBySara(statement: Partial<ReviewStatement>, key?: string): Promise<Threat> {
  const more = await threat({ ...tone, reviews: [{ by: 'sara.safety', role: 'safety', statement: { decision: 'reject', ...statement } }] });
  return threat({
    ...tone,
    ...(key === undefined ? {} : { trust: (text: string) => text.replace(/.*sara\.safety.*/, (entry) => entry.replace('}', `, ${key}}`)) }),
    then: (files) => {
      files.set(sara, more.pack.get(sara) ?? new Uint8Array());
    },
  });
}

/** Threats by name: how many reviews there are, what they say, and who rejects. */
export const reviewThreats: Readonly<Record<string, NamedThreat>> = {
  'reviews-by-fourteen-people': [null, () => reviewedBy(14)],
  'more-reviews-than-the-log-names': ['wrong-value', () => reviewedBy(15)],
  'class-raised-by-the-author': [
    'sign-offs',
    () =>
      threat({
        ...tone,
        reviews: byTwo.map((each) => ({ ...each, statement: { change: 'safety' } })),
        release: { change: 'safety' },
      }),
  ],
  'class-raised-with-the-reviews-of-it': [
    null,
    () =>
      threat({
        ...tone,
        reviews: everyone.map((each) => ({ ...each, statement: { change: 'safety' } })),
        release: { change: 'safety' },
      }),
  ],
  'no-reviews': ['sign-offs', () => threat({ reviews: [] })],
  'one-review': ['sign-offs', () => threat({ ...tone, reviews: byTwo.slice(0, 1) })],
  'two-reviews-without-safety': ['sign-offs', () => threat({ reviews: byTwo })],
  'reviews-stripped': [
    'missing-review',
    () =>
      threat({
        then: (files) => {
          for (const path of [...files.keys()]) if (path.startsWith('reviews/')) files.delete(path);
        },
      }),
  ],
  'missing-review': [
    'missing-review',
    () =>
      threat({
        then: (files) => {
          files.delete(lars);
        },
      }),
  ],
  'reviews-that-the-release-does-not-name': ['sign-offs', () => threat({ release: { reviews: [] } })],
  rejected: [`rejected ${lars}`, () => threat(reviewedAs({ decision: 'reject' }))],
  'rejected-by-one-more-than-needed': [
    'rejected reviews/sara.safety-621a5d78.json',
    () => threat({ ...tone, reviews: [...byTwo, { by: 'sara.safety', role: 'safety', statement: { decision: 'reject' } }] }),
  ],
  'rejected-and-not-named': [
    'rejected reviews/sara.safety-621a5d78.json',
    async () => {
      const more = await threat({ ...tone, reviews: [{ by: 'sara.safety', role: 'safety', statement: { decision: 'reject' } }] });
      return threat({
        ...tone,
        then: (files) => {
          for (const [path, bytes] of more.pack) if (path.includes('sara')) files.set(path, bytes);
        },
      });
    },
  ],
  'rejected-against-another-predecessor': [`rejected ${sara}`, () => rejectedBySara({ previous: null })],
  'rejected-as-another-class': [`rejected ${sara}`, () => rejectedBySara({ change: 'safety' })],
  'rejected-in-a-role-that-is-not-held': [`rejected ${sara}`, () => rejectedBySara({ role: 'legal' })],
  'rejected-with-a-clock-that-is-ahead': [`rejected ${sara}`, () => rejectedBySara({ day: '2026-11-22' })],
  'rejected-as-another-version': [`rejected ${sara}`, () => rejectedBySara({ version: '1.0.9' })],
  'rejected-by-a-key-of-another-country': [null, () => rejectedBySara({}, 'packs: [DE]')],
  'rejected-by-a-revoked-key': [null, () => rejectedBySara({ previous: null }, 'revoked: 2026-11-20')],
  'rejected-by-a-key-after-it-retired': [null, () => rejectedBySara({ day: '2026-11-22' }, 'retired: 2026-11-21')],
  'rejection-of-other-files': [null, () => rejectedBySara({ digest })],
  'review-dated-tomorrow': [`future-day ${lars}`, () => threat(reviewedAs({ day: '2026-11-22' }))],
  'duplicated-review': [
    'file-name reviews/second.json',
    () =>
      threat({
        ...tone,
        then: (files) => {
          files.set('reviews/second.json', files.get(lars) ?? new Uint8Array());
        },
      }),
  ],
  'review-under-the-name-of-another': [
    'file-name reviews/sara.safety-621a5d78.json',
    () =>
      threat({
        ...tone,
        then: (files) => {
          files.set('reviews/sara.safety-621a5d78.json', files.get(lars) ?? new Uint8Array());
        },
      }),
  ],
  'review-tampered': [`signature ${lars}`, () => threat({ ...tone, then: tamper(lars, '2026-11-21', '2026-11-20') })],
  'file-among-reviews-that-is-no-statement': [
    'not-json reviews/notes.json',
    () =>
      threat({
        ...tone,
        then: (files) => {
          files.set('reviews/notes.json', encodeUtf8('please approve'));
        },
      }),
  ],
};
