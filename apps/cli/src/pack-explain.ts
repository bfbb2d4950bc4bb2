import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { explain, explainKeys, parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';

interface ExplainOptions {
  readonly json: boolean;
  readonly packs: string;
}

export function packExplain(): Command {
  return new Command('explain')
    .description('say which file and line set a value')
    .argument('<country>', 'country code, for example EE, or a pack folder')
    .argument('<sector>', 'for example education')
    .argument('[key]', 'for example locale.et.register; without it every key is listed')
    .option('--json', 'print one JSON object', false)
    .option('--packs <folder>', 'where packs lie', process.env['PARLANCE_PACKS'] ?? './packs')
    .addHelpText('after', '\nExit codes: 0 explained, 1 no such sector or key, 2 wrong usage.')
    .action(async (...given: [country: string, sector: string, key: string | undefined, options: ExplainOptions]) => {
      const [country, sector, key, options] = given;
      const { pack, issues } = parsePack(await readPackFolder(packFolder(country, options.packs)));
      if (pack === null)
        throw new CodedError(
          'pack_not_loaded',
          `the pack does not parse (${issues.length} issues); run: parlance pack check ${packFolder(country, options.packs)}`,
        );
      process.exitCode = print(key === undefined ? { keys: explainKeys(pack, sector) } : explain(pack, sector, key), options.json);
    });
}

function packFolder(country: string, packs: string): string {
  if (existsSync(join(country, 'pack.yaml'))) return country;
  if (existsSync(join(packs, 'pack.yaml'))) return packs;
  return join(packs, country.toLowerCase());
}

type Explained = ReturnType<typeof explain> | { readonly keys: readonly string[] };

function print(explained: Explained, json: boolean): number {
  process.stdout.write(json ? `${JSON.stringify(explained, null, 2)}\n` : text(explained));
  return 'code' in explained ? issuesFound : clean;
}

function text(explained: Explained): string {
  if ('keys' in explained) return `${explained.keys.join('\n')}\n`;
  if ('code' in explained) return `${explained.path}: expected ${explained.expected}, received ${explained.received}\n`;
  const place = ({
    origin,
  }: {
    readonly origin: {
      readonly layer: string;
      readonly position: { readonly file: string; readonly line: number; readonly column: number } | null;
    };
  }): string =>
    origin.position === null ? origin.layer : `${origin.layer}, ${origin.position.file}:${origin.position.line}:${origin.position.column}`;
  return [
    explained.value,
    `  ${explained.kind} set by ${place(explained)}`,
    ...explained.overridden.map((statement) => `  over ${statement.value} (${place(statement)})`),
    '',
  ].join('\n');
}
