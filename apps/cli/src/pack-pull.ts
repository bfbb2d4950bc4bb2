import { CodedError } from '@parlance/core';
import { pullBundle, type Pulled, readTrust } from '@parlance/pack/node';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { readPredecessor } from './read-predecessor.ts';
import { issueLines, registryOptions, type RegistryFlags, registryHelp, say, spokenTo, transferProgress } from './registry-options.ts';
import { beforeOption, releasesOption } from './release-settings.ts';

interface PullOptions extends RegistryFlags {
  readonly out: string;
  readonly trust?: string;
  readonly before?: string;
  readonly releases?: string;
}

export function packPull(): Command {
  const command = new Command('pull')
    .description('fetch a pack out of an OCI registry into a fresh folder, when every byte is right and the pack passes its checks')
    .argument('<reference>', '<registry>/<repository>:tag, or @digest for exactly this bundle')
    .requiredOption('--out <folder>', 'a folder that is not there yet')
    .option('--trust <file>', "the operator's keys and roles, trust.yaml: without it nobody's signature is checked")
    .addOption(beforeOption())
    .addOption(releasesOption());
  return registryOptions(command)
    .addHelpText('after', registryHelp)
    .action((text: string, options: PullOptions) =>
      say(async () => {
        const { client, reference } = spokenTo(text, options);
        if (reference.tag === null && reference.digest === null)
          throw new CodedError('bad_usage', `${text.slice(0, 200)}: name a tag or a digest after the repository`);
        const trust = options.trust === undefined ? null : readTrust(options.trust);
        const pulled = await pullBundle({
          client,
          reference,
          target: options.out,
          trust,
          readBefore: async (files) => (await readPredecessor(files, { ...options, trust }))?.files ?? null,
          today: options.today,
          onProgress: transferProgress('files'),
        });
        const ok = pulled.issues.every(({ severity }) => severity !== 'error');
        process.stdout.write(options.json ? jsonText({ ok, ...pulled, out: ok ? options.out : null }) : report(pulled, options.out, ok));
        return ok ? clean : issuesFound;
      }),
    );
}

function report({ identity, digest, files, signedBy, issues }: Pulled, out: string, ok: boolean): string {
  const { id, version, digest: pack } = identity;
  return [
    `${issueLines(issues)}${id} ${version}, ${files} files`,
    `  bundle ${digest}`,
    `  pack   ${pack}`,
    signedBy === null
      ? "  NOBODY'S SIGNATURE WAS CHECKED: name your trust.yaml with --trust"
      : signedBy.length === 0
        ? '  not signed as your trust asks'
        : `  signed by ${signedBy.join(', ')}`,
    ok ? `written to ${out}` : 'refused: nothing was written',
    '',
  ].join('\n');
}
