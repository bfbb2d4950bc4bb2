import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type CitationRow } from '../citation-row.ts';
import { type Store } from '../store.ts';

/** What every store promises of citations. */
export function citationContract(store: () => Store): void {
  const rowOf = (parts: Partial<CitationRow> = {}): CitationRow => ({
    ...{ day: '2026-03-01', pack: `P-${randomUUID()}`, publisher: 'Riigi Teataja', language: 'et', shown: 1n, cited: 0n },
    ...parts,
  });
  const listed = (pack: string, from = '2026-01-01', to = '2026-12-31') => store().citations.list({ pack, from, to });

  test('citations of a publisher on a day in a language add up, and a group counts once', async () => {
    const row = rowOf();
    const group = { id: randomUUID(), rows: [row, { ...row, cited: 1n }] };
    await Promise.all([store().citations.addBatch(group), store().citations.addBatch(group)]);
    await store().citations.addBatch(group);
    await store().citations.addBatch({ id: randomUUID(), rows: [row] });
    expect(await listed(row.pack)).toEqual([{ ...row, shown: 3n, cited: 1n }]);
  });

  test('days, publishers, languages and packs are counted apart, and a span has both its ends', async () => {
    const row = rowOf();
    const rows = ['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04'].map((day) => ({ ...row, day }));
    const others = [rowOf(), { ...row, language: 'ru', day: '2026-02-03' }, { ...row, publisher: 'Ämet "O\'Neil"', day: '2026-02-03' }];
    await store().citations.addBatch({ id: randomUUID(), rows: [...others, ...rows] });
    const found = await listed(row.pack, '2026-02-02', '2026-02-03');
    expect(found).toHaveLength(4);
    expect(found).toEqual(expect.arrayContaining([rows[1], rows[2], others[1], others[2]]));
  });

  test('an empty group of citations is no problem', async () => {
    await expect(store().citations.addBatch({ id: randomUUID(), rows: [] })).resolves.toBeUndefined();
  });
}
