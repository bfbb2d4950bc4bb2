import { Command } from 'commander';
import { askedCommands, type CommandLoaders } from './asked-commands.ts';

const commands: CommandLoaders = new Map([
  ['new', async () => (await import('./pack-new.ts')).packNew()],
  ['check', async () => (await import('./pack-check.ts')).packCheck()],
  ['explain', async () => (await import('./pack-explain.ts')).packExplain()],
  ['preview', async () => (await import('./pack-preview.ts')).packPreview()],
  ['schema', async () => (await import('./pack-schema.ts')).packSchema()],
  ['diff', async () => (await import('./pack-diff.ts')).packDiff()],
  ['key', async () => (await import('./pack-key.ts')).packKey()],
  ['review', async () => (await import('./pack-review.ts')).packReview()],
  ['sign', async () => (await import('./pack-sign.ts')).packSign()],
  ['verify', async () => (await import('./pack-verify.ts')).packVerify()],
  ['release', async () => (await import('./pack-release.ts')).packRelease()],
  ['rollback', async () => (await import('./pack-rollback.ts')).packRollback()],
  ['publish', async () => (await import('./pack-publish.ts')).packPublish()],
  ['pull', async () => (await import('./pack-pull.ts')).packPull()],
]);

/** `parlance pack`: for those who write, review and release packs, and for whoever has to know what one does. */
export async function packCommand(asked: string | undefined): Promise<Command> {
  const pack = new Command('pack').description(
    'work on country packs: begin, check, explain, preview and compare them, review, sign, release and roll back',
  );
  for (const command of await askedCommands(commands, asked)) pack.addCommand(command);
  return pack;
}
