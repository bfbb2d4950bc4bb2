import { type Journal } from '@parlance/log/node';

/**
 * A journal that is opened again after a write has failed, by the next one that wants to write. What the failed write left behind is settled by the opening; whoever
 * waited for it has been told that it failed.
 */
export async function openSteadyJournal(open: () => Promise<Journal>): Promise<Journal> {
  let current = await open();
  let hasFailed = false;
  let opening: Promise<void> | null = null;
  const reopen = async (): Promise<void> => {
    await current.close().catch(() => undefined);
    current = await open();
    hasFailed = false;
  };
  return {
    async append(records) {
      if (hasFailed) await (opening ??= reopen().finally(() => (opening = null)));
      try {
        return await current.append(records);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    },
    read: (from) => current.read(from),
    span: () => current.span(),
    truncateBefore: (position) => current.truncateBefore(position),
    close: () => current.close(),
  };
}
