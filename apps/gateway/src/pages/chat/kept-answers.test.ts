import { expect, test } from 'vitest';
import { type Departure, Leaving } from '../../upstream/departure.ts';
import { type Beginning, type KeptAnswer, KeptAnswers } from './kept-answers.ts';

async function all(parts: AsyncIterable<string> | null): Promise<string> {
  let text = '';
  for await (const part of parts ?? saying('not read')) text += part;
  return text;
}

async function* saying(...parts: readonly string[]): AsyncGenerator<string> {
  for (const part of parts) {
    await Promise.resolve();
    yield part;
  }
}

/** Ends when the reader has gone. */
async function* endless(departure: Departure): AsyncGenerator<string> {
  yield 'begun';
  await new Promise<void>((resolve) => departure.whenGone(resolve));
  yield ', stopped';
}

const limits = { time: 60_000, size: 100, reserve: 10, longest: 50, readers: 2 };
const begin = (kept: KeptAnswers, key: string, start: Beginning['start']): KeptAnswer | null =>
  kept.begin(key, { id: `id of ${key}`, start });
const read = (answer: KeptAnswer | null, reader = new Leaving()): Promise<string> => all(answer?.read(reader) ?? null);

test('an answer is read whole by whoever comes, also after its end', async () => {
  const kept = new KeptAnswers(limits);
  expect(await read(begin(kept, 'a', () => saying('one ', '', 'two')))).toBe('one two');
  expect(await read(kept.find('a'))).toBe('one two');
  expect(kept.find('b')).toBeNull();
});

test('an answer keeps the id under which it was begun', () => {
  const kept = new KeptAnswers(limits);
  begin(kept, 'a', () => saying('one'));
  expect(kept.find('a')?.id).toBe('id of a');
});

test('an answer that another asking could mend is read to its end by who reads it, and then forgotten', async () => {
  const kept = new KeptAnswers(limits);
  const answer = begin(kept, 'a', async function* (_departure, spoil) {
    yield 'half ';
    await Promise.resolve();
    spoil();
    yield 'of it';
  });
  const [first, second] = [read(answer), read(kept.find('a'))];
  expect([await first, await second]).toEqual(['half of it', 'half of it']);
  expect([kept.find('a'), kept.size]).toEqual([null, 0]);
});

test('an answer that broke is not kept', async () => {
  const kept = new KeptAnswers(limits);
  const answer = begin(kept, 'a', async function* () {
    yield 'half';
    await Promise.resolve();
    throw new Error('broken inside');
  });
  await expect(read(answer)).rejects.toThrow('broken inside');
  await expect.poll(() => kept.find('a')).toBeNull();
});

test('an answer is forgotten when its time is over, although nobody looks for it', async () => {
  const kept = new KeptAnswers({ ...limits, time: 20 });
  await read(begin(kept, 'a', () => saying('one')));
  expect(kept.size).toBe(3);
  await expect.poll(() => kept.size).toBe(0);
  expect(kept.find('a')).toBeNull();
});

test('an answer that is still read when its time is over goes on to its end, and ends with its last reader', async () => {
  const kept = new KeptAnswers({ ...limits, time: 20 });
  const reader = new Leaving();
  let hasLeft = false;
  const answer = begin(kept, 'a', (departure) => {
    departure.whenGone(() => (hasLeft = true));
    return endless(departure);
  });
  const reading = read(answer, reader);
  await expect.poll(() => kept.find('a')).toBeNull();
  expect(hasLeft).toBe(false);
  reader.leave();
  expect(await reading).toBe('begun');
  expect(hasLeft).toBe(true);
});

test('an answer that nobody reads when its time is over is ended', async () => {
  const kept = new KeptAnswers({ ...limits, time: 20 });
  let hasLeft = false;
  begin(kept, 'a', (departure) => {
    departure.whenGone(() => (hasLeft = true));
    return endless(departure);
  });
  await expect.poll(() => hasLeft).toBe(true);
});

test('who leaves stops reading at once, and the answer goes on for who comes back', async () => {
  const kept = new KeptAnswers(limits);
  const reader = new Leaving();
  const answer = begin(kept, 'a', endless);
  const parts = answer?.read(reader);
  expect(await parts?.next()).toMatchObject({ value: 'begun' });
  const next = parts?.next();
  reader.leave();
  expect(await next).toMatchObject({ done: true });
  const back = read(kept.find('a'));
  answer?.stop();
  expect(await back).toBe('begun, stopped');
});

test('stopping one answer leaves the others alone', async () => {
  const kept = new KeptAnswers(limits);
  const reading = read(begin(kept, 'a', endless));
  const other = begin(kept, 'b', endless);
  kept.find('a')?.stop();
  expect(await reading).toBe('begun, stopped');
  expect(kept.find('b')).not.toBeNull();
  other?.stop();
});

test('closing ends what nobody reads, and waits until it is settled', async () => {
  const kept = new KeptAnswers(limits);
  let isSettled = false;
  begin(kept, 'a', async function* (departure) {
    yield* endless(departure);
    isSettled = true;
  });
  await kept.close();
  expect(isSettled).toBe(true);
  expect(kept.find('a')).toBeNull();
});

test('closing lets a reader read to the end, and records nobody as gone who is there', async () => {
  const kept = new KeptAnswers(limits);
  let letGo = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (letGo = resolve));
  let hasGone = true;
  const reading = read(
    begin(kept, 'a', async function* (departure) {
      yield 'half, ';
      await waiting;
      yield 'whole';
      hasGone = departure.hasGone;
    }),
  );
  const closing = kept.close();
  letGo();
  expect(await reading).toBe('half, whole');
  await closing;
  expect(hasGone).toBe(false);
});

test('an answer that breaks is told as broken, after what had come, to each who reads it', async () => {
  const kept = new KeptAnswers(limits);
  const answer = begin(kept, 'a', async function* () {
    yield* saying('half');
    throw new Error('broken inside');
  });
  for (const attempt of [1, 2]) {
    const parts: string[] = [];
    const reading = (async () => {
      for await (const part of answer?.read(new Leaving()) ?? saying()) parts.push(part);
    })();
    await expect(reading, `attempt ${attempt}`).rejects.toThrow('broken inside');
    expect(parts).toEqual(['half']);
  }
});

test('what an answer may need is set aside while it is written, and given back at its end', async () => {
  const kept = new KeptAnswers({ ...limits, size: 25 });
  const [one, two] = [begin(kept, 'a', endless), begin(kept, 'b', endless)];
  expect(kept.size).toBe(20);
  expect(begin(kept, 'c', endless)).toBeNull();
  one?.stop();
  expect(await read(one)).toBe('begun, stopped');
  expect(kept.size).toBe(24);
  two?.stop();
});

test('an answer is ended when it has become longer than any may be', async () => {
  const kept = new KeptAnswers(limits);
  const answer = begin(kept, 'a', async function* (departure) {
    while (!departure.hasGone) yield* saying('0123456789');
  });
  expect(await read(answer)).toHaveLength(60);
});

test('only so many read one answer at the same time, and a place is free when one has gone', async () => {
  const kept = new KeptAnswers(limits);
  const answer = begin(kept, 'a', endless);
  const [first, second] = [new Leaving(), new Leaving()];
  const readings = [read(answer, first), read(answer, second)];
  expect(answer?.read(new Leaving())).toBeNull();
  first.leave();
  await readings[0];
  const third = read(answer);
  answer?.stop();
  expect(await third).toBe('begun, stopped');
  await Promise.all(readings);
});
