import { type Gateway } from '../gateway.ts';
import { statedInForce, type LeafPlace, type StatedRelease } from '../record/stated-in-force.ts';
import { type LeafFact, type VersionFact } from '@parlance/web';

/** Every version of the country's pack that has been in force here, as the log says, the newest first; the first is the one in force. */
export async function packVersions({ country, log }: Pick<Gateway, 'country' | 'log'>): Promise<readonly VersionFact[]> {
  const { id, version, digest } = country.pack;
  const releases = (await statedInForce(log).releases()).filter(({ leaf }) => leaf.id === id);
  const runs = withoutRepeats(releases);
  const told = runs.map((release, place) =>
    versionFact(log.origin, release, { until: runs[place + 1]?.leaf.from ?? null, before: runs[place - 1] }),
  );
  const last = told.at(-1);
  // A log that cannot be read says nothing of the pack that answers all the same.
  const current = last?.digest === digest ? [] : [{ version, digest, ...unstated, previous: last?.digest ?? null }];
  return [...told, ...current].toReversed();
}

const unstated = { change: null, signedBy: [], from: null, until: null, leaf: null } as const;

/** The log of each half-year begins with what is in force already. */
function withoutRepeats(releases: readonly StatedRelease[]): readonly StatedRelease[] {
  return releases.filter(({ leaf }, place) => leaf.digest !== releases[place - 1]?.leaf.digest);
}

interface Around {
  readonly until: string | null;
  readonly before: StatedRelease | undefined;
}

function versionFact(origin: string, release: StatedRelease, { until, before }: Around): VersionFact {
  const { version, digest, change, signed_by: signedBy, from } = release.leaf;
  return { version, digest, change, signedBy, from, until, leaf: leafFact(origin, release), previous: before?.leaf.digest ?? null };
}

/** `log.example/2026h2` is the log of one half-year; those of others differ in the last part. */
export function leafFact(origin: string, { shard, position }: LeafPlace): LeafFact {
  return { log: `${origin.slice(0, origin.lastIndexOf('/') + 1)}${shard}`, position: String(position) };
}
