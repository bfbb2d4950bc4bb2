import { changeClass, changesBetween, type PackChange, requiredSignOffs } from '@parlance/pack';
import { Command } from 'commander';
import { finish } from './outcome.ts';
import { readNamedPack } from './named-pack.ts';
import { releasesOption } from './release-settings.ts';

interface DiffOptions {
  readonly json: boolean;
  readonly releases?: string;
}

export function packDiff(): Command {
  return new Command('diff')
    .description('say what changed between two packs, of which class each change is, and who has to approve it')
    .argument('<before>', 'a folder, or EE@0.1.0 out of --releases')
    .argument('<after>', 'a folder, or EE@0.1.0 out of --releases')
    .addOption(releasesOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExit codes: 0 compared, whether there are changes or none, 2 wrong usage.')
    .action(async (before: string, after: string, { json, releases }: DiffOptions) => {
      const changes = changesBetween(await readNamedPack(before, releases), await readNamedPack(after, releases));
      const change = changes.length === 0 ? null : changeClass(changes);
      const required = change === null ? null : requiredSignOffs(change);
      const text = [...changes.map(changeText), change === null ? 'no changes' : summary(changes)].join('\n');
      finish({ issues: [], text, facts: { class: change, required, changes } }, json);
    });
}

function changeText({ kind, file, field, before, after, class: change }: PackChange): string {
  return [
    `${change} ${file}${field === '' ? '' : ` ${field}`}: ${kind === 'respelt' ? 'other bytes that say the same' : kind}`,
    ...(before === null ? [] : [`  - ${cut(JSON.stringify(before))}`]),
    ...(after === null ? [] : [`  + ${cut(JSON.stringify(after))}`]),
    '',
  ].join('\n');
}

const longestShown = 300;

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}… (--json shows all)` : text;
}

function summary(changes: readonly PackChange[]): string {
  const change = changeClass(changes);
  return `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}, class ${change}: it takes ${requiredSignOffs(change)}; a third person signs the release`;
}
