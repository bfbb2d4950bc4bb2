// A process that writes: `<address> <shard> <name> <file>`. It notes in the file what was acknowledged before it goes on, and ends in order at SIGTERM.
import { openSync, writeSync } from 'node:fs';
import { openPostgresJournal } from '../index.ts';

const [connection = '', shard = '', name = '', file = ''] = process.argv.slice(2);
const stop = new AbortController();
process.on('SIGTERM', () => {
  stop.abort();
});
const notes = openSync(file, 'a');
const journal = await openPostgresJournal({ connection, shard });
process.stdout.write('writing\n');
for (let count = 0; !stop.signal.aborted; count++) {
  const appends = Array.from({ length: 1 + (count % 5) }, async (_, index) => {
    const text = `${name}/${count}/${index}`;
    const [position] = await journal.append([new TextEncoder().encode(text)]);
    writeSync(notes, `${String(position)} ${text}\n`);
  });
  await Promise.all(appends);
}
await journal.close();
