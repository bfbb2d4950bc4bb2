import { type Files, type LogWriter, writeAtomically } from '@parlance/log/node';
import { type NamedLeaf } from './rule-leaves.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Puts leaves into the log that are not there yet, in one batch, and remembers their names in a file. When the file was lost they are told a second time, which does
 * no harm; what acts was public before in either case.
 */
export async function publishOnce(
  { files, path }: { readonly files: Files; readonly path: string },
  writer: Pick<LogWriter, 'add'>,
  leaves: readonly NamedLeaf[],
): Promise<void> {
  const bytes = await files.read(path);
  const known = new Set(bytes === null ? [] : decoder.decode(bytes).split('\n'));
  const fresh = leaves.filter(({ name }) => !known.has(name));
  if (fresh.length === 0) return;
  await writer.add(fresh.map((leaf) => leaf.bytes));
  const names = [...known, ...fresh.map(({ name }) => name)].filter((name) => name !== '');
  await writeAtomically(files, { path, temporary: `${path}.new`, bytes: encoder.encode(`${names.join('\n')}\n`) });
}
