import { CodedError, digestOfText } from '@parlance/core';
import { beforeEach, describe, expect, test } from 'vitest';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { type InForce } from '../record/rule-leaves.ts';
import { createCountry } from './country.ts';
import { type CountryKeeper, createCountryKeeper, type LoadedCountry } from './country-keeper.ts';

function loaded(version: string, parts: { readonly id?: string; readonly release?: InForce['release'] } = {}): LoadedCountry {
  const pack = samplePack({ id: parts.id ?? 'XX', version, digest: digestOfText(version) });
  return { country: createCountry(pack, new Map()), inForce: { pack, release: parts.release ?? null }, warnings: [] };
}

const stored = new Map([['pack.yaml', new Uint8Array()]]);
let there: { mark: string; load: () => LoadedCountry };
let told: string[];
let failsToPublish: boolean;
let keeper: CountryKeeper;
const version = (): string => keeper.current().pack.version;

beforeEach(() => {
  there = { mark: 'a', load: () => loaded('1.0.0') };
  told = [];
  failsToPublish = false;
  keeper = createCountryKeeper({
    first: loaded('1.0.0'),
    mark: 'a',
    source: {
      mark: () => Promise.resolve(there.mark),
      load: () => Promise.resolve(there.load()),
      find: () => Promise.resolve(stored),
    },
    wasInForce: (digest) => Promise.resolve(digest === 'sha256:once'),
    publish: ({ pack }) => {
      if (failsToPublish) return Promise.reject(new CodedError('disk_full', 'no room'));
      told.push(`public ${pack.version} while ${version()} answers`);
      return Promise.resolve();
    },
    onReplaced: ({ country }) => told.push(`in force ${country.pack.version}`),
    onRefused: (reason) => told.push(`refused: ${reason}`),
  });
});

async function looks(times: number): Promise<void> {
  for (let each = 0; each < times; each++) await keeper.look();
}

describe('another version of a pack', () => {
  test('is public before it acts', async () => {
    there = { mark: 'b', load: () => loaded('1.1.0') };
    await looks(2);
    expect(told).toEqual(['public 1.1.0 while 1.0.0 answers', 'in force 1.1.0']);
    expect(version()).toBe('1.1.0');
  });

  test('is not loaded while its files still change', async () => {
    for (const mark of ['b', 'c', 'd']) {
      there = { mark, load: () => loaded('1.1.0') };
      await looks(1);
    }
    expect(version()).toBe('1.0.0');
    await looks(1);
    expect(version()).toBe('1.1.0');
  });

  test('that does not load leaves the one in force, is told once, and is loaded again when it changes', async () => {
    there = {
      mark: 'b',
      load: () => {
        throw new CodedError('pack_not_loaded', 'three reasons');
      },
    };
    await looks(4);
    expect(told).toEqual(['refused: three reasons']);
    expect([version(), keeper.refused()]).toEqual(['1.0.0', 'pack_not_loaded']);
    there = { mark: 'c', load: () => loaded('1.1.0') };
    await looks(2);
    expect([version(), keeper.refused()]).toEqual(['1.1.0', null]);
  });

  test('that was refused is tried again, though nothing tells that the cause is gone', async () => {
    const refusal = (): never => {
      throw new CodedError('pack_not_loaded', 'its files have not come yet');
    };
    there = { mark: 'b', load: refusal };
    await looks(2);
    there = { mark: 'b', load: () => loaded('1.1.0') };
    await looks(20);
    expect(told).toEqual(['refused: its files have not come yet', 'public 1.1.0 while 1.0.0 answers', 'in force 1.1.0']);
  });

  test('comes into force at once when somebody says that it is there, whatever the mark tells', async () => {
    there = { mark: 'a', load: () => loaded('1.1.0') };
    await keeper.look(true);
    expect(version()).toBe('1.1.0');
  });

  test('that came while the server started is not missed', async () => {
    there = { mark: 'b', load: () => loaded('1.1.0') };
    await looks(2);
    expect(version()).toBe('1.1.0');
  });

  test('leaves the files of the one before to be read by its digest', async () => {
    const before = keeper.current().pack.digest;
    there = { mark: 'b', load: () => loaded('1.1.0') };
    await looks(2);
    expect(await keeper.find(before)).not.toBeNull();
    expect(await keeper.find(keeper.current().pack.digest)).not.toBeNull();
    expect(await keeper.find('sha256:none')).toBeNull();
  });

  test('that cannot be made public waits until it can', async () => {
    failsToPublish = true;
    there = { mark: 'b', load: () => loaded('1.1.0') };
    await looks(4);
    expect([version(), keeper.refused()]).toEqual(['1.0.0', 'disk_full']);
    expect(told).toEqual(['refused: no room']);
    failsToPublish = false;
    await looks(1);
    expect([version(), keeper.refused()]).toEqual(['1.1.0', null]);
  });

  test('of another country is refused', async () => {
    there = { mark: 'b', load: () => loaded('9.0.0', { id: 'YY' }) };
    await looks(2);
    expect(told).toEqual([expect.stringMatching(/^refused: the pack in force is that of XX/)]);
    expect(version()).toBe('1.0.0');
  });

  test('with the same files and signatures changes nothing', async () => {
    there = { mark: 'b', load: () => loaded('1.0.0') };
    await looks(3);
    expect(told).toEqual([]);
  });

  test('with the same files and other signatures is a release of its own', async () => {
    there = { mark: 'b', load: () => loaded('1.0.0', { release: { change: 'legal', signedBy: ['a.example+01234567'] } }) };
    await looks(2);
    expect(told).toEqual(['public 1.0.0 while 1.0.0 answers', 'in force 1.0.0']);
  });
});

test('the files of a pack are handed out when it has been in force, and of no other that lies there', async () => {
  expect(await keeper.find('sha256:once')).toBe(stored);
  expect(await keeper.find('sha256:never')).toBeNull();
});
