import { checkPack, bundleError, identityOf, type PackFiles } from '@parlance/pack';
import { publishBundle, type Published, readPackFolder } from '@parlance/pack/node';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { issueLines, registryOptions, type RegistryFlags, registryHelp, say, spokenTo, transferProgress } from './registry-options.ts';

interface PublishOptions extends RegistryFlags {
  readonly requireSigned: boolean;
  readonly moveTag: boolean;
}

export function packPublish(): Command {
  const command = new Command('publish')
    .description('put a pack into an OCI registry, under its version or the tag that you name')
    .argument('<folder>', 'the folder that holds pack.yaml')
    .argument('<reference>', '<registry>/<repository>[:tag], for example registry.example.org/packs/ee')
    .option('--require-signed', 'refuse a pack without pack.sig', false)
    .option('--move-tag', 'let a tag name this pack from now on that names another one', false);
  return registryOptions(command)
    .addHelpText('after', registryHelp)
    .action((folder: string, text: string, options: PublishOptions) =>
      say(async () => {
        const { client, reference } = spokenTo(text, options);
        const files = await readPackFolder(folder);
        const { issues } = checkPack(files, { today: options.today });
        const errors = issues.filter(({ severity }) => severity === 'error');
        const identity = identityOf(files);
        if (errors.length > 0 || identity === null) {
          process.stderr.write(`${issueLines(errors)}${folder} does not pass parlance pack check, so it is not published\n`);
          return issuesFound;
        }
        refuseUnsigned(files, options.requireSigned);
        const done = await publishBundle({
          client,
          reference,
          files,
          identity,
          mayMove: options.moveTag,
          onProgress: transferProgress('files'),
        });
        const address = `${reference.registry}/${reference.repository}`;
        process.stdout.write(options.json ? jsonText({ ok: true, ...done, pack: identity, address }) : report(done, identity, address));
        return clean;
      }),
    );
}

function refuseUnsigned(files: PackFiles, isRequired: boolean): void {
  if (files.has('pack.sig')) return;
  if (isRequired) throw bundleError('bundle_not_a_pack', 'the pack has no pack.sig, and --require-signed was asked for');
  process.stderr.write('WARNING: nobody has signed this pack; production mode will refuse it\n');
}

function report(
  { tag, digest, sent, files }: Published,
  { id, version }: { readonly id: string; readonly version: string },
  address: string,
): string {
  return [`${id} ${version}: ${files} files, ${sent} of them new to the registry`, `${address}:${tag}`, `${address}@${digest}`, ''].join(
    '\n',
  );
}
