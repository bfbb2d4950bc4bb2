/**
 * The few things that a journal and a log ask of a disk. What `append` wrote survives a loss of power only after `sync`; a name that was made, renamed or
 * removed survives only after `syncFolder` of the folder that holds it. Every operation rejects with `disk_full`, `disk_read_only` or `disk_failed`.
 */
export interface Files {
  /** Null when there is no such file. */
  read(path: string): Promise<Uint8Array | null>;
  /** Names in a folder, sorted; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes one folder in a folder that is there. No problem when it is there already. */
  makeFolder(path: string): Promise<void>;
  /** An empty file to append to; what stood at this path is gone. */
  create(path: string): Promise<OpenFile>;
  /** A file that is there, to append to. */
  open(path: string): Promise<OpenFile>;
  /** Puts a file in the place of another, or a folder in the place of nothing, in one step. */
  rename(from: string, to: string): Promise<Renaming>;
  /** No problem when there is no such file. */
  remove(path: string): Promise<void>;
  /** Removes an empty folder. No problem when there is none. */
  removeFolder(path: string): Promise<void>;
  syncFolder(path: string): Promise<void>;
}

/** `gone`: there is nothing at the old path. `taken`: there is a folder, with something in it, at the new path. */
export type Renaming = 'done' | 'gone' | 'taken';

export interface OpenFile {
  append(bytes: Uint8Array): Promise<void>;
  /** Everything that was appended is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}
