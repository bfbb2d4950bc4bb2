import { CodedError } from '@parlance/core';
import { type Leaf, parseLeaf } from '../../leaf/index.ts';
import { fullWidth } from '../../tile/index.ts';
import { type VerifierKey } from '../../note/index.ts';
import { type Files } from '../files/files.ts';
import { readBundle } from '../storage/log-files.ts';
import { type ReportFault } from './audit-fault.ts';
import { claimedTree } from './audit-key.ts';
import { type NotChecked } from './shard-audit.ts';

/** Decisions about rules that stand in another log, each held against the leaf that it names. */
export interface DecisionChecks {
  check(at: { readonly position: bigint; readonly leaf: Leaf | null }): Promise<void>;
  /** Tells how many name a log that is not at hand, or cannot be read. */
  end(skip: (part: NotChecked) => void): void;
}

interface DecisionOptions {
  readonly files: Files;
  /** Folders with the trees of other logs, each of which is audited by itself. */
  readonly others?: readonly string[];
  /** Of the log that is audited. */
  readonly key: Pick<VerifierKey, 'name'>;
  readonly report: ReportFault;
}

interface OtherLog {
  readonly folder: string;
  readonly size: bigint;
}

export async function decisionChecks({ files, key, others: trees = [], report }: DecisionOptions): Promise<DecisionChecks> {
  const others = new Map<string, OtherLog>();
  for (const folder of trees) {
    const told = await claimedTree({ files, tree: folder });
    // Of a log and an older copy beside it the longer one has what the other has.
    if (told !== null && told.size > (others.get(told.origin)?.size ?? -1n)) others.set(told.origin, { folder, size: told.size });
  }
  const origin = key.name;
  let unchecked = 0;
  return {
    async check({ position, leaf }) {
      if (leaf?.leaf !== 'amend' || leaf.log === undefined || leaf.log === origin) return;
      const { log, rule, position: about } = leaf;
      const other = others.get(log);
      const named = other === undefined ? 'unknown' : await leafAt(files, other, BigInt(about));
      if (named === 'unknown') unchecked += 1;
      else if (named?.leaf !== 'rule' || `${named.id}@${named.version}` !== rule)
        report({
          path: `leaf ${String(position)}`,
          code: 'amend_rule_differs',
          expected: 'the leaf of the rule that it names, in the log that it names',
          received: named?.leaf === 'rule' ? 'that of another rule' : 'another leaf, or none',
        });
    },
    end(skip) {
      if (unchecked > 0) skip({ part: 'decisions', why: `the rules of ${unchecked} stand in a log that is not here, or cannot be read` });
    },
  };
}

/** `unknown`: its own audit tells why. */
async function leafAt(files: Files, { folder, size }: OtherLog, position: bigint): Promise<Leaf | null | 'unknown'> {
  if (position >= size) return null;
  const width = BigInt(fullWidth);
  const index = position / width;
  const left = size - index * width;
  try {
    const entries = await readBundle({ files, folder }, { index, width: Number(left < width ? left : width) });
    const parsed = parseLeaf(entries[Number(position % width)] ?? new Uint8Array());
    return parsed.ok ? parsed.value : null;
  } catch (error) {
    if (error instanceof CodedError) return 'unknown';
    throw error;
  }
}
