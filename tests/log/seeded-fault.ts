import { type AuditFaultCode } from '@parlance/log/node';
import { type FolderFiles } from './recorded-folder.ts';

/** One thing that is wrong with a data folder that was clean. */
export interface SeededFault {
  readonly fault: string;
  /** What the audit must call it. */
  readonly code: AuditFaultCode;
  /** What else it says, because the same fault contradicts more than one witness. */
  readonly also?: readonly AuditFaultCode[];
  /** Hours after the first answer at which the audit is made. */
  readonly now?: number;
  readonly seed: (clean: FolderFiles) => Promise<FolderFiles> | FolderFiles;
}

type Change = (bytes: Uint8Array) => Uint8Array | null;

/** The folder with one file changed, made or, for null, gone. */
export function withFile(files: FolderFiles, path: string, change: Change): FolderFiles {
  const changed = change(files.get(path) ?? new Uint8Array());
  return new Map([...files].filter(([each]) => each !== path).concat(changed === null ? [] : [[path, changed]]));
}

export function withText(files: FolderFiles, path: string, change: (text: string) => string): FolderFiles {
  return withFile(files, path, (bytes) => new TextEncoder().encode(change(new TextDecoder().decode(bytes))));
}

export function withoutFiles(files: FolderFiles, prefixes: readonly string[]): FolderFiles {
  return new Map([...files].filter(([path]) => !prefixes.some((prefix) => path.startsWith(prefix))));
}

/** One bit of one byte. */
export function flipped(bytes: Uint8Array, at = 40): Uint8Array {
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}

export function changedOnce(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`there is no ${from}`);
  return text.replace(from, to);
}
