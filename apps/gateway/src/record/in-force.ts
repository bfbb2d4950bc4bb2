import { type Files, type LogWriter, writeAtomically } from '@parlance/log/node';
import { type NamedLeaf } from './rule-leaves.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * Puts leaves into the log that are not there yet, in one batch, and remembers their names in a file, the newest last. A release is told again when another one of the same
 * thing came between, so that the newest release of a pack is the one in force. When the file was lost all are told a second time, which does no harm; what acts was public
 * before in either case.
 */
export async function publishOnce(
  { files, path }: { readonly files: Files; readonly path: string },
  writer: Pick<LogWriter, 'add'>,
  leaves: readonly NamedLeaf[],
): Promise<void> {
  const bytes = await files.read(path);
  const known = bytes === null ? [] : decoder.decode(bytes).split('\n');
  const fresh = leaves.filter(({ name }) => !isPublic(known, name));
  if (fresh.length === 0) return;
  await writer.add(fresh.map((leaf) => leaf.bytes));
  const names = [...known, ...fresh.map(({ name }) => name)].filter((name) => name !== '');
  await writeAtomically(files, { path, temporary: `${path}.new`, bytes: encoder.encode(`${names.join('\n')}\n`) });
}

/** `release EE@1.0.0 sha256:...` is in force until a release of another `EE` follows; a rule that was once public stays so. */
function isPublic(known: readonly string[], name: string): boolean {
  if (!name.startsWith('release ')) return known.includes(name);
  const subject = name.slice(0, name.indexOf('@') + 1);
  return known.findLast((each) => each.startsWith(subject)) === name;
}
