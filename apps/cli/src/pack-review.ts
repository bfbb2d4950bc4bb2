import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { checkPack, requiredSignOffs, reviewFileOf, reviewRoles, signStatement } from '@parlance/pack';
import { readPackFolder, readTrust, replaceFile } from '@parlance/pack/node';
import { Command } from 'commander';
import { finish, hasErrors, type Outcome } from './outcome.ts';
import { anewOption, beforeOption, exitCodes, optionalTrustOption, releasesOption, todayOption } from './release-settings.ts';
import { buildingIssues, readPredecessor, subjectAfter } from './read-predecessor.ts';
import { readSigner } from './signing-key.ts';

interface ReviewOptions {
  readonly key: string;
  readonly role: string;
  readonly reject: boolean;
  readonly before?: string;
  readonly releases?: string;
  readonly trust?: string;
  readonly anew: boolean;
  readonly today: string;
  readonly json: boolean;
}

export function packReview(): Command {
  return new Command('review')
    .description('approve or reject exactly these files of a pack; checks them first')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .requiredOption('--key <file>', 'your key, as "parlance pack key" made it')
    .requiredOption('--role <role>', `in which you review: ${reviewRoles.join(', ')}`)
    .option('--reject', 'reject instead of approve', false)
    .addOption(beforeOption())
    .addOption(releasesOption())
    .addOption(optionalTrustOption())
    .addOption(anewOption())
    .addOption(todayOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', exitCodes)
    .action(async (folder: string, options: ReviewOptions) => {
      finish(await review(folder, options), options.json);
    });
}

async function review(folder: string, options: ReviewOptions): Promise<Outcome> {
  const role = reviewRoles.find((each) => each === options.role);
  if (role === undefined)
    throw new CodedError('bad_usage', `--role: expected one of ${reviewRoles.join(', ')}, received ${options.role.slice(0, 40)}`);
  const signer = readSigner(options.key);
  const files = await readPackFolder(folder);
  const { issues } = checkPack(files, { today: options.today });
  const trust = options.trust === undefined ? null : readTrust(options.trust);
  const before = await readPredecessor(files, { ...options, trust });
  const ungrounded = buildingIssues(before, options.anew || options.reject);
  if (hasErrors(ungrounded)) return { issues: ungrounded, text: `${folder}: not reviewed`, facts: { file: null } };
  const subject = subjectAfter(files, before);
  if (subject === null || (hasErrors(issues) && !options.reject)) {
    return { issues, text: `${folder}: not reviewed; a pack with issues cannot be approved`, facts: { file: null } };
  }
  const decision = options.reject ? 'reject' : 'approve';
  const statement = { v: 1, ...subject, role, decision, day: options.today } as const;
  const target = join(folder, reviewFileOf(signer.keyId));
  await replaceFile(target, await signStatement('review', statement, signer), `${target}.${randomUUID()}`);
  const word = options.reject ? 'rejected' : 'approved';
  return {
    issues: options.reject ? [] : issues,
    text: [
      `${target}: ${subject.pack} ${subject.version} ${word} as ${role} by ${signer.keyId}`,
      `  ${subject.digest}, ${subject.previous === null ? 'a first release' : `after ${subject.previous}`}`,
      `  class ${subject.change}: it takes ${requiredSignOffs(subject.change)}`,
    ].join('\n'),
    facts: { file: target, statement },
  };
}
