import { checkPack, followIssues, lastStep, type Release, releaseFile, verifyRelease } from '@parlance/pack';
import { addStep, readPackFolder, readReleasedPack, readTrust, storePack } from '@parlance/pack/node';
import { CodedError } from '@parlance/core';
import { Command } from 'commander';
import { historyOf } from './named-pack.ts';
import { finish, hasErrors, type Outcome } from './outcome.ts';
import { buildingIssues } from './read-predecessor.ts';
import { anewOption, exitCodes, releasesOption, todayOption, trustOption } from './release-settings.ts';

interface ReleaseOptions {
  readonly releases: string;
  readonly trust: string;
  readonly today: string;
  readonly anew: boolean;
  readonly json: boolean;
}

export function packRelease(): Command {
  return new Command('release')
    .description('verify a signed pack and put it into the folder of releases, from which gateways take it on its day')
    .argument('<folder>', 'the folder that holds pack.yaml and pack.sig')
    .addOption(releasesOption().makeOptionMandatory())
    .addOption(trustOption())
    .addOption(anewOption())
    .addOption(todayOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', exitCodes)
    .action(async (folder: string, options: ReleaseOptions) => {
      finish(await release(folder, options), options.json);
    });
}

async function release(folder: string, { releases, trust: trustFile, today, anew }: ReleaseOptions): Promise<Outcome> {
  const trust = readTrust(trustFile);
  const files = await readPackFolder(folder);
  const { pack, issues: unsound } = checkPack(files, { today });
  if (pack === null) return refusal(folder, unsound);
  const place = { releases, country: pack.id };
  const history = await historyOf(place);
  const step = await lastStep({ history, trust, today, readPack: (digest) => readReleasedPack(place, digest) });
  const order = [...buildingIssues(step, anew), ...followIssues({ files, file: releaseFile, previous: step?.digest ?? null }, history)];
  if (hasErrors(order)) return refusal(folder, order);
  const before = step?.files ?? null;
  const { release: verified, issues } = await verifyRelease({ files, trust, today, before, mayBePending: true });
  if (verified === null) return refusal(folder, issues);
  const number = history.length + 1;
  await storePack(place, files);
  await addStep(place, { number, bytes: bytesOf(files) });
  const { statement, signedBy } = verified;
  return { issues, text: describe(verified, number), facts: { number, statement, signed_by: signedBy } };
}

function bytesOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = files.get(releaseFile);
  if (bytes === undefined) throw new CodedError('bad_usage', 'the pack has no pack.sig');
  return bytes;
}

function refusal(folder: string, issues: Outcome['issues']): Outcome {
  return { issues, text: `${folder}: not released`, facts: { number: null } };
}

function describe({ statement: { pack, version, digest, from, until }, signedBy }: Release, number: number): string {
  return [
    `${pack} ${version} released as step ${number}, in force from ${from} until ${until}`,
    `  ${digest}`,
    `  signed by ${signedBy.join(', ')}`,
  ].join('\n');
}
