// A process to be killed: `<folder> <cycle>`. Settles the log from the journal, prints what is there, then appends and prints each acknowledgement.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { nodeFiles } from '../files/node-files.ts';
import { openFileJournal } from '../journal/file-journal.ts';
import { type Journal } from '../journal/journal.ts';
import { createLogWriter } from '../writer/create-log-writer.ts';
import { type LogWriter } from '../writer/log-writer.ts';
import { origin, signer } from '../writer/testing/test-log.ts';

const [folder = '', cycle = ''] = process.argv.slice(2);
const files = nodeFiles;
const { journal } = await openFileJournal({ files, folder: join(folder, 'journal'), shard: origin, randomBytes, segmentBytes: 20_000 });
const writer = await createLogWriter({ files, folder: join(folder, 'log'), origin, signer, now: () => new Date() });
await drain(journal, writer);
print(`size ${String(writer.size())}`);

for (let count = 0; ; count++) {
  const appends = Array.from({ length: 1 + (count % 5) }, async (_, index) => {
    const text = `${cycle}/${count}/${index}`;
    const [position] = await journal.append([new TextEncoder().encode(text)]);
    print(`journal ${String(position)} ${text}`);
  });
  await Promise.all(appends);
  if (count % 3 === 2) {
    await drain(journal, writer);
    print(`size ${String(writer.size())}`);
    await journal.truncateBefore(writer.cursor());
  }
}

async function drain(source: Journal, target: LogWriter): Promise<void> {
  const leaves: Uint8Array[] = [];
  let cursor = target.cursor();
  for await (const { position, record } of source.read(cursor)) {
    leaves.push(Uint8Array.from(record));
    cursor = position + 1n;
  }
  await target.add(leaves, { cursor });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
