import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { type CollectedMonth, isOver, publishFiles, reportFiles, reportsFolder } from '@parlance/gateway/register';
import { badUsage } from './check/bad-usage.ts';

interface Publishing {
  readonly month: string;
  readonly data: string;
}

/** `parlance report --publish`: the files of a month that is over, where the running server finds them. */
export async function publishReport({ month, data }: Publishing, found: readonly CollectedMonth[]): Promise<void> {
  if (!existsSync(data)) throw badUsage('--data', 'the data folder of the server', data);
  const months = found.flatMap((each) => each.months);
  if (!isOver(month, { months, now: new Date() }))
    throw new CodedError('month_not_over', `${month} is not over: what is published never changes, and the log may still add to the month`);
  const folder = join(data, reportsFolder);
  const files = reportFiles(month, found);
  const added = await publishFiles(folder, files);
  for (const name of files.keys()) process.stdout.write(`${join(folder, name)}${added.includes(name) ? '' : ' (was there)'}\n`);
}
