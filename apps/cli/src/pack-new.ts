import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { CodedError } from '@parlance/core';
import {
  answerFault,
  checkPack,
  exampleAnswers,
  languagesToTranslate,
  skeletonFiles,
  skeletonQuestions,
  type SkeletonQuestion,
  translationSheet,
} from '@parlance/pack';
import { Command } from 'commander';
import { errorsIn } from './check/check-folder.ts';
import { issueText } from './check/check-text.ts';
import { plain } from './check/palette.ts';

interface NewOptions {
  readonly languages: string;
  readonly out?: string;
  readonly set: readonly string[];
  readonly example: boolean;
}

export function packNew(): Command {
  return new Command('new')
    .description('make a new pack that passes the check; asks on a terminal for what it has to know')
    .argument('<country>', 'two letters of ISO 3166-1, for example EE; ZZ is nobody’s country')
    .option('--languages <tags>', 'the languages of the pack, the default first, such as et,ru', 'en')
    .option('--out <folder>', 'a folder that is not there or is empty; packs/<country> when absent')
    .option('--set <name=value>', 'a fact, such as emergency.number=112; may be given several times', collect, [])
    .option('--example', 'a service that does not exist, clearly marked, for trying out', false)
    .addHelpText('after', '\nExit codes: 0 made, 2 wrong usage or something has to be known first.')
    .action(async (country: string, options: NewOptions) => {
      await makePack(country.toUpperCase(), options);
    });
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

async function makePack(country: string, { languages: tags, out, set, example }: NewOptions): Promise<void> {
  const languages = [...new Set(tags.split(',').map((tag) => tag.trim()))];
  for (const tag of languages)
    if (!isLanguage(tag)) throw badUsage(`--languages: expected language tags such as et,ru, received ${tag.slice(0, 40)}`);
  const folder = out ?? join('packs', country.toLowerCase());
  await mustBeEmpty(folder);
  const today = new Date().toISOString().slice(0, 10);
  const known = new Map([...(example ? exampleAnswers(country, languages, today) : []), ...given(set)]);
  const answers = await answered(skeletonQuestions(languages), known);
  const files = skeletonFiles({ country, languages, answers, isExample: example });
  refuseWrong(files, today);
  for (const [file, text] of files) await write(join(folder, file), text);
  const missing = languagesToTranslate(languages);
  for (const tag of missing) await write(`${folder}-to-translate/${tag}.md`, translationSheet(tag));
  process.stdout.write(done(folder, files.size, missing));
}

function given(set: readonly string[]): readonly (readonly [string, string])[] {
  return set.map((fact) => {
    const at = fact.indexOf('=');
    if (at < 1) throw badUsage(`--set: expected name=value, received ${fact.slice(0, 40)}`);
    return [fact.slice(0, at), fact.slice(at + 1)];
  });
}

async function answered(questions: readonly SkeletonQuestion[], known: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const optional = /^(?:note|emergency\.what|emergency\.name|sector)\./;
  const unknown = [...known.keys()].filter((name) => !optional.test(name) && !questions.some(({ id }) => id === name));
  const faults = questions.flatMap((question) => {
    const answer = known.get(question.id);
    const fault = answer === undefined ? null : answerFault(question, answer);
    return fault === null ? [] : [`  ${question.id}: expected ${fault}`];
  });
  if (unknown.length + faults.length > 0)
    throw badUsage(['--set:', ...unknown.map((name) => `  ${name.slice(0, 60)}: no such fact`), ...faults].join('\n'));
  const open = questions.filter(({ id }) => !known.has(id));
  if (open.length === 0) return known;
  if (process.stdin.isTTY && process.stdout.isTTY) return new Map([...known, ...(await asked(open))]);
  throw badUsage(
    ['a pack states facts, and none can be invented. Give these:', ...open.map(({ id, ask }) => `  --set ${id}="…"  ${ask}`)].join('\n'),
  );
}

async function asked(questions: readonly SkeletonQuestion[]): Promise<readonly (readonly [string, string])[]> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<null>((resolve) =>
    lines.once('close', () => {
      resolve(null);
    }),
  );
  const answers: [string, string][] = [];
  try {
    for (const question of questions) {
      for (let fault: string | null = ''; fault !== null;) {
        const answer = await Promise.race([lines.question(`${question.ask}: `), ended]);
        if (answer === null) throw badUsage('nothing was made');
        fault = answerFault(question, answer.trim());
        if (fault === null) answers.push([question.id, answer.trim()]);
        else process.stdout.write(`  expected ${fault}\n`);
      }
    }
    return answers;
  } finally {
    lines.close();
  }
}

/** What would not pass is not made; only notices that nobody has translated yet are left to do. */
function refuseWrong(files: ReadonlyMap<string, string>, today: string): void {
  const bytes = new Map([...files].map(([file, text]) => [file, new TextEncoder().encode(text)]));
  const wrong = errorsIn(checkPack(bytes, { today }).issues).filter(({ file }) => !file.startsWith('notices/'));
  if (wrong.length > 0)
    throw badUsage(
      ['nothing was made; the pack would not pass:', ...wrong.map((issue) => `${issue.file}\n${issueText(issue, plain)}`)].join('\n'),
    );
}

async function mustBeEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw badUsage(`--out: ${folder} is no folder that can be used`);
  });
  if (names.length > 0) throw badUsage(`--out: ${folder} is not empty; name another folder`);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: 'wx' });
}

function done(folder: string, count: number, missing: readonly string[]): string {
  const translate = missing.map(
    (tag) =>
      `The charter does not speak ${tag}: the pack does not pass until every message in notices/${tag}.yaml is translated. They stand with their slots and in English in ${folder}-to-translate/${tag}.md\n`,
  );
  return `${folder}: ${count} files\n${translate.join('')}Next: parlance pack check --watch ${folder}\n`;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function badUsage(message: string): CodedError<'bad_usage'> {
  return new CodedError('bad_usage', message);
}
