import { fullWidth, parseLeaf } from '@parlance/log';
import { nodeFiles, readBundle } from '@parlance/log/node';

/** A log as it is published, and how many leaves it has. */
export interface PublishedLog {
  readonly folder: string;
  readonly size: bigint;
}

/**
 * Where a log states that a rule is in force, or null. Rules stand at the beginning of a log and where a pack was replaced, so that the search ends soon for most. Throws `log_corrupt`.
 */
export async function rulePosition({ folder, size }: PublishedLog, rule: RuleLeaf): Promise<bigint | null> {
  for (let start = 0n; start < size; start += BigInt(fullWidth)) {
    const width = Number(size - start < fullWidth ? size - start : fullWidth);
    const entries = await readBundle({ files: nodeFiles, folder }, { index: start / BigInt(fullWidth), width });
    const place = entries.findIndex((entry) => isLeafOf(entry, rule));
    if (place !== -1) return start + BigInt(place);
  }
  return null;
}

interface RuleLeaf {
  readonly rule: string;
  readonly version: string;
  /** Digest of the pack; leaves of the charter's rules have none. */
  readonly pack: string;
}

function isLeafOf(entry: Uint8Array, { rule, version, pack }: RuleLeaf): boolean {
  const parsed = parseLeaf(entry);
  if (!parsed.ok || parsed.value.leaf !== 'rule') return false;
  const { value } = parsed;
  return value.id === rule && value.version === version && (value.pack === null || value.pack.digest === pack);
}
