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
  report({
    path: `leaf ${String(position)}`,
    code: issue?.code === 'not_canonical' ? 'leaf_not_canonical' : 'leaf_malformed',
    expected: issue?.expected ?? 'a leaf',
    received: `${issue?.code ?? 'something else'}${issue === undefined || issue.path === '' ? '' : ` at ${issue.path}`}`,
  });
  return null;
}
