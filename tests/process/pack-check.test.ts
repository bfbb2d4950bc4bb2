import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PackOnDisk, packOnDisk } from '../../apps/cli/src/testing/pack-on-disk.ts';
import { finished, parlance, stopAll } from './run-parlance.ts';

const packs: PackOnDisk[] = [];
const servers: Server[] = [];

afterAll(async () => {
  await stopAll();
  for (const server of servers) server.close();
  for (const pack of packs) pack.remove();
});

function fresh(): PackOnDisk {
  const pack = packOnDisk();
  packs.push(pack);
  return pack;
}

interface Bad {
  readonly name: string;
  /** File, rule and code of an issue that has to be among those found. */
  readonly issue: string;
  readonly make: (pack: PackOnDisk) => void | Promise<void>;
}

const path = (pack: PackOnDisk, file: string): string => join(pack.folder, file);
const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

const bad: readonly Bad[] = [
  {
    name: 'broken YAML',
    issue: 'privacy.yaml S1 yaml',
    make: (pack) => {
      pack.write('privacy.yaml', 'identifiers: [iban\nminimise: "');
    },
  },
  {
    name: 'a tab for indentation',
    issue: 'privacy.yaml S1 yaml',
    make: (pack) => {
      pack.write('privacy.yaml', 'retention:\n\tmax_days: 30\n');
    },
  },
  {
    name: 'UTF-16',
    issue: 'privacy.yaml S9 not-utf-8',
    make: (pack) => {
      writeFileSync(path(pack, 'privacy.yaml'), Buffer.from('\ufeffidentifiers: []\n', 'utf16le'));
    },
  },
  {
    name: 'Latin-1',
    issue: 'privacy.yaml S9 not-utf-8',
    make: (pack) => {
      writeFileSync(path(pack, 'privacy.yaml'), Buffer.from('identifiers: [é]\n', 'latin1'));
    },
  },
  {
    name: 'zero bytes',
    issue: 'privacy.yaml S9 control',
    make: (pack) => {
      pack.write('privacy.yaml', 'identifiers: [\u0000]\n');
    },
  },
  {
    name: 'an empty file',
    issue: 'privacy.yaml S1 wrong-value',
    make: (pack) => {
      pack.write('privacy.yaml', '');
    },
  },
  {
    name: 'a file too large to read',
    issue: 'privacy.yaml S1 pack_file_too_large',
    make: (pack) => {
      pack.write('privacy.yaml', 'a'.repeat(2 ** 20 + 1));
    },
  },
  {
    name: 'a file too large to parse',
    issue: 'privacy.yaml S1 too-large',
    make: (pack) => {
      pack.write('privacy.yaml', `a: ${'b'.repeat(300_000)}\n`);
    },
  },
  {
    name: 'a link out of the folder',
    issue: 'terminology/ru.csv S1 pack_link',
    make: (pack) => {
      symlinkSync('/etc/passwd', path(pack, 'terminology/ru.csv'));
    },
  },
  {
    name: 'a link to a folder outside',
    issue: 'curriculum S1 pack_link',
    make: (pack) => {
      rmSync(path(pack, 'curriculum'), { recursive: true, force: true });
      symlinkSync('/etc', path(pack, 'curriculum'));
    },
  },
  {
    name: 'deep nesting in flow',
    issue: 'privacy.yaml S1 too-deep',
    make: (pack) => {
      pack.write('privacy.yaml', `a: ${'['.repeat(50_000)}\n`);
    },
  },
  {
    name: 'deep nesting in blocks',
    issue: 'privacy.yaml S1 too-deep',
    make: (pack) => {
      pack.write(
        'privacy.yaml',
        repeated(400, (depth) => `${' '.repeat(depth)}a:\n`),
      );
    },
  },
  {
    name: 'folders nested too deep',
    issue: 'a/b/c/d/e S1 pack_too_deep',
    make: (pack) => {
      mkdirSync(path(pack, 'a/b/c/d/e/f'), { recursive: true });
    },
  },
  {
    name: 'a key that stands twice',
    issue: 'privacy.yaml S1 duplicate-key',
    make: (pack) => {
      pack.change('privacy.yaml', 'minimise:', 'identifiers: []\nminimise:');
    },
  },
  {
    name: 'aliases that explode',
    issue: 'privacy.yaml S1 anchor',
    make: (pack) => {
      pack.write(
        'privacy.yaml',
        `a0: &a0 [x, x]\n${repeated(30, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}, *a${index}]\n`)}`,
      );
    },
  },
  {
    name: 'a pipe',
    issue: 'privacy.yaml S1 pack_file_kind',
    make: (pack) => {
      rmSync(path(pack, 'privacy.yaml'));
      execFileSync('sh', ['-c', 'mkfifo "$0"', path(pack, 'privacy.yaml')]);
    },
  },
  {
    name: 'a socket',
    issue: 'privacy.yaml S1 pack_unreadable',
    make: async (pack) => {
      rmSync(path(pack, 'privacy.yaml'));
      const server = createServer().listen(path(pack, 'privacy.yaml'));
      servers.push(server);
      await once(server, 'listening');
    },
  },
  {
    name: 'a folder named pack.yaml',
    issue: 'pack.yaml S1 pack_file_kind',
    make: (pack) => {
      rmSync(path(pack, 'pack.yaml'));
      mkdirSync(path(pack, 'pack.yaml'));
    },
  },
  {
    name: 'an empty folder',
    issue: 'pack.yaml S1 missing-file',
    make: (pack) => {
      rmSync(pack.folder, { recursive: true });
      mkdirSync(pack.folder);
    },
  },
  {
    name: 'a file that no pack has',
    issue: 'run.sh S1 unknown-file',
    make: (pack) => {
      pack.write('run.sh', 'echo\n');
    },
  },
  // Whoever is root may read everything.
  ...(process.getuid?.() === 0
    ? []
    : [
        {
          name: 'a file that may not be read',
          issue: 'privacy.yaml S1 pack_unreadable',
          make: (pack: PackOnDisk) => {
            chmodSync(path(pack, 'privacy.yaml'), 0);
          },
        },
      ]),
];

interface Checked {
  readonly ok: boolean;
  readonly pack: unknown;
  readonly issues: readonly Readonly<Record<string, string | number>>[];
}

describe('bad input', () => {
  let code: number | null;
  let found: readonly Checked[];

  beforeAll(async () => {
    const folders: string[] = [];
    for (const { make } of bad) {
      const pack = fresh();
      await make(pack);
      folders.push(pack.folder);
    }
    const run = await finished(['pack', 'check', '--format', 'json', '--today', '2026-11-22', ...folders]);
    code = run.code;
    found = JSON.parse(run.text) as readonly Checked[];
  }, 120_000);

  test('ends with exit 1 and nothing but JSON', () => {
    expect(code).toBe(1);
    expect(found).toHaveLength(bad.length);
  });

  test.each(bad.map(({ name, issue }, index) => ({ name, issue, index })))('$name gets a clear issue, and no pack', ({ issue, index }) => {
    const { ok, pack, issues } = found[index]!;
    expect({ ok, pack }).toEqual({ ok: false, pack: null });
    expect(issues.map(({ file, rule, code: kind }) => `${file} ${rule} ${kind}`)).toContain(issue);
    for (const { expected, received, mend, line, column } of issues) {
      for (const words of [expected, received, mend]) expect(words).toMatch(/\S/);
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
    }
  });

  test('that is no folder at all is JSON as well, with exit 2', async () => {
    const nowhere = join(mkdtempSync(join(tmpdir(), 'parlance-nowhere-')), 'pack');
    const run = await finished(['pack', 'check', nowhere, '--json']);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.text)).toMatchObject({ ok: false, issues: [{ code: 'pack_not_found', received: 'nothing' }] });
  });
});

describe('parlance pack check --watch', () => {
  test('checks again when a file changes, shows what came and what went, and ends on Ctrl-C with exit 0', async () => {
    const pack = fresh();
    const run = parlance(['pack', 'check', '--watch', '--today', '2026-11-22', pack.folder]);
    await expect.poll(run.printed, { timeout: 60_000 }).toContain('Ctrl-C ends it');
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    await expect.poll(run.printed, { timeout: 60_000 }).toContain('new ');
    expect(run.printed()).toContain('privacy.yaml:3 S1 retention.max_days');
    pack.change('privacy.yaml', 'max_days: many', 'max_days: 30');
    await expect.poll(run.printed, { timeout: 60_000 }).toContain('mended ');
    expect(run.printed()).not.toContain('\u001b');
    run.child.kill('SIGINT');
    expect(await run.exited).toBe(0);
  });
});
