import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { driftingLeaves, mediationOf, tallyOf, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { finished } from './run-parlance.ts';

let folder: string;
let quiet: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-drift-command-'));
  quiet = join(folder, 'quiet');
  await writeLog(folder, driftingLeaves());
  await writeLog(quiet, [mediationOf(1), tallyOf('2026-11-21T13Z', [mediationOf(1)], 40)]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('parlance drift', () => {
  test('ends with code 3 where something stands out, and is the same bytes in another time zone and locale', async () => {
    const asked = ['drift', '--log', folder, '--json'];
    const here = await finished(asked, { TZ: 'UTC', LANG: 'C' });
    const there = await finished(asked, { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(here).toMatchObject({ code: 3, text: expect.stringContaining('"verdict": "rose"') as string });
    expect(there.text).toBe(here.text);
  });

  test('says it in words', async () => {
    const { text } = await finished(['drift', '--log', folder]);
    expect(text).toMatch(/omit ee\.rule\.1: at least [\d.]+ times as often as before/);
    expect(text).toContain('for review: ee.rule.1 (Act 1, § 1 (EE)): rose, objections');
  });

  test.each([
    [['--month', '2026-10'], 0, 'Nothing stands out.'],
    [['--month', '2020-01'], 1, 'no ten answers of 2020-01; nor of any month before it'],
    [['--month', '2026-13'], 2, '--month'],
    [['--policy', '/nonexistent'], 2, 'no file that can be read'],
  ])('%j ends with code %i and says why', async (args, code, said) => {
    expect(await finished(['drift', '--log', folder, ...args])).toMatchObject({ code, text: expect.stringContaining(said) as string });
  });

  test('of a log of one month, which nothing is held against, ends with code 0 and does not say that nothing stands out', async () => {
    expect(await finished(['drift', '--log', quiet])).toMatchObject({
      code: 0,
      text: expect.stringContaining('Nothing could be judged yet') as string,
    });
  });
});
