import { setTimeout as passed } from 'node:timers/promises';
import { digestOfText } from '@parlance/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { createCountry } from '../country/country.ts';
import { type LoadedCountry, type PackSource } from '../country/country-keeper.ts';
import { keepPack, type KeptPack } from './keep-pack.ts';

function loaded(version: string): LoadedCountry {
  const pack = samplePack({ version, digest: digestOfText(version) });
  return { country: createCountry(pack, new Map()), inForce: { pack, release: null }, warnings: [] };
}

/** Loads what is there when it is asked, and hands it over when it is let go. */
function slowSource() {
  const waiting: (() => void)[] = [];
  const seen = { there: '1.0.0', marks: 0, atOnce: 0, mostAtOnce: 0 };
  const source: PackSource = {
    mark: () => {
      seen.marks++;
      return Promise.resolve(seen.there);
    },
    async load() {
      const version = seen.there;
      seen.mostAtOnce = Math.max(seen.mostAtOnce, ++seen.atOnce);
      await new Promise<void>((resolve) => waiting.push(resolve));
      seen.atOnce--;
      if (version === 'broken') throw new Error('a disk that is gone');
      return loaded(version);
    },
    find: () => Promise.resolve(null),
  };
  return { source, seen, waiting };
}

let slow: ReturnType<typeof slowSource>;
let told: string[];
let kept: KeptPack;

function keep(every = 0): KeptPack {
  const log = {
    shards: () => [],
    putInForce: ({ pack }: { readonly pack: { readonly version: string } }) => {
      told.push(pack.version);
      return Promise.resolve();
    },
  };
  return keepPack({ first: loaded('1.0.0'), mark: '1.0.0', source: slow.source, log, every });
}

/** Lets the load that is under way end, as soon as there is one. */
async function letGo(): Promise<void> {
  await expect.poll(() => slow.waiting.length, { interval: 1 }).toBeGreaterThan(0);
  slow.waiting.shift()?.();
}

beforeEach(() => {
  slow = slowSource();
  told = [];
  kept = keep();
});

afterEach(async () => {
  const stopped = kept.stop();
  for (const resolve of slow.waiting) resolve();
  await stopped;
});

describe('two looks at once', () => {
  test('are one after the other, and the second finds what came during the first', async () => {
    slow.seen.there = '1.1.0';
    const first = kept.reload();
    await expect.poll(() => slow.seen.atOnce, { interval: 1 }).toBe(1);
    slow.seen.there = '1.2.0';
    const second = kept.reload();
    await letGo();
    await letGo();
    await Promise.all([first, second]);
    expect([told, slow.seen.mostAtOnce]).toEqual([['1.1.0', '1.2.0'], 1]);
    expect(kept.countries.current().pack.version).toBe('1.2.0');
  });

  test('of which the first fails leave the second its turn', async () => {
    slow.seen.there = 'broken';
    const first = kept.reload();
    await expect.poll(() => slow.seen.atOnce, { interval: 1 }).toBe(1);
    slow.seen.there = '1.2.0';
    const second = kept.reload();
    await letGo();
    await first;
    expect(kept.countries.refused()).toBe('unknown');
    await letGo();
    await second;
    expect([told, kept.countries.refused()]).toEqual([['1.2.0'], null]);
  });
});

describe('a stop', () => {
  test('waits for a pack that is being put into force, whose leaf needs the log', async () => {
    slow.seen.there = '1.1.0';
    void kept.reload();
    await expect.poll(() => slow.seen.atOnce, { interval: 1 }).toBe(1);
    let isStopped = false;
    const stopped = kept.stop().then(() => {
      isStopped = true;
    });
    await passed(20);
    expect(isStopped).toBe(false);
    await letGo();
    await stopped;
    expect(told).toEqual(['1.1.0']);
  });
});

describe('looks that come of themselves', () => {
  test('do not queue behind one that takes long', async () => {
    await kept.stop();
    kept = keep(1);
    slow.seen.there = '1.1.0';
    await expect.poll(() => slow.seen.atOnce, { interval: 1 }).toBe(1);
    const before = slow.seen.marks;
    await passed(30);
    expect(slow.seen.marks).toBe(before);
    await letGo();
    await expect.poll(() => told, { interval: 1 }).toEqual(['1.1.0']);
  });

  test('do not take the turn of one that somebody asked for', async () => {
    await kept.stop();
    kept = keep(1);
    slow.seen.there = '1.1.0';
    await expect.poll(() => slow.seen.atOnce, { interval: 1 }).toBe(1);
    slow.seen.there = '1.2.0';
    const asked = kept.reload();
    await passed(10);
    await letGo();
    await letGo();
    await asked;
    expect(kept.countries.current().pack.version).toBe('1.2.0');
  });
});
