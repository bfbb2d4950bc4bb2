import { type ChangeClass, changeClass, changesBetween, firstReleaseClass, type PackChange, requiredSignOffs } from '@parlance/pack';
import { readTrust } from '@parlance/pack/node';
import { Command } from 'commander';
import { finish, type Outcome } from './outcome.ts';
import { readNamedPack, releasedName } from './named-pack.ts';
import { buildingIssues, namedPredecessor } from './read-predecessor.ts';
import { optionalTrustOption, releasesOption, todayOption } from './release-settings.ts';

interface DiffOptions {
  readonly json: boolean;
  readonly releases?: string;
  readonly trust?: string;
  readonly today: string;
}

export function packDiff(): Command {
  return new Command('diff')
    .description('say what changed between two packs, of which class each change is, and who has to approve it')
    .argument('<before>', 'a folder, or EE@0.1.0 out of --releases')
    .argument('<after>', 'a folder, or EE@0.1.0 out of --releases')
    .addOption(releasesOption())
    .addOption(optionalTrustOption())
    .addOption(todayOption())
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExit codes: 0 compared, whether there are changes or none, 2 wrong usage.')
    .action(async (before: string, after: string, options: DiffOptions) => {
      finish(await compare(before, after, options), options.json);
    });
}

/** What changed can be looked at in any case; the class is the strictest where nobody knows that `before` may be measured against. */
async function compare(before: string, after: string, { releases, trust: file, today }: DiffOptions): Promise<Outcome> {
  const changes = changesBetween(await readNamedPack(before, releases), await readNamedPack(after, releases));
  const trust = file === undefined ? null : readTrust(file);
  const isReleased = releasedName(before, releases) !== null;
  const step = isReleased ? await namedPredecessor(before, { ...(releases === undefined ? {} : { releases }), trust, today }) : null;
  const issues = buildingIssues(step, false).map((issue) => ({ ...issue, severity: 'warning' as const }));
  const change = changes.length === 0 ? null : issues.length > 0 ? firstReleaseClass : changeClass(changes);
  const required = change === null ? null : requiredSignOffs(change);
  const text = [...changes.map(changeText), change === null ? 'no changes' : summary(changes.length, change)].join('\n');
  return { issues, text, facts: { class: change, required, changes } };
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

function summary(count: number, change: ChangeClass): string {
  return `${count} ${count === 1 ? 'change' : 'changes'}, class ${change}: it takes ${requiredSignOffs(change)}; a third person signs the release`;
}
