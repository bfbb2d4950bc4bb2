import { type Issue } from '@parlance/core';
import { nearest as nearestName } from '../format/nearest.ts';
import { type Pack } from '../pack.ts';
import { explanationsOf, type Explanation } from './explanations.ts';
import { type Outside } from './spoken.ts';

const mostSuggestions = 3;

/** What is to be explained: in which sector, and what speakers outside the pack say. */
export interface ExplainPlace extends Outside {
  readonly sector: string;
}

/** Every value with who set it, in the order of its key. An unknown sector gives an issue that names the nearest ones. */
export function explainAll(pack: Pack, { sector, ...outside }: ExplainPlace): readonly Explanation[] | Issue {
  if (!pack.sectors.has(sector)) return unknownName('sector', sector, [...pack.sectors.keys()]);
  return [...explanationsOf(pack, sector, outside).values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Says which file and line set a value, for keys like `locale.et.register`. An unknown key or sector gives an issue that names the nearest ones. */
export function explain(pack: Pack, key: string, { sector, ...outside }: ExplainPlace): Explanation | Issue {
  if (!pack.sectors.has(sector)) return unknownName('sector', sector, [...pack.sectors.keys()]);
  const explanations = explanationsOf(pack, sector, outside);
  return explanations.get(key) ?? unknownName('key', key, [...explanations.keys()]);
}

function unknownName(path: string, name: string, names: readonly string[]): Issue {
  const close = nearestNames(name, names);
  const expected = close.length > 0 ? close.join(', ') : [...names].sort().slice(0, mostSuggestions).join(', ');
  return { path, code: `${path}_unknown`, expected, received: JSON.stringify(name.slice(0, 100)) };
}

/** The most similar names, the closest first; those of the same family when none is similar. */
function nearestNames(name: string, names: readonly string[]): readonly string[] {
  const found: string[] = [];
  while (found.length < mostSuggestions) {
    const next = nearestName(
      name,
      names.filter((candidate) => !found.includes(candidate)),
    );
    if (next === null) break;
    found.push(next);
  }
  const family = `${name.split('.')[0] ?? ''}.`;
  return found.length > 0 ? found : names.filter((candidate) => candidate.startsWith(family)).slice(0, mostSuggestions);
}
