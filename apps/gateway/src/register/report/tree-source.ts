import { CodedError } from '@parlance/core';
import { decodeEntryBundle, type EntryBundle, entryBundlePath, fullWidth } from '@parlance/log';
import { nodeFiles, readBundle } from '@parlance/log/node';

/** Where the files of a log are (c2sp.org/tlog-tiles). */
export interface TreeSource {
  /** Folder or address. */
  readonly name: string;
  checkpoint(): Promise<string>;
  /** As many entries as asked for. */
  bundle(bundle: EntryBundle): Promise<readonly Uint8Array[]>;
}

export function treeFault({ name }: Pick<TreeSource, 'name'>, expected: string, received: string): CodedError<'log_corrupt'> {
  return new CodedError('log_corrupt', `${name}: expected ${expected}, found ${received}; parlance log audit says more`);
}

/** A log in a folder. Throws `log_corrupt`. */
export function folderSource(folder: string): TreeSource {
  return {
    name: folder,
    async checkpoint() {
      const bytes = await nodeFiles.read(`${folder}/checkpoint`);
      if (bytes === null) throw treeFault({ name: folder }, 'a checkpoint', 'none');
      return new TextDecoder().decode(bytes);
    },
    bundle: (asked) => readBundle({ files: nodeFiles, folder }, asked),
  };
}

/** Milliseconds that a file may take, and the bytes that it may have. */
const patience = 20_000;
const largestFile = 256 * (2 + 0xffff);

/** A log at its public address, without a slash at the end. Throws `log_unreachable` and `log_corrupt`. */
export function webSource(address: string): TreeSource {
  const bundle = async (asked: EntryBundle): Promise<readonly Uint8Array[]> => {
    // A partial bundle may be gone once the full one is there.
    const bytes =
      (await fetched(`${address}/${entryBundlePath(asked)}`)) ??
      (await fetched(`${address}/${entryBundlePath({ ...asked, width: fullWidth })}`));
    const entries = bytes === null ? null : decoded(bytes);
    if (entries === null || entries.length < asked.width)
      throw treeFault(
        { name: `${address}/${entryBundlePath(asked)}` },
        `${asked.width} entries`,
        entries === null ? 'none' : String(entries.length),
      );
    return entries.slice(0, asked.width);
  };
  return {
    name: address,
    async checkpoint() {
      const bytes = await fetched(`${address}/checkpoint`);
      if (bytes === null) throw new CodedError('log_unreachable', `${address}: there is no checkpoint; is it the address of a log?`);
      return new TextDecoder().decode(bytes);
    },
    bundle,
  };
}

/** One entry of a tree that has so many. Throws `log_corrupt`. */
export async function entryAt(source: TreeSource, position: bigint, size: bigint): Promise<Uint8Array> {
  const first = position - (position % BigInt(fullWidth));
  const width = Number(size - first < fullWidth ? size - first : fullWidth);
  const entries = await source.bundle({ index: first / BigInt(fullWidth), width });
  return entries[Number(position - first)] ?? new Uint8Array();
}

function decoded(bytes: Uint8Array): readonly Uint8Array[] | null {
  try {
    return decodeEntryBundle(bytes);
  } catch {
    return null;
  }
}

/** Null: there is no such file. */
export async function fetched(address: string): Promise<Uint8Array | null> {
  const reply = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' }).catch((cause: unknown) => {
    throw new CodedError('log_unreachable', `${address} cannot be reached`, { cause });
  });
  if (!reply.ok) {
    await reply.body?.cancel();
    return null;
  }
  const bytes = new Uint8Array(await reply.arrayBuffer());
  if (bytes.length > largestFile) throw new CodedError('log_unreachable', `${address} is larger than any file of a log`);
  return bytes;
}
