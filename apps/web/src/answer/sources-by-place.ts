import { type SourceObject } from '@parlance/wire';

interface Sourced {
  readonly sources: readonly SourceObject[];
  /** What the answer said. */
  readonly said: string;
  /** Ids of the sources that the text lists itself, among others. */
  readonly placed: ReadonlySet<string>;
}

/** Each source of an answer has one place on the page. */
export interface SourcesByPlace {
  /** Shown under the answer. */
  readonly below: readonly SourceObject[];
  /** The text lists it with its address: only who published it is to be said still. */
  readonly listed: readonly SourceObject[];
  /** Given to who answered, and not cited by the text, which cites others. */
  readonly unused: readonly SourceObject[];
}

export function sourcesByPlace({ sources, said, placed }: Sourced): SourcesByPlace {
  const isListed = ({ id, url }: SourceObject): boolean => placed.has(id) && said.includes(url);
  const isCited = ({ id }: SourceObject): boolean => said.includes(`[${id}]`);
  const others = sources.filter((source) => !isListed(source));
  const citesAny = sources.some(isCited);
  return {
    below: others.filter((source) => isCited(source) || !citesAny),
    listed: sources.filter(isListed),
    unused: others.filter((source) => !isCited(source) && citesAny),
  };
}
