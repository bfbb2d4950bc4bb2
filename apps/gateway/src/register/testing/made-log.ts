import { mkdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { canonicalJson } from '@parlance/core';
import { type Leaf, type LeafOf, signerOf } from '@parlance/log';
import { createLogWriter, nodeFiles } from '@parlance/log/node';
import { type FollowedLog } from '../projection/follow-log.ts';

export type Mediation = LeafOf<'mediation'>;
export type Edit = Mediation['edits'][number];

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** Numbers that are the same in every run: a linear congruential generator (Numerical Recipes). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const types = ['advertising', 'medicines', 'gambling', 'copyright', 'hate-speech', 'personal-identifier'] as const;
const purposes = ['ai-notice', 'legal-notice', 'safety-resource'] as const;

/** One of sixty rules: by law, by the charter, additions. */
export function editOf(number: number, count = 1): Edit {
  const rule = `ee.rule.${number % 60}@2026.11.2`;
  if (number % 5 === 0)
    return { kind: 'add', purpose: purposes[number % 3] ?? 'ai-notice', cause: 'charter', basis: null, authority: null, rule, count };
  const type = types[number % types.length] ?? 'advertising';
  if (number % 7 === 0) return { kind: 'omit', type, cause: 'privacy', basis: null, authority: null, rule, count };
  const basis = {
    jurisdiction: 'EE',
    instrument: `Act ${number % 20}`,
    article: `§ ${number % 60}`,
    url: `https://law.example/${number % 60}`,
  };
  return { kind: 'omit', type, cause: 'law', basis, authority: `Office ${number % 6}`, rule, count };
}

/** A changed answer. `nth` makes its commitments its own. */
export function mediationOf(
  nth: number,
  told: Partial<Pick<Mediation, 'period' | 'language' | 'sector' | 'size' | 'ending' | 'edits'>> = {},
): Mediation {
  const hash = (what: string): string => createHash('sha256').update(`${what} ${nth}`).digest('base64');
  return {
    leaf: 'mediation',
    v: 1,
    automated: true,
    ...{ period: '2026-11-21T13Z', language: 'et', size: null, ending: 'done', edits: [editOf(1)] },
    pack: { id: 'ee', version: '2026.11.2', digest },
    charter: { version: '0.3.0', digest },
    commitments: { request: hash('request'), upstream: hash('upstream'), delivered: hash('delivered') },
    ...told,
  };
}

/** A tally of these answers and of so many that were not changed. */
export function tallyOf(period: string, answers: readonly Mediation[], unchanged: number): LeafOf<'tally'> {
  const edits = answers.flatMap((answer) => answer.edits);
  const places = (kind: string): number => edits.reduce((sum, edit) => (edit.kind === kind ? sum + edit.count : sum), 0);
  const endings = new Map<Mediation['ending'], number>(unchanged > 0 ? [['done', unchanged]] : []);
  for (const { ending } of answers) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  return {
    ...{ leaf: 'tally', v: 1, period, answers: answers.length + unchanged, changed: answers.length },
    ...{
      omissions: places('omit'),
      additions: places('add'),
      endings: Object.fromEntries(endings),
      root: createHash('sha256').update(period).digest('base64'),
    },
  };
}

const sectors = ['citizen-services', 'citizen-services', 'education', 'health', null, undefined] as const;
const languages = ['et', 'ru', 'en', 'et', 'fi', 'uk', null] as const;

/** As many mediations as are asked for, over six months, in batches with their tallies: most by few rules, some languages and rules rare. */
export function* madeLeaves(mediations: number, seed = 1): Generator<Leaf> {
  const random = numbersFrom(seed);
  const perBatch = 200;
  const batches = Math.ceil(mediations / perBatch);
  for (let batch = 0, made = 0; batch < batches; batch++) {
    const hour = Math.floor((batch * 4340) / batches);
    const period = `${new Date(Date.UTC(2026, 6, 1, hour)).toISOString().slice(0, 13)}Z`;
    const answers: Mediation[] = [];
    for (; answers.length < perBatch && made < mediations; made++) {
      const first = Math.min(random(60), random(60), random(60));
      const edits = random(20) === 0 ? [editOf(first), editOf(first + 1)] : [editOf(first, 1 + random(3))];
      const language = languages[Math.min(random(languages.length), random(languages.length))] ?? null;
      const sector = sectors[Math.min(random(sectors.length), random(sectors.length))];
      const told = { period, language, edits, ...(sector !== undefined && { sector }) };
      answers.push(mediationOf(made, { ...told, ...(random(100) === 0 && { ending: 'outage', edits: [] }) }));
    }
    yield* answers;
    yield tallyOf(period, answers, 300);
  }
}

/** The leaf of a rule. */
export function ruleOf(number: number): LeafOf<'rule'> {
  const edit = editOf(number);
  if (edit.kind !== 'omit') throw new RangeError('a rule that leaves something out');
  const { type, cause, basis, authority } = edit;
  return {
    ...{ leaf: 'rule', v: 1, kind: 'omit', id: `ee.rule.${number}`, version: '2026.11.2', type, cause, basis, authority, digest },
    ...{ pack: { id: 'ee', version: '2026.11.2', digest }, in_force: '2026-01-01', review: null },
  };
}

/** Six months of three rules that act in two languages as often as ever, until one of them acts four times as often; twelve objections to it were right. */
export function driftingLeaves(): readonly Leaf[] {
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
  const leaves: Leaf[] = [ruleOf(1)];
  let nth = 0;
  for (const month of months) {
    const period = `${month}-21T13Z`;
    const of = (count: number, rule: number, language: string): readonly Mediation[] =>
      Array.from({ length: count }, () => mediationOf(nth++, { period, language, edits: [editOf(rule)] }));
    const risen = month === '2026-11' ? 4 : 1;
    const answers = [
      ...[...of(40 * risen, 1, 'et'), ...of(40 * risen, 1, 'ru'), ...of(60, 2, 'et'), ...of(60, 2, 'ru')],
      ...[...of(100, 5, 'et'), ...of(100, 5, 'ru')],
    ];
    leaves.push(...answers, tallyOf(period, answers, 2000));
  }
  for (let number = 0; number < 12; number++) {
    const decision = String(number).padStart(32, '0');
    leaves.push({
      ...{ leaf: 'amend', v: 1, position: '0', outcome: 'objection-upheld', reason: 'complaint', authority: null, replacement: null },
      ...{ period: '2026-11-21', decision },
    });
  }
  return leaves;
}

export const madeOrigin = 'log.example/2026h2';

/** A log on the disk with these leaves, signed, in the folder of a shard inside a data folder. */
export async function writeLog(dataFolder: string, leaves: Iterable<Leaf>): Promise<FollowedLog> {
  const home = join(dataFolder, 'log', '2026h2');
  await mkdir(home, { recursive: true });
  const signer = await signerOf({ name: madeOrigin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(7) });
  const folder = join(home, 'tree');
  const writer = await createLogWriter({
    files: nodeFiles,
    folder,
    origin: madeOrigin,
    signer,
    now: () => new Date('2027-01-01T00:00:00Z'),
  });
  let batch: Uint8Array[] = [];
  for (const leaf of leaves) {
    // Whoever reads them checks their form.
    batch.push(new TextEncoder().encode(canonicalJson(leaf)));
    if (batch.length < 8192) continue;
    await writer.add(batch);
    batch = [];
  }
  if (batch.length > 0) await writer.add(batch);
  const size = writer.size();
  await writer.close();
  return { log: madeOrigin, folder, size };
}
