import { type LeafFact, type VersionFact } from '@parlance/web';
import { type Gateway, type LiveGateway } from '../gateway.ts';
import { type LeafPlace, statedInForce, type StatedRelease } from '../record/stated-in-force.ts';
import { rollbackReasons } from './rollback-reasons.ts';
import { versionReviews } from './version-reviews.ts';

/** Every version of the country's pack that has been in force here, as the log says, the newest first; the first is the one in force. */
export async function packVersions(
  { country, log, config }: Pick<Gateway, 'country' | 'log' | 'config'>,
  countries: LiveGateway['countries'],
): Promise<readonly VersionFact[]> {
  const { id, version, digest } = country.pack;
  const releases = withoutRepeats((await statedInForce(log).releases()).filter(({ leaf }) => leaf.id === id));
  const reasonOf = await rollbackReasons(log)({ releases: config.releases, country: id }, releases);
  const told: VersionFact[] = [];
  // One after the other: each may have to be read from the disk.
  for (const [place, release] of releases.entries()) {
    const { leaf } = release;
    const reviews = await versionReviews(countries)(leaf.digest);
    const previous = releases[place - 1]?.leaf.digest ?? null;
    told.push({
      version: leaf.version,
      digest: leaf.digest,
      change: leaf.change,
      signedBy: leaf.signed_by,
      // The log names whose word counted when the version came into force.
      reviews: reviews.filter(({ keyId }) => leaf.signed_by.includes(keyId)),
      from: leaf.from,
      until: releases[place + 1]?.leaf.from ?? null,
      leaf: leafFact(log.origin, release),
      previous,
      cameBack: reasonOf({ release, left: previous }),
    });
  }
  const last = told.at(-1);
  // A log that cannot be read says nothing of the pack that answers all the same.
  const current = last?.digest === digest ? [] : [{ version, digest, ...unstated, previous: last?.digest ?? null }];
  return [...told, ...current].toReversed();
}

const unstated = { change: null, signedBy: [], reviews: [], from: null, until: null, leaf: null, cameBack: null } as const;

/** The log of each half-year begins with what is in force already. */
function withoutRepeats(releases: readonly StatedRelease[]): readonly StatedRelease[] {
  return releases.filter(({ leaf }, place) => leaf.digest !== releases[place - 1]?.leaf.digest);
}

/** `log.example/2026h2` is the log of one half-year; those of others differ in the last part. */
export function leafFact(origin: string, { shard, position }: LeafPlace): LeafFact {
  return { log: `${origin.slice(0, origin.lastIndexOf('/') + 1)}${shard}`, position: String(position) };
}
