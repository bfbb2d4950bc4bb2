import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packOnDisk } from '../../apps/cli/src/testing/pack-on-disk.ts';
import { finished } from './run-parlance.ts';

test('a link out of a pack is told as text with the same words', async () => {
  const pack = packOnDisk();
  symlinkSync('/etc/passwd', join(pack.folder, 'terminology/ru.csv'));
  const run = await finished(['pack', 'check', pack.folder]);
  pack.remove();
  expect(run.code).toBe(1);
  expect(run.text).toContain('expected what lies in the folder itself, received a link');
  expect(run.text).toContain('Put the file itself in its place.');
});

test('parlance pack check --watch goes with text only', async () => {
  const { code, text } = await finished(['pack', 'check', '--watch', '--format', 'sarif', 'packs/ee']);
  expect(code).toBe(2);
  expect(text).toContain('--watch');
});

test('parlance pack check --format sarif is JSON with the files as they are named from here', async () => {
  const { code, text } = await finished(['pack', 'check', '--format', 'sarif', 'packs/ee', 'packs/ma']);
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'parlance' } } }] });
  expect(text).toContain('"uri": "packs/ma/safety.yaml"');
});
