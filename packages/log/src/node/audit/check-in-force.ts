import { join } from 'node:path';
import { type Files } from '../files/files.ts';
import { type ReportFault } from './audit-fault.ts';

/** Ends the name of a release that was on its way into the log when the server stopped. */
const underWay = '@?';

/** What acts is public: every name in the file is that of a leaf. False when there is no such file. */
export async function checkInForce(
  { files, home }: { readonly files: Files; readonly home: string },
  published: ReadonlySet<string>,
  report: ReportFault,
): Promise<boolean> {
  const bytes = await files.read(join(home, 'in-force'));
  if (bytes === null) return false;
  for (const [line, name] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (name !== '' && !name.endsWith(underWay) && !published.has(name))
      report({ path: `in-force:${line + 1}`, code: 'in_force_not_public', expected: 'a leaf of this rule or release', received: 'none' });
  }
  return true;
}
