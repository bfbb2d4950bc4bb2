import { type Leaf, type LeafKind, type LeafOf, parseLeaf } from '../../leaf/index.ts';
import { fullWidth } from '../../tile/index.ts';
import { type LogFiles, readBundle } from '../storage/log-files.ts';
import { type ReportFault } from './audit-fault.ts';

export interface LeafAt<Kind extends LeafKind = LeafKind> {
  readonly position: bigint;
  readonly bytes: Uint8Array;
  readonly leaf: LeafOf<Kind>;
}

/** Every leaf of the tree in its order; null in the place of one that cannot be read, which is reported. Throws `log_corrupt`. */
export async function* walkLeaves(
  log: LogFiles,
  size: bigint,
  report: ReportFault,
): AsyncIterable<{ readonly position: bigint; readonly bytes: Uint8Array; readonly leaf: Leaf | null }> {
  for (let start = 0n; start < size; start += BigInt(fullWidth)) {
    const width = Number(size - start < fullWidth ? size - start : fullWidth);
    for (const [place, bytes] of (await readBundle(log, { index: start >> 8n, width })).entries()) {
      const position = start + BigInt(place);
      yield { position, bytes, leaf: readLeaf(bytes, position, report) };
    }
  }
}

function readLeaf(bytes: Uint8Array, position: bigint, report: ReportFault): Leaf | null {
  const parsed = parseLeaf(bytes);
  if (parsed.ok) return parsed.value;
  const [issue] = parsed.issues;
  const code = issue?.code === 'not_canonical' ? 'leaf_not_canonical' : 'leaf_malformed';
  // The names of members are the operator's words too: only where a member of ours is wrong, it is named.
  const member = /^[a-z_]{1,20}(?:\.[a-z_0-9]{1,20})*$/.exec(issue?.path ?? '')?.[0];
  const received = `${issue?.code ?? 'something else'}${member === undefined ? '' : ` at ${member}`}`;
  report({ path: `leaf ${String(position)}`, code, expected: 'the canonical bytes of a leaf', received });
  return null;
}
