import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Journal, type JournalEntry, largestRecord } from '../journal.ts';

/** What every journal promises, wherever it keeps its records. `fresh` makes an empty one; what it gives back opens that one each time. */
export function journalContract(fresh: () => Promise<() => Promise<Journal>>): void {
  let open: () => Promise<Journal>;
  let journal: Journal;
  beforeEach(async () => {
    open = await fresh();
    journal = await open();
  });
  afterEach(() => journal.close());
  const reopen = async () => {
    await journal.close();
    journal = await open();
  };

  describe('appending', () => {
    appendContract(() => journal);
  });
  describe('reading', () => {
    readContract(() => journal);
  });
  describe('refusals', () => {
    refusalContract(() => journal);
  });
  describe('closing and dropping', () => {
    lifeContract(() => journal, reopen);
  });
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Texts with their positions. */
export async function textsFrom(journal: Journal, from: bigint): Promise<readonly (readonly [bigint, string])[]> {
  const entries: JournalEntry[] = [];
  for await (const entry of journal.read(from)) entries.push(entry);
  return entries.map(({ position, record }) => [position, new TextDecoder().decode(record)]);
}

function appendContract(journal: () => Journal): void {
  test('an empty journal has nothing to read', async () => {
    const { first, next } = await journal().span();
    expect(first).toBe(next);
    expect(await textsFrom(journal(), first)).toEqual([]);
  });

  test('each record gets a position, above all earlier ones', async () => {
    const positions = [...(await journal().append(['a', 'b'].map(bytesOf))), ...(await journal().append([bytesOf('c')]))];
    expect(positions.length).toBe(3);
    expect(positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? position))).toBe(true);
    expect((await journal().span()).next > (positions[2] ?? 0n)).toBe(true);
  });

  test('appends that come together get different positions, and each stays in one piece', async () => {
    const texts = Array.from({ length: 100 }, (_, index) => [`${index}-a`, `${index}-b`, `${index}-c`]);
    const positions = await Promise.all(texts.map((group) => journal().append(group.map(bytesOf))));
    expect(new Set(positions.flat()).size).toBe(300);
    const read = await textsFrom(journal(), (await journal().span()).first);
    expect(new Map(read)).toEqual(new Map(positions.flatMap((group, one) => group.map((position, two) => [position, texts[one]?.[two]]))));
    const places = positions.map((group) => group.map((position) => read.findIndex(([found]) => found === position)));
    expect(places.every(([first = -1, second, third]) => second === first + 1 && third === first + 2)).toBe(true);
  });

  test('no records are no problem, and need no position', async () => {
    const before = await journal().span();
    expect(await journal().append([])).toEqual([]);
    expect(await journal().span()).toEqual(before);
  });

  test('a record may be empty, hold any bytes and be as large as the limit', async () => {
    const records = [new Uint8Array(), Uint8Array.from({ length: 256 }, (_, byte) => byte), new Uint8Array(largestRecord).fill(0x50)];
    const [from = 0n] = await journal().append(records);
    const found: Uint8Array[] = [];
    for await (const { record } of journal().read(from)) found.push(Uint8Array.from(record));
    expect(found.map((record) => Buffer.from(record).equals(records[found.indexOf(record)] ?? new Uint8Array(1)))).toEqual([
      true,
      true,
      true,
    ]);
  });
}

function readContract(journal: () => Journal): void {
  test('reading gives records in the order of their positions, from the one that is asked for', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `record ${index}`);
    const positions: bigint[] = [];
    for (const text of texts) positions.push(...(await journal().append([bytesOf(text)])));
    for (const start of [0, 1, 10, 19]) {
      const expected = texts.slice(start).map((text, index) => [positions[start + index], text]);
      expect(await textsFrom(journal(), positions[start] ?? 0n)).toEqual(expected);
    }
  });

  test('reading from the next position gives nothing, until there is something', async () => {
    await journal().append([bytesOf('a')]);
    const { next } = await journal().span();
    expect(await textsFrom(journal(), next)).toEqual([]);
    const [position] = await journal().append([bytesOf('b')]);
    expect(await textsFrom(journal(), next)).toEqual([[position, 'b']]);
  });

  test('appends during a reading do not disturb it', async () => {
    const before = await journal().append(['a', 'b', 'c'].map(bytesOf));
    const seen: bigint[] = [];
    for await (const { position } of journal().read(before[0] ?? 0n)) {
      seen.push(position);
      if (seen.length < 4) await journal().append([bytesOf('later')]);
    }
    expect(seen.slice(0, 3)).toEqual(before);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('two can read at the same time, and one may stop early', async () => {
    const [from = 0n] = await journal().append(['a', 'b', 'c'].map(bytesOf));
    for await (const { record } of journal().read(from)) {
      expect(new TextDecoder().decode(record)).toBe('a');
      break;
    }
    const [one, other] = await Promise.all([textsFrom(journal(), from), textsFrom(journal(), from)]);
    expect(one.length).toBe(3);
    expect(other).toEqual(one);
  });
}

function refusalContract(journal: () => Journal): void {
  test('a record above the limit is refused, and the journal goes on', async () => {
    const before = await journal().span();
    await expect(journal().append([bytesOf('small'), new Uint8Array(largestRecord + 1)])).rejects.toMatchObject({ code: 'record_refused' });
    expect(await journal().span()).toEqual(before);
    const [position] = await journal().append([bytesOf('after')]);
    expect(await textsFrom(journal(), before.next)).toEqual([[position, 'after']]);
  });

  test('more than the limit of one append is refused', async () => {
    const records = Array.from({ length: 5 }, () => new Uint8Array(largestRecord));
    await expect(journal().append(records)).rejects.toMatchObject({ code: 'record_refused' });
  });

  test('a refused append does not reject those that come with it', async () => {
    const [refused, taken] = await Promise.allSettled([
      journal().append([new Uint8Array(largestRecord + 1)]),
      journal().append([bytesOf('a')]),
    ]);
    expect([refused.status, taken.status]).toEqual(['rejected', 'fulfilled']);
  });
}

function lifeContract(journal: () => Journal, reopen: () => Promise<void>): void {
  test('what was acknowledged is there after closing and opening again, and positions go on', async () => {
    const before = await journal().append(['a', 'b'].map(bytesOf));
    const { first } = await journal().span();
    await reopen();
    const after = await journal().append([bytesOf('c')]);
    expect(await textsFrom(journal(), first)).toEqual([...before, ...after].map((position, index) => [position, ['a', 'b', 'c'][index]]));
  });

  test('closing waits for the appends under way', async () => {
    const { first } = await journal().span();
    const appended = journal().append([bytesOf('a')]);
    await reopen();
    expect(await textsFrom(journal(), first)).toEqual([[(await appended)[0], 'a']]);
  });

  test('a closed journal refuses to append, to read and to drop; closing it again does nothing', async () => {
    const closed = journal();
    await reopen();
    await closed.close();
    await expect(closed.append([bytesOf('a')])).rejects.toMatchObject({ code: 'journal_closed' });
    await expect(textsFrom(closed, 0n)).rejects.toMatchObject({ code: 'journal_closed' });
    await expect(closed.truncateBefore(0n)).rejects.toMatchObject({ code: 'journal_closed' });
  });

  test('after dropping, the rest is there, and a reading that would have a gap is refused', async () => {
    const positions: bigint[] = [];
    for (let index = 0; index < 50; index++) positions.push(...(await journal().append([bytesOf(`record ${index}`)])));
    await journal().truncateBefore(positions[40] ?? 0n);
    expect(await textsFrom(journal(), positions[40] ?? 0n)).toEqual(
      positions.slice(40).map((position, index) => [position, `record ${index + 40}`]),
    );
    const fromStart = await textsFrom(journal(), positions[0] ?? 0n).catch((error: unknown) => error);
    if (Array.isArray(fromStart)) expect(fromStart.length).toBe(50);
    else expect(fromStart).toMatchObject({ code: 'journal_position_unknown' });
  });

  test('positions of dropped records are never given out again', async () => {
    const positions = await journal().append(['a', 'b', 'c'].map(bytesOf));
    const { next } = await journal().span();
    await journal().truncateBefore(next);
    await reopen();
    const [position = 0n] = await journal().append([bytesOf('d')]);
    expect(position > (positions[2] ?? 0n)).toBe(true);
    expect(await textsFrom(journal(), next)).toEqual([[position, 'd']]);
  });
}
