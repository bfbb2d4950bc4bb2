import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { type Choices, choiceIssues, explain, explainAll, type Explanation, type Pack, parsePack, type Statement } from '@parlance/pack';
import { readOrganisation, readPackFolder } from '@parlance/pack/node';
import { Command } from 'commander';
import { clean, issuesFound } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { collectChoice } from './choice-flag.ts';

interface ExplainOptions {
  readonly json: boolean;
  readonly packs: string;
  readonly organisation?: string;
  readonly user?: Choices;
}

export function packExplain(): Command {
  return new Command('explain')
    .description('say which file and line set a value, and whom it overrides')
    .argument('<country>', 'country code, for example EE, or a pack folder')
    .argument('<sector>', 'for example education')
    .argument('[key]', 'for example locale.et.register; without it every value is explained')
    .option('--json', 'print one JSON object', false)
    .option('--organisation <file>', 'what the organisation sets, as for PARLANCE_ORGANISATION')
    .option('--user <choice>', "a person's own choice, for example reading_level=easy; may be given several times", collectChoice)
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
      const place = {
        sector,
        ...(options.organisation !== undefined && { organisation: readOrganisation(options.organisation, pack) }),
        ...(options.user !== undefined && { user: chosen(pack, options.user) }),
      };
      process.exitCode = print(key === undefined ? explainAll(pack, place) : explain(pack, key, place), options.json);
    });
}

function chosen(pack: Pack, choices: Choices): Choices {
  const [issue] = choiceIssues(pack, choices);
  if (issue === undefined) return choices;
  throw new CodedError('bad_usage', `--user ${issue.path}: expected one of ${issue.expected}, received ${issue.received}`);
}

function packFolder(country: string, packs: string): string {
  if (existsSync(join(country, 'pack.yaml'))) return country;
  if (existsSync(join(packs, 'pack.yaml'))) return packs;
  return join(packs, country.toLowerCase());
}

type Explained = ReturnType<typeof explain> | ReturnType<typeof explainAll>;

function print(explained: Explained, json: boolean): number {
  process.stdout.write(json ? jsonText('code' in explained || 'key' in explained ? explained : { values: explained }) : text(explained));
  return 'code' in explained ? issuesFound : clean;
}

function text(explained: Explained): string {
  if ('code' in explained) return `${explained.path}: expected ${explained.expected}, received ${explained.received}\n`;
  if ('key' in explained) return `${explained.value}\n${originLines(explained)}`;
  return explained.map((each) => `${each.key}: ${each.value}\n${originLines(each)}`).join('');
}

function originLines(explained: Explanation): string {
  const before = explained.kind === 'limit' ? 'with' : 'over';
  return [
    `  ${explained.kind} set by ${place(explained)}`,
    ...explained.overridden.map((statement) => `  ${before} ${statement.value} (${place(statement)})`),
    '',
  ].join('\n');
}

function place({ origin: { layer, position } }: Statement<string>): string {
  return position === null ? layer : `${layer}, ${position.file}:${position.line}:${position.column}`;
}
