import { type Journal } from '@parlance/log/node';

/**
 * A journal that is opened again after a write has failed, by the next call. What the failed write left behind is settled by the opening; whoever waited for it has been
 * told that it failed. Once closed it stays closed.
 */
export async function openSteadyJournal(open: () => Promise<Journal>): Promise<Journal> {
  let current = await open();
  let hasFailed = false;
  let isClosed = false;
  let opening: Promise<void> | null = null;
  const reopen = async (): Promise<void> => {
    await current.close().catch(() => undefined);
    current = await open();
    hasFailed = false;
  };
  const working = async (): Promise<Journal> => {
    if (hasFailed && !isClosed) await (opening ??= reopen().finally(() => (opening = null)));
    return current;
  };
  return {
    async append(records) {
      const journal = await working();
      try {
        return await journal.append(records);
      } catch (error) {
        // What is refused for its size was never begun.
        hasFailed ||= !(error instanceof Error && 'code' in error && error.code === 'record_refused');
        throw error;
      }
    },
    async *read(from) {
      yield* (await working()).read(from);
    },
    span: async () => (await working()).span(),
    truncateBefore: async (position) => (await working()).truncateBefore(position),
    async close() {
      isClosed = true;
      await opening?.catch(() => undefined);
      await current.close();
    },
  };
}
