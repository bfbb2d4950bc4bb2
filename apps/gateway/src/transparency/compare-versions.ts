import { changeClasses, changesBetween, oncePer, type PackChange } from '@parlance/pack';
import { type ComparedFacts, type VersionFact } from '@parlance/web';
import { type LiveGateway } from '../gateway.ts';
import { type NameOf, tellChange } from './tell-change.ts';

export interface Compared {
  readonly from: VersionFact;
  readonly to: VersionFact;
  /** From 1. */
  readonly page: number;
}

const perPage = 100;
const mostRemembered = 32;

/** Every difference between two versions, the gravest first, so many on a page; null where the files of one are not kept here. */
export async function comparedFacts(
  countries: LiveGateway['countries'],
  { from, to, page }: Compared,
  nameOf: NameOf,
): Promise<ComparedFacts | null> {
  const changes = await differencesOf(countries)(from.digest, to.digest);
  if (changes === null) return null;
  const pages = Math.max(1, Math.ceil(changes.length / perPage));
  const shown = Math.min(Math.max(1, page), pages);
  const first = (shown - 1) * perPage;
  return {
    from,
    to,
    all: changes.length,
    first: changes.length === 0 ? 0 : first + 1,
    page: shown,
    pages,
    changes: changes.slice(first, first + perPage).map((change) => tellChange(change, nameOf)),
  };
}

type Differences = (from: string, to: string) => Promise<readonly PackChange[] | null>;

/** Reading two packs whole takes a while, and the same two are compared again with each page and by each visitor. */
const differencesOf = oncePer((countries: LiveGateway['countries']): Differences => {
  const known = new Map<string, ReturnType<Differences>>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const differences = known.get(key) ?? differencesBetween(countries, from, to);
    if (!known.has(key) && known.size >= mostRemembered) known.clear();
    known.set(key, differences);
    // What could not be read now may be there later.
    differences.then(
      (changes) => changes ?? known.delete(key),
      () => known.delete(key),
    );
    return differences;
  };
});

async function differencesBetween(countries: LiveGateway['countries'], from: string, to: string): ReturnType<Differences> {
  const [before, after] = [await countries.find(from), await countries.find(to)];
  return before === null || after === null ? null : gravestFirst(changesBetween(before, after));
}

function gravestFirst(changes: readonly PackChange[]): readonly PackChange[] {
  return changeClasses.toReversed().flatMap((each) => changes.filter((change) => change.class === each));
}
