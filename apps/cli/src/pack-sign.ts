import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  checkPack,
  identityOf,
  type PackFiles,
  releaseFile,
  reviewCountIssues,
  type ReleaseStatement,
  signStatement,
  verifyRelease,
  verifyReviews,
} from '@parlance/pack';
import { readPackFolder, readTrust, replaceFile } from '@parlance/pack/node';
import { Command } from 'commander';
import { finish, hasErrors, type Outcome } from './outcome.ts';
import { anewOption, beforeOption, dayOf, exitCodes, releasesOption, todayOption, trustOption } from './release-settings.ts';
import { buildingIssues, readPredecessor, subjectAfter } from './read-predecessor.ts';
import { readSigner } from './signing-key.ts';

interface SignOptions {
  readonly key: string;
  readonly trust: string;
  readonly from?: string;
  readonly until: string;
  readonly before?: string;
  readonly releases?: string;
  readonly anew: boolean;
  readonly today: string;
  readonly json: boolean;
}

export function packSign(): Command {
  return new Command('sign')
    .description('sign a pack that was reviewed, for a time; refuses when the reviews are not enough')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .requiredOption('--key <file>', 'your key, as "parlance pack key" made it')
    .addOption(trustOption())
    .option('--from <day>', 'the first day in force; today by default', dayOf('--from'))
    .requiredOption('--until <day>', 'the last day in force', dayOf('--until'))
    .addOption(beforeOption())
    .addOption(releasesOption())
    .addOption(anewOption())
    .addOption(todayOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', exitCodes)
    .action(async (folder: string, options: SignOptions) => {
      finish(await signed(folder, options), options.json);
    });
}

/** Signs in memory and verifies what came out; only what verifies is written. */
async function signed(folder: string, options: SignOptions): Promise<Outcome> {
  const { today } = options;
  const signer = readSigner(options.key);
  const trust = readTrust(options.trust);
  const files = withoutRelease(await readPackFolder(folder));
  const { issues } = checkPack(files, { today });
  const step = await readPredecessor(files, { ...options, trust });
  const [subject, identity] = [subjectAfter(files, step), identityOf(files)];
  const found = [...buildingIssues(step, options.anew), ...issues];
  if (subject === null || identity === null || hasErrors(found)) return unsigned(folder, found);
  const { counted } = await verifyReviews(files, { subject, trust, today, named: null });
  const releaser = trust.keys.get(signer.keyId)?.person;
  const reviews = counted.filter(({ person }) => person !== releaser).map(({ digest }) => digest);
  const tooMany = reviewCountIssues(reviews.length);
  if (hasErrors(tooMany)) return unsigned(folder, tooMany);
  const terms = { day: today, from: options.from ?? today, until: options.until };
  const statement: ReleaseStatement = { v: 1, ...subject, charter: identity.charter, reviews: reviews.sort(), ...terms };
  const bytes = await signStatement('release', statement, signer);
  const before = step?.files ?? null;
  const verified = await verifyRelease({ files: new Map([...files, [releaseFile, bytes]]), trust, today, before, mayBePending: true });
  if (verified.release === null) return unsigned(folder, verified.issues);
  const target = join(folder, releaseFile);
  await replaceFile(target, bytes, `${target}.${randomUUID()}`);
  return { issues: verified.issues, text: describe(target, statement, signer.keyId), facts: { file: target, statement } };
}

function unsigned(folder: string, issues: Outcome['issues']): Outcome {
  return { issues, text: `${folder}: not signed`, facts: { file: null } };
}

function withoutRelease(files: PackFiles): PackFiles {
  return new Map([...files].filter(([path]) => path !== releaseFile));
}

function describe(target: string, { pack, version, digest, change, reviews, from, until }: ReleaseStatement, keyId: string): string {
  return [
    `${target}: ${pack} ${version} signed by ${keyId} with ${reviews.length} reviews`,
    `  ${digest}, class ${change}, in force from ${from} until ${until}`,
  ].join('\n');
}
