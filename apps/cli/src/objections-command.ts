import { CodedError } from '@parlance/core';
import { objectionOutcomes } from '@parlance/gateway/office';
import { Command } from 'commander';
import { badUsage } from './check/bad-usage.ts';
import { clean, issuesFound } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { objectionsText, objectionText, otherOfficeText, unloggedText } from './objection-text.ts';
import { askOffice } from './office-client.ts';

interface Common {
  readonly data: string;
  readonly json: boolean;
}

const exitCodes = '\nExit codes: 0 done, 1 refused (no server runs on the folder, or what the server says), 2 wrong usage.';

/** `parlance objections`: for the office that decides. It asks the server that owns the data folder, with the key in that folder. */
export function objectionsCommand(): Command {
  const objections = new Command('objections').description('read and decide what people object to');
  for (const command of [list(), show(), decide()]) objections.addCommand(command);
  return objections;
}

function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--data <folder>', 'the data folder of the running server', process.env['PARLANCE_DATA'] ?? 'data')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', exitCodes);
}

function list(): Command {
  return command('list', 'what waits for a decision, the ones that are due first')
    .option('--all', 'those that were decided too', false)
    .option('--most <number>', 'so many at most', '100')
    .action(({ data, json, all, most }: Common & { readonly all: boolean; readonly most: string }) => {
      if (!/^[1-9]\d{0,3}$/.test(most)) throw badUsage('--most', 'a number from 1 to 9999', most);
      return told(async () => {
        const body = await askOffice(data, `?state=${all ? 'all' : 'open'}&most=${most}`);
        return json ? jsonText(body) : objectionsText(listIn(body, 'objections')) + unloggedText(listIn(body, 'unlogged'));
      });
    });
}

function show(): Command {
  return command('show', 'one objection, with what the person wrote, masked')
    .argument('<number>', 'as the list names it')
    .action((number: string, { data, json }: Common) =>
      told(async () => {
        const body = await askOffice(data, `/${numberOf(number)}`);
        return json ? jsonText(body) : objectionText(body);
      }),
    );
}

interface DecideOptions extends Common {
  readonly reasons: string;
  readonly by?: string;
}

function decide(): Command {
  return command('decide', 'decide once: the person reads it by the receipt, and the public log has the outcome')
    .argument('<number>', 'as the list names it')
    .argument('<outcome>', objectionOutcomes.join(', '))
    .requiredOption('--reasons <text>', 'for the person, in their language where you can; at most 2,000 characters')
    .option('--by <office>', 'who decided; public. Without it: the operator')
    .action((number: string, outcome: string, { data, json, reasons, by }: DecideOptions) => {
      if (!objectionOutcomes.some((each) => each === outcome)) throw badUsage('<outcome>', objectionOutcomes.join(', '), outcome);
      return told(async () => {
        const body = await askOffice(data, `/${numberOf(number)}`, { outcome, reasons, by: by ?? null });
        if (resultOf(body) !== 'decided') process.exitCode = issuesFound;
        process.stderr.write(otherOfficeText(body));
        return json ? jsonText(body) : objectionText(body);
      });
    });
}

/** Prints what comes of it. What stops it is told on stderr; wrong usage is thrown on. */
async function told(work: () => Promise<string>): Promise<void> {
  process.exitCode = clean;
  try {
    process.stdout.write(await work());
  } catch (error) {
    if (!(error instanceof CodedError) || error.code === 'bad_usage') throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = issuesFound;
  }
}

function numberOf(text: string): string {
  if (/^[1-9]\d{0,17}$/.test(text)) return text;
  throw badUsage('<number>', 'a number, as the list names it', text);
}

function listIn(body: unknown, name: string): readonly unknown[] {
  const held = typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)).get(name) : null;
  return Array.isArray(held) ? held : [];
}

function resultOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'result' in body ? body.result : null;
}
