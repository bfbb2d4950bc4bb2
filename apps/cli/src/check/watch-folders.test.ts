import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackIssue } from '@parlance/pack';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PackOnDisk, packOnDisk } from '../testing/pack-on-disk.ts';
import { issueChanges } from './issue-changes.ts';
import { plain } from './palette.ts';
import { watchFolders } from './watch-folders.ts';

let pack: PackOnDisk;
let printed: string[];
let stop: AbortController;
let watching: Promise<void>;

beforeEach(async () => {
  pack = packOnDisk();
  printed = [];
  stop = new AbortController();
  watching = watchFolders({
    folders: [pack.folder],
    today: () => '2026-11-21',
    clock: () => '12:00:00',
    palette: plain,
    write: (text) => printed.push(text),
    interval: 20,
    stop: stop.signal,
  });
  await expect.poll(() => printed.join(''), { timeout: 30_000 }).toContain('Watching');
});
afterEach(async () => {
  stop.abort();
  await watching;
  pack.remove();
});

/** Waits until this was printed after what was waited for before. */
async function next(part: string): Promise<void> {
  await expect.poll(() => printed.slice(2).join(''), { timeout: 30_000 }).toContain(part);
  printed.length = 2;
}

describe('watching a pack', () => {
  test('shows first everything, then only what came and what went', async () => {
    expect(printed.join('')).toContain('0 issues');
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    await next('new ' + join(pack.folder, 'privacy.yaml') + ':3 S1 retention.max_days');
    pack.change('pack.yaml', 'general: state-information', 'general: nowhere');
    await expect.poll(() => printed.slice(2).join(''), { timeout: 30_000 }).toContain('2 issues');
    expect(printed.slice(2).join('')).not.toContain('privacy.yaml');
    printed.length = 2;
    pack.change('privacy.yaml', 'max_days: many', 'max_days: 30');
    await next('mended ' + join(pack.folder, 'privacy.yaml'));
  });

  test('sees a file that was written beside and renamed over the old one', async () => {
    const temporary = join(pack.folder, '..', 'swap-file');
    writeFileSync(temporary, 'identifiers: []\nminimise: []\nretention: {max_days: none}\n');
    renameSync(temporary, join(pack.folder, 'privacy.yaml'));
    await next('retention.max_days');
  });

  test('sees new folders, and files that go', async () => {
    pack.write('surprise/new.yaml', 'a: b\n');
    await next('surprise/new.yaml');
    rmSync(join(pack.folder, 'surprise'), { recursive: true });
    await next('mended');
  });

  test('survives the loss of the folder and its return', async () => {
    renameSync(pack.folder, `${pack.folder}-away`);
    await next('1 issue');
    renameSync(`${pack.folder}-away`, pack.folder);
    await next('0 issues');
  });

  test('is quiet when nothing changes', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(printed).toHaveLength(2);
  });
});

describe('changes between two runs', () => {
  const issue: PackIssue = {
    file: 'a.yaml',
    line: 1,
    column: 1,
    rule: 'S1',
    severity: 'error',
    path: 'x',
    code: 'missing',
    expected: 'y',
    received: 'nothing',
    mend: 'Add x.',
  };

  test('an issue that only moved neither came nor went', () => {
    expect(issueChanges([issue], [{ ...issue, line: 7, column: 3 }])).toEqual({ added: [], mended: [] });
  });

  test('one of two alike that went is mended once', () => {
    expect(issueChanges([issue, { ...issue, line: 2 }], [issue]).mended).toHaveLength(1);
    expect(issueChanges([issue], [issue, { ...issue, line: 2 }]).added).toHaveLength(1);
  });
});
