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
  const write = async (names: readonly string[]): Promise<void> => {
    const text = `${names.filter((name) => name !== '').join('\n')}\n`;
    await writeAtomically(files, { path, temporary: `${path}.new`, bytes: encoder.encode(text) });
  };
  // Were the file behind the log after a crash, whatever came next would pass for the newest. And a disk without room for this has none for leaves.
  const beingTold = fresh.flatMap(({ name }) => (isRelease(name) ? [`${subjectOf(name)}${unknownVersion}`] : []));
  if (beingTold.some((name) => !isPublic(known, name))) await write([...known, ...beingTold]);
  await writer.add(fresh.map((leaf) => leaf.bytes));
  await write([...known.filter((name) => !name.endsWith(`@${unknownVersion}`)), ...fresh.map(({ name }) => name)]);
}

/** `release EE@1.0.0 sha256:...` is in force until a release of another `EE` follows; a rule that was once public stays so. */
function isPublic(known: readonly string[], name: string): boolean {
  if (!isRelease(name)) return known.includes(name);
  return known.findLast((each) => each.startsWith(subjectOf(name))) === name;
}

function isRelease(name: string): boolean {
  return name.startsWith('release ');
}

/** `release EE@` */
function subjectOf(name: string): string {
  return name.slice(0, name.indexOf('@') + 1);
}

/** Stands for the version of a release that is on its way into the log. */
const unknownVersion = '?';
