import { join } from 'node:path';
import { type Leaf } from '../../leaf/index.ts';
import { type Files } from '../files/files.ts';
import { type ReportFault } from './audit-fault.ts';

/** `rule ee.tubs.17@1.4.0 sha256:...`, as the file of what is in force names a leaf; null for other kinds. */
export function inForceName(leaf: Leaf): string | null {
  return leaf.leaf === 'rule' || leaf.leaf === 'release' ? `${leaf.leaf} ${leaf.id}@${leaf.version} ${leaf.digest}` : null;
}

/** What acts is public: every name in the file is that of a leaf. False when there is no such file. */
export async function checkInForce(
  { files, home }: { readonly files: Files; readonly home: string },
  published: ReadonlySet<string>,
  report: ReportFault,
): Promise<boolean> {
  const bytes = await files.read(join(home, 'in-force'));
  if (bytes === null) return false;
  const names = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((name) => name !== '');
  for (const [line, name] of names.entries()) {
    if (!published.has(name))
      report({ path: `in-force:${line + 1}`, code: 'in_force_not_public', expected: 'a leaf of this rule or release', received: 'none' });
  }
  return true;
}
