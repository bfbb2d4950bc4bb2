import { oncePer, type Pack, parsePack } from '@parlance/pack';
import { type CountryKeeper } from './country-keeper.ts';

const mostRemembered = 4;

/** Finds a pack by its digest, in force or in force before; null when there is none here. A few are remembered, because the same ones are asked for again and again. */
export const packFinder = oncePer((countries: Pick<CountryKeeper, 'current' | 'find'>): ((digest: string) => Promise<Pack | null>) => {
  const past = new Map<string, Pack | null>();
  return async (digest) => {
    const { pack } = countries.current();
    if (pack.digest === digest) return pack;
    const known = past.get(digest);
    if (known !== undefined) return known;
    if (!/^sha256:[0-9a-f]{64}$/.test(digest)) return null;
    const files = await countries.find(digest);
    if (files === null) return null;
    const read = parsePack(files).pack;
    if (past.size >= mostRemembered) past.clear();
    past.set(digest, read);
    return read;
  };
});
