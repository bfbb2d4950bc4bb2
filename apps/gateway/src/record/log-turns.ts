import { type LogWriter } from '@parlance/log/node';
import { type Tree } from './tree.ts';

/** Has the log to itself until the work has ended: what the work reads of the tree still holds when it writes. */
export type Turn = <Result>(work: (writer: LogWriter) => Promise<Result>) => Promise<Result>;

/** Batches and single leaves go into the log one after the other. After a failure the tree is opened again before the next turn, because only that tells what the disk holds. */
export function turnsOf(tree: Tree): Turn {
  let last: Promise<unknown> = Promise.resolve();
  let hasFailed = false;
  const take = async <Result>(work: (writer: LogWriter) => Promise<Result>): Promise<Result> => {
    if (hasFailed) await tree.reopen();
    hasFailed = true;
    const result = await work(tree.writer());
    hasFailed = false;
    return result;
  };
  return (work) => {
    const result = last.then(() => take(work));
    last = result.catch(() => undefined);
    return result;
  };
}
