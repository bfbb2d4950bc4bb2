import { join } from 'node:path';
import { formatReceipt, parsePolicy, type Receipt } from '@parlance/log';
import { checkLog } from '@parlance/log/node';
import { verifyReceipt } from '@parlance/log/verify';
import { type SimulatedDisk } from '../../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { samplePack } from '../../../../../packages/pack/src/resolve/sample-pack.ts';
import { type AnswerLog, openAnswerLog } from '../answer-log.ts';
import { type Answered, type Intent } from '../entry.ts';
import { receiptId } from '../receipt-id.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const pack = { ...samplePack({ restrictions: [] }), digest } as ReturnType<typeof samplePack>;
export const hash = Buffer.alloc(32, 1).toString('base64');
export const start = new Date('2026-11-21T13:05:00Z');

export function answered(id: string, more: Partial<Answered['record']> = {}): Answered {
  const record: Answered['record'] = {
    v: 1,
    id,
    ending: 'done',
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    charter: { version: '0.1.0', digest },
    commitments: { request: hash, upstream: hash, delivered: hash },
    edits: [],
    ...more,
  };
  return { record, language: 'et', size: '10-99', hour: '2026-11-21T13Z' };
}

export const law = {
  kind: 'omit',
  type: 'advertising',
  cause: 'law',
  basis: { jurisdiction: 'EE', instrument: 'Tubakaseadus', article: '§ 17', url: 'https://www.riigiteataja.ee/akt/104042023011' },
  authority: 'TTJA',
  rule: 'ee.tubs.17@1.0.0',
  count: 2,
} as const;

export interface Opening {
  readonly disk: SimulatedDisk;
  readonly now?: () => Date;
  readonly faults?: unknown[];
  readonly patience?: number;
}

export function openLog({ disk, now = () => start, faults = [], patience = 5000 }: Opening): Promise<AnswerLog> {
  return openAnswerLog({
    dataFolder: '/',
    name: 'log.example',
    inForce: { pack, release: null },
    now,
    onFault: (error) => faults.push(error),
    pause: 1_000_000,
    patience,
    files: disk.files,
  });
}

export async function give(log: AnswerLog, answer: Answered): Promise<string> {
  await log.intend(intentOf(answer));
  const { position } = await log.settle(answer);
  return receiptId(position, answer.record.id);
}

export function intentOf({ record: { id, pack: of, charter, commitments } }: Answered): Intent {
  return { id, pack: of, charter, request: commitments.request };
}

export async function verdictOf(log: AnswerLog, receipt: Receipt | null) {
  const policy = parsePolicy(log.policy);
  if (!policy.ok || receipt === null) throw new Error('no policy or no receipt');
  const keys = policy.value.logs.map(({ key }) => key);
  const { verdict } = await verifyReceipt(formatReceipt(receipt), { policy: policy.value, keys, now: BigInt(start.getTime() / 1000) });
  return verdict;
}

export async function folderCheck(log: AnswerLog, disk: SimulatedDisk) {
  const policy = parsePolicy(log.policy);
  const key = policy.ok ? policy.value.logs[0]?.key : undefined;
  if (key === undefined) throw new Error('no key');
  return checkLog({ files: disk.files, folder: log.folder, origin: log.origin, key });
}

export function leavesOf(log: Pick<AnswerLog, 'folder'>, disk: SimulatedDisk): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (const [path, bytes] of disk.everything()) {
    if (!path.startsWith(join(log.folder, 'tile/entries'))) continue;
    let at = 0;
    const entries: Readonly<Record<string, unknown>>[] = [];
    while (at < bytes.length) {
      const size = new DataView(bytes.buffer, bytes.byteOffset).getUint16(at);
      entries.push(JSON.parse(new TextDecoder().decode(bytes.subarray(at + 2, at + 2 + size))) as Readonly<Record<string, unknown>>);
      at += 2 + size;
    }
    // The widest bundle holds what the others hold.
    if (entries.length > found.length) found.splice(0, found.length, ...entries);
  }
  return found;
}
