import { expect, test } from 'vitest';
import { type CitationRow } from './citation-row.ts';
import { CitationWriter } from './citation-writer.ts';

async function rowsOf(add: (writer: CitationWriter) => void): Promise<readonly CitationRow[]> {
  const rows: CitationRow[] = [];
  const addBatch = (group: { readonly rows: readonly CitationRow[] }) => Promise.resolve(void rows.push(...group.rows));
  const writer = new CitationWriter({ store: { addBatch }, onFault: () => undefined, now: () => new Date('2026-05-05T23:59:59Z') });
  add(writer);
  await writer.close();
  return rows;
}

const sources = [
  { id: 's1', publisher: 'A' },
  { id: 's2', publisher: 'A' },
  { id: 's3', publisher: 'B' },
];
const answer = { pack: 'EE', language: 'et', sources, cited: new Set<string>() };

test('an answer counts once for each publisher, and as citing when it cites any of its sources', async () => {
  const rows = await rowsOf((writer) => {
    writer.add({ ...answer, cited: new Set(['s2', 's9']) });
    writer.add(answer);
  });
  expect(rows).toEqual([
    { day: '2026-05-05', pack: 'EE', language: 'et', publisher: 'A', shown: 2n, cited: 1n },
    { day: '2026-05-05', pack: 'EE', language: 'et', publisher: 'B', shown: 2n, cited: 0n },
  ]);
});

test('a name that no database takes stops nothing', async () => {
  const rows = await rowsOf((writer) => {
    writer.add({ ...answer, sources: [{ id: 's1', publisher: `\0x\ud800${'y'.repeat(1000)}` }] });
  });
  expect(rows[0]?.publisher).toMatch(/^x\ufffdy{298}$/u);
});

test('while the database is away for very long nothing more is taken', async () => {
  const addBatch = () => Promise.reject(new Error('away'));
  const writer = new CitationWriter({ store: { addBatch }, onFault: () => undefined, capacity: 1, pause: 1 });
  for (const pack of ['A', 'B', 'C']) writer.add({ ...answer, pack });
  await expect(writer.close(1)).rejects.toMatchObject({ code: 'usage_unwritten', message: '2 rows of citations could not be written' });
});
