import { expect, test } from 'vitest';
import { type Departure } from '../../upstream/departure.ts';
import { KeptAnswers } from './kept-answers.ts';

async function all(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
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

const limits = { time: 1000, size: 100 };

test('an answer is read whole by whoever comes, also after its end', async () => {
  const kept = new KeptAnswers(limits, () => 0);
  const begun = kept.begin('a', () => saying('one ', '', 'two'));
  expect(await all(begun?.read() ?? saying())).toBe('one two');
  expect(await all(kept.find('a')?.read() ?? saying())).toBe('one two');
  expect(kept.find('b')).toBeNull();
});

test('an answer is forgotten when its time is over, and ended if it is still being written', async () => {
  let now = 0;
  const kept = new KeptAnswers(limits, () => now);
  const reading = all(kept.begin('a', endless)?.read() ?? saying());
  now = 1000;
  expect(kept.find('a')).toBeNull();
  expect(await reading).toBe('begun, stopped');
});

test('stopping one answer leaves the others alone', async () => {
  const kept = new KeptAnswers(limits, () => 0);
  const reading = all(kept.begin('a', endless)?.read() ?? saying());
  kept.begin('b', endless);
  kept.find('a')?.stop();
  expect(await reading).toBe('begun, stopped');
  expect(kept.find('b')).not.toBeNull();
});

test('closing ends what is under way and waits until it is settled', async () => {
  const kept = new KeptAnswers(limits, () => 0);
  let isSettled = false;
  kept.begin('a', async function* (departure) {
    yield* endless(departure);
    isSettled = true;
  });
  await kept.close();
  expect(isSettled).toBe(true);
  expect(kept.find('a')).toBeNull();
});

test('an answer that breaks is told as broken, after what had come, to each who reads it', async () => {
  const kept = new KeptAnswers(limits, () => 0);
  kept.begin('a', async function* () {
    yield* saying('half');
    throw new Error('broken inside');
  });
  for (const attempt of [1, 2]) {
    const parts: string[] = [];
    const reading = (async () => {
      for await (const part of kept.find('a')?.read() ?? saying()) parts.push(part);
    })();
    await expect(reading, `attempt ${attempt}`).rejects.toThrow('broken inside');
    expect(parts).toEqual(['half']);
  }
});

test('what finds no room is not kept', async () => {
  const kept = new KeptAnswers({ time: 1000, size: 5 }, () => 0);
  await all(kept.begin('a', () => saying('123456'))?.read() ?? saying());
  expect(kept.begin('b', () => saying('more'))).toBeNull();
});
