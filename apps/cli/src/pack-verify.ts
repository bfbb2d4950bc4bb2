import { type Release, verifyRelease } from '@parlance/pack';
import { readPackFolder, readTrust } from '@parlance/pack/node';
import { Command } from 'commander';
import { finish } from './outcome.ts';
import { buildingIssues, readPredecessor } from './read-predecessor.ts';
import { beforeOption, exitCodes, releasesOption, todayOption, trustOption } from './release-settings.ts';

interface VerifyOptions {
  readonly trust: string;
  readonly before?: string;
  readonly releases?: string;
  readonly today: string;
  readonly json: boolean;
}

export function packVerify(): Command {
  return new Command('verify')
    .description(
      'verify the signatures of a pack against the keys and roles that the operator trusts (S14); "check" looks at what the pack says',
    )
    .argument('<folder>', 'the folder that holds pack.yaml and pack.sig')
    .addOption(trustOption())
    .addOption(beforeOption())
    .addOption(releasesOption())
    .addOption(todayOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', exitCodes)
    .action(async (folder: string, options: VerifyOptions) => {
      const files = await readPackFolder(folder);
      const [trust, today] = [readTrust(options.trust), options.today];
      const step = await readPredecessor(files, { ...options, trust });
      const { release, issues: own } = await verifyRelease({ files, trust, today, before: step?.files ?? null });
      const issues = [...own, ...buildingIssues(step, false).map((issue) => ({ ...issue, severity: 'warning' as const }))];
      const facts = release === null ? { release: null } : { release: { ...release.statement, signed_by: release.signedBy } };
      finish({ issues, text: release === null ? `${folder}: refused` : describe(folder, release), facts }, options.json);
    });
}

function describe(folder: string, { statement: { pack, version, digest, from, until }, change, signedBy }: Release): string {
  return [
    `${folder}: ${pack} ${version} is signed as a change of class ${change}, in force from ${from} until ${until}`,
    `  ${digest}`,
    `  signed by ${signedBy.join(', ')}`,
  ].join('\n');
}
