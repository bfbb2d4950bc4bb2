import { type Digest } from '@parlance/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimalPack } from '../check/minimal-pack.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { digestOfPack } from '../format/pack-digest.ts';
import { type History, historyFileOf, inForceOn, readHistory } from './history.ts';
import { parseTrust } from './parse-trust.ts';
import { type ChangeClass } from './closed-lists.ts';
import { lastStep } from './standing-steps.ts';
import {
  everyone,
  packWith,
  released,
  type Reviewing,
  rollback,
  type Signing,
  testTrust,
  today,
  trustText,
  versionOf,
} from './testing/released-pack.ts';
import { type Trust } from './trust.ts';
import { verifyInForce } from './verify-in-force.ts';
import { releaseFile } from './verify-release.ts';
import { verifyOn } from './verify-step.ts';

const falseLine = (minimalPack['safety.yaml'] ?? '').replace('number: "112"', 'number: "911"');
const tone = [everyone[0], everyone[1]].flatMap((each) => each ?? []);
const trust = await testTrust();

/** Packs that follow each other, or the bytes of a rollback, as they lie in a folder of releases. */
function scene(steps: readonly (PackFiles | Uint8Array)[], more: Partial<{ trust: Trust; today: string; lost: PackFiles }> = {}) {
  const bytes = steps.map((step) => (step instanceof Uint8Array ? step : (step.get(releaseFile) ?? new Uint8Array())));
  const { history, issues } = readHistory(new Map(bytes.map((each, place) => [historyFileOf(place + 1), each])), 'EE');
  if (history === null) throw new Error(JSON.stringify(issues));
  const packs = new Map(steps.flatMap((step) => (step instanceof Uint8Array || step === more.lost ? [] : [[digestOfPack(step), step]])));
  const read: Digest[] = [];
  const readPack = (digest: Digest): Promise<PackFiles | null> => {
    read.push(digest);
    return Promise.resolve(packs.get(digest) ?? null);
  };
  return { history: history satisfies History, trust: more.trust ?? trust, today: more.today ?? today, readPack, read };
}

async function verdict(options: ReturnType<typeof scene>): Promise<readonly unknown[]> {
  const { inForce, issues } = await verifyInForce(options);
  return [inForce?.release.statement.version ?? null, issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)];
}

const first = await released(packWith());
const trustWith = async (from: string, to: string): Promise<Trust> => {
  const { trust: read } = parseTrust((await trustText()).replace(from, to));
  if (read === null) throw new Error('no trust');
  return read;
};

describe('the class of a release', () => {
  test('is the strictest after a step that nobody signed who is trusted', async () => {
    const forged = await released(versionOf('0.2.0', { 'safety.yaml': falseLine }), { before: first, reviews: [], by: 'mallory' });
    const honest = await released(versionOf('0.2.1', { 'safety.yaml': falseLine }), { before: forged, reviews: tone });
    expect(await verdict(scene([first, forged, honest]))).toEqual([null, ['sign-offs']]);
  });

  test('is the strictest after a step whose signer was revoked later, however many steps came between', async () => {
    const changed = { 'safety.yaml': falseLine };
    const second = await released(versionOf('0.2.0', changed), { before: first, reviews: everyone.slice(1) });
    const third = await released(versionOf('0.2.1', changed), { before: second, reviews: tone });
    const fourth = await released(versionOf('0.2.2', changed), { before: third, reviews: tone });
    const revoked = await trustWith('person: sara-safety,', 'person: sara-safety, revoked: 2026-11-21,');
    for (const steps of [
      [first, second, third],
      [first, second, third, fourth],
    ])
      expect(await verdict(scene(steps, { trust: revoked }))).toEqual([null, ['sign-offs']]);
    expect(await verdict(scene([first, second, third, fourth]))).toEqual(['0.2.2', []]);
  });

  test('is measured again after a rollback to a step that verifies, or after the sign-offs of the strictest class', async () => {
    const forged = await released(versionOf('0.2.0', { 'safety.yaml': falseLine }), { before: first, reviews: [], by: 'mallory' });
    const back = await rollback({ to: digestOfPack(first), left: digestOfPack(forged) });
    const afterBack = await released(versionOf('0.2.1'), { before: first, reviews: tone });
    expect(await verdict(scene([first, forged, back, afterBack]))).toEqual(['0.2.1', []]);
    const strict = { statement: { change: 'safety' } } as const;
    const anew = await released(versionOf('0.2.2'), {
      before: forged,
      reviews: everyone.map((each) => ({ ...each, ...strict })),
      release: { change: 'safety' },
    });
    const afterAnew = await released(versionOf('0.2.3'), { before: anew, reviews: tone });
    expect(await verdict(scene([first, forged, anew, afterAnew]))).toEqual(['0.2.3', []]);
    const forgedBack = await rollback({ to: digestOfPack(first), left: digestOfPack(anew), by: 'lars.legal' });
    const afterForgedBack = await released(versionOf('0.2.4'), { before: first, reviews: tone });
    expect(await verdict(scene([first, forged, anew, forgedBack, afterForgedBack]))).toEqual([null, ['sign-offs']]);
  });

  test('is measured against a step that ran out', async () => {
    const short = await released(packWith(), { release: { until: '2026-11-30' } });
    const second = await released(versionOf('0.1.1'), { before: short, reviews: tone });
    expect(await verdict(scene([short, second], { today: '2026-12-10' }))).toEqual(['0.1.1', []]);
    expect(await verdict(scene([short], { today: '2026-12-10' }))).toEqual([null, ['expired']]);
  });

  test('is the strictest where an earlier pack is lost', async () => {
    const second = await released(versionOf('0.1.1'), { before: first, reviews: tone });
    const third = await released(versionOf('0.1.2'), { before: second, reviews: tone });
    expect(await verdict(scene([first, second, third], { lost: first }))).toEqual([null, ['sign-offs']]);
    expect(await verdict(scene([first, second, third]))).toEqual(['0.1.2', []]);
  });
});

describe('the last step', () => {
  test('is the pack to build on, or every reason why it is not', async () => {
    expect(await lastStep(scene([]))).toBeNull();
    expect(await lastStep(scene([first]))).toEqual({ digest: digestOfPack(first), files: first, issues: [] });
    const forged = await released(versionOf('0.2.0'), { before: first, reviews: [], by: 'mallory' });
    const found = await lastStep(scene([first, forged]));
    expect(found).toMatchObject({ digest: digestOfPack(forged), files: null });
    expect(found?.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['untrusted-key', 'sign-offs', 'unverified-step']));
  });

  test('of a long history is found with one look at each pack', async () => {
    const steps: PackFiles[] = [first];
    for (let number = 1; number < 60; number++) {
      const before = steps.at(-1) ?? first;
      steps.push(await released(versionOf(`0.1.${number}`), { before, reviews: tone }));
    }
    const options = scene(steps);
    expect((await lastStep(options))?.files).toBe(steps.at(-1));
    expect(options.read.length).toBe(steps.length);
  });
});

/** The same question with every step looked at, from the first on. */
async function walkedWhole(options: ReturnType<typeof scene>): Promise<unknown> {
  const standing = new Set<number>();
  const last = inForceOn(options.history, options.today);
  for (const entry of options.history) {
    if (entry.number === last?.number) return verifyOn(entry, standing, options);
    const { inForce } = await verifyOn(entry, standing, { ...options, mayBeExpired: true });
    if (inForce !== null) standing.add(entry.number);
  }
  return null;
}

const claiming = (change: ChangeClass, reviews: readonly Reviewing[]): Signing => ({
  reviews: reviews.map((each) => ({ ...each, statement: { change } })),
  release: { change },
});

const signings = {
  tone: { reviews: tone },
  legal: claiming('legal', everyone.slice(0, 2)),
  strict: claiming('safety', everyone),
  unsigned: { reviews: [] },
  untrusted: { by: 'mallory' },
  'lost signer': { reviews: everyone.slice(1) },
} as const satisfies Readonly<Record<string, Signing>>;

const kinds = ['tone', 'legal', 'strict', 'unsigned', 'untrusted', 'lost signer', 'back', 'forged back'] as const;

/** Steps one after the other, honest and not; what is rolled back to is chosen by a number. */
async function historyOf(made: readonly (readonly [(typeof kinds)[number], number])[]): Promise<readonly (PackFiles | Uint8Array)[]> {
  const packs: PackFiles[] = [first];
  const steps: (PackFiles | Uint8Array)[] = [first];
  let head = first;
  for (const [place, [kind, chosen]] of made.entries()) {
    if (kind === 'back' || kind === 'forged back') {
      const others = packs.filter((pack) => pack !== head);
      const to = others[chosen % Math.max(others.length, 1)];
      if (to === undefined) continue;
      const by = kind === 'back' ? 'rita.release' : 'lars.legal';
      steps.push(await rollback({ to: digestOfPack(to), left: digestOfPack(head), by }));
      head = to;
      continue;
    }
    const pack = versionOf(`0.1.${place + 1}`, chosen % 3 === 0 ? { 'safety.yaml': falseLine } : {});
    head = await released(pack, { before: head, ...signings[kind] });
    packs.push(head);
    steps.push(head);
  }
  return steps;
}

describe('a step that rests on no more than the last with the strictest sign-offs', () => {
  test('has the verdict, to the last issue, that a walk over the whole history gives it', async () => {
    const revoked = await trustWith('person: sara-safety,', 'person: sara-safety, revoked: 2026-11-21,');
    const verdicts = new Set<boolean>();
    const step = fc.tuple(fc.constantFrom(...kinds, 'tone', 'legal'), fc.nat(20));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), fc.boolean(), async (made, isRevoked) => {
        const options = scene(await historyOf(made), isRevoked ? { trust: revoked } : {});
        const found = await verifyInForce(options);
        expect(found).toEqual(await walkedWhole(options));
        verdicts.add(found.inForce !== null);
      }),
      {
        numRuns: 20,
        examples: [
          [[['legal', 1] as const, ['tone', 1] as const], false],
          [[['unsigned', 1] as const, ['tone', 1] as const], false],
        ],
      },
    );
    expect(verdicts).toEqual(new Set([true, false]));
  });

  test('reads no pack from before it', async () => {
    const made = [...Array.from({ length: 6 }, () => 'tone' as const), 'strict' as const, 'tone' as const, 'tone' as const];
    const steps = await historyOf(made.map((kind) => [kind, 1] as const));
    const options = scene(steps);
    expect((await verifyInForce(options)).inForce?.entry.number).toBe(10);
    const numbers = new Set(
      options.read.map((digest) => steps.findIndex((each) => !(each instanceof Uint8Array) && digestOfPack(each) === digest) + 1),
    );
    expect([...numbers].sort((left, right) => left - right)).toEqual([8, 9, 10]);
  });
});
