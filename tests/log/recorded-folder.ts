import { randomBytes } from 'node:crypto';
import { charter } from '@parlance/charter';
import { openAnswerLog } from '../../apps/gateway/src/record/answer-log.ts';
import { type Answered } from '../../apps/gateway/src/record/entry.ts';
import { type SimulatedDisk, simulatedDisk } from '../../packages/log/src/node/files/testing/simulated-disk.ts';
import { type Pack } from '../../packages/pack/src/pack.ts';
import { samplePack } from '../../packages/pack/src/resolve/sample-pack.ts';

export type FolderFiles = ReadonlyMap<string, Uint8Array>;
export type AnsweredRecord = Answered['record'];

const basis = { jurisdiction: 'EE', instrument: 'Tubakaseadus', article: '§ 17', url: 'https://www.riigiteataja.ee/akt/104042023011' };
const scope = { sectors: ['citizen-services'], audience: 'all' } as unknown as Pack['restrictions'][number]['scope'];
const ruleOf = (id: string, inForce: string): Pack['restrictions'][number] => ({
  ...{ id, type: 'advertising', basis, inForce, scope, reviewBy: '2027-06-01' },
  ...{ authority: { et: 'TTJA' }, rationale: { et: 'Tubakas' }, redress: { url: 'https://example.org', body: { et: 'TTJA' } } },
  ...{ match: { terms: ['tubakas'] }, fixtures: { hits: [], misses: [] } },
});

export const pack: Pack = samplePack({
  restrictions: [ruleOf('ee.tubs.17', '2026-01-01'), ruleOf('ee.tubs.18', '2027-01-01')],
  additions: [
    {
      ...{ id: 'ee.notice', purpose: 'legal-notice', basis, inForce: '2026-01-01', place: 'end' },
      ...{ when: 'always', scope, text: { et: 'Teade' } },
    },
  ],
});

const facts = { authority: null, count: 1, cause: 'law', basis } as const;
export const omission: AnsweredRecord['edits'][number] = {
  ...{ ...facts, kind: 'omit', type: 'advertising', authority: 'TTJA', rule: `ee.tubs.17@${pack.version}`, count: 2 },
};
export const addition: AnsweredRecord['edits'][number] = {
  ...facts,
  kind: 'add',
  purpose: 'legal-notice',
  rule: `ee.notice@${pack.version}`,
};

const hash = (): string => randomBytes(32).toString('base64');

/** An answer in Estonian, in one sector, of two digits of letters. */
export function answered(id: string, more: Partial<AnsweredRecord> = {}, context: Partial<Omit<Answered, 'record'>> = {}): Answered {
  const record: AnsweredRecord = {
    ...{ v: 1, id, ending: 'done', edits: [] },
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    charter: { version: charter.version, digest: charter.digest },
    commitments: { request: hash(), upstream: hash(), delivered: hash() },
    ...more,
  };
  return { record, language: 'et', sector: 'citizen-services', size: '10-99', hour: '2026-11-21T13Z', ...context };
}

export const beginning = new Date('2026-11-21T13:05:00Z');

export interface Recording {
  /** Given last, in the batch of the fourth hour. */
  readonly more?: readonly Answered[];
  /** Asked in the third hour and never answered, with no restart that would settle it. */
  readonly isLeftOpen?: boolean;
  /** The last answers are promised, and the machine stops before they are in the log. */
  readonly isLeftWaiting?: boolean;
}

/** A data folder as the answer log leaves it: four batches, thirteen changed answers in the first, every ending, a question that a crash left open, and the rules before them. */
export async function recordFolder({ more = [], isLeftOpen = false, isLeftWaiting = false }: Recording = {}): Promise<FolderFiles> {
  const disk = simulatedDisk();
  let hours = 0;
  const now = () => new Date(beginning.getTime() + hours * 3_600_000);
  const open = (on: SimulatedDisk) => {
    const onFault = (error: unknown) => {
      throw error;
    };
    return openAnswerLog({
      dataFolder: '/',
      name: 'log.example',
      inForce: { pack, release: null },
      now,
      onFault,
      pause: 1_000_000_000,
      files: on.files,
    });
  };
  let log = await open(disk);
  const intend = ({ record: { id, pack: of, charter: under, commitments } }: Answered) =>
    log.intend({ id, pack: of, charter: under, request: commitments.request });
  const give = async (answers: readonly Answered[]): Promise<void> => {
    for (const answer of answers) {
      await intend(answer);
      await log.settle(answer);
    }
  };
  await give(firstHour);
  await log.drain();
  hours = 1;
  await Promise.all(secondHour().map((answer) => give([answer])));
  await log.drain();
  hours = 2;
  await intend(answered('left-open'));
  await give(thirdHour());
  await log.drain();
  if (isLeftOpen) {
    await give([answered('after-it')]);
    await log.drain();
    return disk.everything();
  }
  hours = 3;
  log = await open(disk.restart('nothing', Math.random));
  await give([answered('fourth-1'), answered('fourth-2', { edits: [omission] }), ...more]);
  if (!isLeftWaiting) await log.drain();
  return disk.everything();
}

const firstHour: readonly Answered[] = [
  ...Array.from({ length: 10 }, (_, index) => answered(`cut-${index}`, { edits: [omission] })),
  ...Array.from({ length: 2 }, (_, index) => answered(`long-${index}`, { edits: [omission] }, { size: '100-999' })),
  answered('english', { edits: [omission, addition] }, { language: 'en' }),
  ...Array.from({ length: 5 }, (_, index) => answered(`plain-${index}`)),
];

function secondHour(): readonly Answered[] {
  const endings = ['charter', 'law', 'operator', 'upstream_refusal', 'quota', 'client_gone'] as const;
  return [...endings.map((ending) => answered(`end-${ending}`, { ending })), answered('plain-a'), answered('plain-b')];
}

function thirdHour(): readonly Answered[] {
  return [
    answered('told-1', { edits: [addition] }),
    answered('told-2', { edits: [addition] }),
    ...['x', 'y', 'z'].map((name) => answered(`plain-${name}`)),
  ];
}
