import { type EntryBundle, fullWidth, type LeafOf, parseLeaf } from '@parlance/log';
import { nodeFiles, readBundle } from '@parlance/log/node';
import { oncePer } from '@parlance/pack';
import { type PublishedShard } from './half-years.ts';

/** Where a leaf stands: the half-year of the log, and the place in it from 0. */
export interface LeafPlace {
  readonly shard: string;
  readonly position: bigint;
}

/** A pack that came into force, as the log says. */
export interface StatedRelease extends LeafPlace {
  readonly leaf: LeafOf<'release'>;
}

/** A rule that came into force, as the log says. */
interface StatedRule extends LeafPlace {
  /** `YYYY-MM-DD` */
  readonly inForce: string;
}

/** What the logs of this server state to be or to have been in force. What is not in there has never acted here. */
export interface StatedInForce {
  /** Releases of packs, in the order of the log. */
  releases(): Promise<readonly StatedRelease[]>;
  /** Where a charter was stated first, by its digest; null where no log does. */
  charter(digest: string): Promise<StatedRelease | null>;
  /** Where a rule (`id@version`, digest of its pack) was stated first; null where no log does. */
  rule(name: string, pack: string): Promise<StatedRule | null>;
}

interface Logs {
  shards(): readonly PublishedShard[];
}

/** What has been read so far. */
class Stated {
  readonly releases: StatedRelease[] = [];
  readonly charters: StatedRelease[] = [];
  readonly rules = new Map<string, StatedRule>();
  /** By half-year: how many leaves have been looked at. */
  readonly seen = new Map<string, bigint>();
}

/** Reads each leaf of the logs once, when somebody asks, and remembers the few that say what is in force. One reading at a time, however many ask. */
export const statedInForce = oncePer((logs: Logs): StatedInForce => {
  const stated = new Stated();
  let reading: Promise<void> | null = null;
  const readOn = (): Promise<void> => (reading ??= readLogs(logs, stated).finally(() => (reading = null)));
  return {
    async releases() {
      await readOn();
      return inOrder(stated.releases);
    },
    async charter(digest) {
      await readOn();
      return inOrder(stated.charters).find(({ leaf }) => leaf.digest === digest) ?? null;
    },
    async rule(name, pack) {
      const known = stated.rules.get(ruleKey(name, pack));
      if (known !== undefined) return known;
      await readOn();
      return stated.rules.get(ruleKey(name, pack)) ?? stated.rules.get(ruleKey(name, null)) ?? null;
    },
  };
});

function inOrder(releases: readonly StatedRelease[]): readonly StatedRelease[] {
  return releases.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
}

function isBefore(one: LeafPlace, other: LeafPlace): boolean {
  return one.shard === other.shard ? one.position < other.position : one.shard < other.shard;
}

/** A log that cannot be read says nothing more, and what it has said stays. */
async function readLogs(logs: Logs, stated: Stated): Promise<void> {
  for (const shard of logs.shards()) await readShard(shard, stated).catch(() => undefined);
}

async function readShard(log: PublishedShard, stated: Stated): Promise<void> {
  const { shard, folder } = log;
  const { size } = log.published();
  for (let from = stated.seen.get(shard) ?? 0n; from < size;) {
    const bundle = bundleAt(from, size);
    const start = bundle.index * BigInt(fullWidth);
    const entries = await readBundle({ files: nodeFiles, folder }, bundle);
    for (const [place, entry] of entries.entries()) {
      const position = start + BigInt(place);
      if (position >= from) take(entry, { shard, position }, stated);
    }
    from = start + BigInt(bundle.width);
    stated.seen.set(shard, from);
  }
}

function bundleAt(position: bigint, size: bigint): EntryBundle {
  const index = position / BigInt(fullWidth);
  const left = size - index * BigInt(fullWidth);
  return { index, width: left < fullWidth ? Number(left) : fullWidth };
}

/** Leaves are canonical JSON. Most are of answers, and are passed over without being parsed. */
const sayInForce = [`"leaf":"release"`, `"leaf":"rule"`].map((text) => Buffer.from(text));

function take(entry: Uint8Array, place: LeafPlace, { releases, charters, rules }: Stated): void {
  const bytes = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength);
  if (!sayInForce.some((text) => bytes.includes(text))) return;
  const parsed = parseLeaf(entry);
  if (!parsed.ok) return;
  const { value: leaf } = parsed;
  if (leaf.leaf === 'release' && leaf.subject === 'pack') releases.push({ ...place, leaf });
  if (leaf.leaf === 'release' && leaf.subject === 'charter') charters.push({ ...place, leaf });
  if (leaf.leaf !== 'rule') return;
  const key = ruleKey(`${leaf.id}@${leaf.version}`, leaf.pack?.digest ?? null);
  const known = rules.get(key);
  if (known === undefined || isBefore(place, known)) rules.set(key, { ...place, inForce: leaf.in_force });
}

/** Rules of the charter have no pack. */
function ruleKey(name: string, pack: string | null): string {
  return `${name} ${pack ?? ''}`;
}
