import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parlanceCommand, shown, stepsOf } from './documented-server.ts';
import { finished, parlance, stopAll } from './process/run-parlance.ts';

const document = readFileSync(join(import.meta.dirname, '..', 'docs', 'writing-a-pack.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parlance-writing-'));

afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

async function outputOf(command: string): Promise<string> {
  const child = spawn('sh', ['-c', command.replaceAll('npx parlance', parlanceCommand)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (printed += part.toString()));
  await once(child, 'close');
  return printed.trim();
}

/** Files that the page tells to save, and its commands, in order. */
const parts = document.split(/(?=^Save this as `)/m).map((part) => {
  const [, file = null, text = ''] = /^Save this as `([^`]+)`:\n\n```yaml\n([\s\S]*?)```/.exec(part) ?? [];
  return { file, text, steps: stepsOf(part) };
});

describe('docs/writing-a-pack.md', () => {
  test('shows a file to save and commands', () => {
    expect(parts.filter(({ file }) => file !== null)).toHaveLength(1);
    expect(parts.flatMap(({ steps }) => steps).length).toBeGreaterThan(6);
  });

  describe.each(parts)('$file', ({ file, text, steps }) => {
    test('is saved before the commands that follow', () => {
      if (file === null) return;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    });
    test.each(steps)('$command prints what is shown', async ({ command, output }) => {
      expect(await outputOf(command)).toMatch(shown(output));
    });
  });

  test('leaves a pack with which the service starts', async () => {
    const run = parlance(['serve'], { PARLANCE_PACKS: join(folder, 'packs', 'zz'), PARLANCE_DATA: join(folder, 'data') });
    await expect.poll(run.printed, { timeout: 60_000 }).toContain('In a browser');
    run.child.kill('SIGTERM');
    expect(await run.exited).toBe(0);
  });
});

describe('parlance pack new', () => {
  const facts = [
    'emergency.number=112',
    'emergency.language=et',
    'emergency.source=https://www.112.ee/',
    'emergency.publisher=Häirekeskus',
    'emergency.read=2026-11-01',
  ];
  const set = (names: readonly string[]): readonly string[] => names.flatMap((fact) => ['--set', fact]);

  test('does not pass in a language whose messages nobody has translated, and gives a sheet to translate from', async () => {
    const out = join(folder, 'ee');
    const words = [
      'issuer.et=Proov',
      'contact.name.et=Amet',
      'note.et=Mustand.',
      'emergency.name.et=Hädaabinumber',
      'emergency.what.et=Helistage, kui elu on ohus.',
      'sector.et=Teenused',
    ];
    const made = await finished([
      'pack',
      'new',
      'EE',
      '--languages',
      'et',
      '--out',
      out,
      ...set([...facts, ...words, 'contact.url=https://www.eesti.ee/', 'currency=EUR']),
    ]);
    expect(made.text).toContain('The charter does not speak et: the pack does not pass until');
    expect(made.code).toBe(0);
    expect(readFileSync(`${out}-to-translate/et.md`, 'utf8')).toContain('{$type}');
    const checked = await finished(['pack', 'check', '--json', out]);
    expect(checked.code).toBe(1);
    const { issues } = JSON.parse(checked.text) as { readonly issues: readonly { readonly file: string }[] };
    expect(new Set(issues.map(({ file }) => file))).toEqual(new Set(['notices/et.yaml']));
  });

  test.each([
    ['an emergency number that the country does not have', [...facts, 'emergency.number=111'], 'S7'],
    ['a day that does not exist', [...facts, 'emergency.read=2026-02-30'], 'emergency.read: expected a day'],
    ['a fact that no pack has', [...facts, 'mood=good'], 'mood: no such fact'],
    ['no emergency number, even as an example of a real country', [], 'emergency.number'],
  ])('makes nothing with %s', async (_name, given, told) => {
    const out = join(folder, 'nothing');
    const { code, text } = await finished(['pack', 'new', 'EE', '--example', '--out', out, ...set(given)]);
    expect(code).toBe(2);
    expect(text).toContain(told);
    expect(() => readFileSync(join(out, 'pack.yaml'))).toThrow('ENOENT');
  });

  test('writes over nothing', async () => {
    mkdirSync(join(folder, 'taken'), { recursive: true });
    writeFileSync(join(folder, 'taken', 'note.txt'), 'mine');
    const { code, text } = await finished(['pack', 'new', 'ZZ', '--example', '--out', join(folder, 'taken')]);
    expect(code).toBe(2);
    expect(text).toContain('not empty');
  });
});
