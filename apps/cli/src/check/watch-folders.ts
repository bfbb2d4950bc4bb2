import { setTimeout as wait } from 'node:timers/promises';
import { type PackIssue } from '@parlance/pack';
import { checkFolder, type CheckedFolder } from './check-folder.ts';
import { checkText, issueText, pathOf, summary } from './check-text.ts';
import { folderStamp } from './folder-stamp.ts';
import { issueChanges } from './issue-changes.ts';
import { type Palette } from './palette.ts';

export interface Watching {
  readonly folders: readonly string[];
  /** Asked before each run: a watch may go on over midnight. */
  readonly today: () => string;
  /** `HH:MM:SS`. */
  readonly clock: () => string;
  readonly palette: Palette;
  readonly write: (text: string) => void;
  /** Milliseconds between two looks, and that a folder has to stay as it is before it is checked. */
  readonly interval: number;
  readonly stop: AbortSignal;
}

interface Watched {
  readonly stamp: string;
  readonly checked: CheckedFolder;
}

/** Checks once, then again whenever a folder changes, until it is told to stop. Later runs show only what came and what went. */
export async function watchFolders(watching: Watching): Promise<void> {
  const { folders, palette, write } = watching;
  let states: readonly Watched[] = await Promise.all(folders.map((folder) => look(watching, folder)));
  write(
    checkText(
      states.map(({ checked }) => checked),
      palette,
    ),
  );
  write(`\nWatching ${folders.map((folder) => pathOf(folder, '.')).join(', ')}; Ctrl-C ends it.\n`);
  while (!isStopped(watching)) {
    await pause(watching);
    const next: Watched[] = [];
    for (const state of states) next.push(await lookAgain(watching, state));
    states = next;
  }
}

async function look({ today }: Watching, folder: string): Promise<Watched> {
  // The stamp is older than what was read: what changes in between is seen at the next look.
  const stamp = await folderStamp(folder);
  return { stamp, checked: await checkFolder(folder, today()) };
}

async function lookAgain(watching: Watching, state: Watched): Promise<Watched> {
  const { folder } = state.checked;
  let stamp = await folderStamp(folder);
  if (stamp === state.stamp || isStopped(watching)) return state;
  for (let before = ''; stamp !== before && !isStopped(watching); stamp = await folderStamp(folder)) {
    before = stamp;
    await pause(watching);
  }
  const next = await look(watching, folder);
  if (!isStopped(watching)) watching.write(changesText(watching, state.checked, next.checked));
  return next;
}

function isStopped({ stop }: Watching): boolean {
  return stop.aborted;
}

async function pause({ interval, stop }: Watching): Promise<void> {
  // Being told to stop ends the pause; the loop sees it.
  await wait(interval, undefined, { signal: stop }).catch(() => undefined);
}

function changesText({ clock, palette }: Watching, before: CheckedFolder, after: CheckedFolder): string {
  const { added, mended } = issueChanges(before.issues, after.issues);
  const place = ({ file, line, path, rule }: PackIssue): string => `${pathOf(after.folder, file)}:${line} ${rule} ${path}`.trimEnd();
  const nothing = added.length + mended.length === 0 ? [palette.faint('  no issue came or went')] : [];
  return [
    '',
    `${palette.faint(clock())} ${pathOf(after.folder, '.')} changed`,
    ...mended.map((issue) => `  ${palette.good('mended')} ${place(issue)}`),
    ...added.flatMap((issue) => [`  ${palette.error('new')} ${place(issue)}`, issueText(issue, palette)]),
    ...nothing,
    `${summary(after, palette)}\n`,
  ].join('\n');
}
