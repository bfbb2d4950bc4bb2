import { createLogWriter, type LogWriter, type LogWriterOptions } from '@parlance/log/node';

/** The writer of a log, which is opened again after a failure. */
export interface Tree {
  writer(): LogWriter;
  /** What the disk holds after a failed write is unknown until then. */
  reopen(): Promise<void>;
}

/** The data folder has one owner, which is this process, so that the log's own lock may be taken over. */
export async function openTree(options: Omit<LogWriterOptions, 'takeOver'>): Promise<Tree> {
  const open = (): Promise<LogWriter> => createLogWriter({ ...options, takeOver: 'always' });
  let writer = await open();
  return {
    writer: () => writer,
    async reopen() {
      await writer.close();
      writer = await open();
    },
  };
}
