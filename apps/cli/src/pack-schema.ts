import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { CodedError } from '@parlance/core';
import { packLanguages, packSchemas, type PackSchema } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { Command } from 'commander';
import { jsonText } from './json-text.ts';

export function packSchema(): Command {
  return new Command('schema')
    .description('write JSON Schemas, by which an editor completes and checks the files of a pack while they are typed')
    .argument('[folder]', 'a pack: its texts then have exactly its languages; without it, the schemas fit any pack')
    .requiredOption('--out <folder>', 'where to write them, outside the pack, which holds nothing but its own files')
    .addHelpText('after', '\nPrints the settings that make VS Code use them.\n\nExit codes: 0 written, 2 wrong usage or not writable.')
    .action(async (folder: string | undefined, { out }: { readonly out: string }) => {
      if (folder !== undefined && isInside(out, folder))
        throw new CodedError('bad_usage', `--out: expected a folder outside the pack ${folder}, received ${out}`);
      const schemas = packSchemas(folder === undefined ? [] : await languagesOf(folder));
      await writeAll(schemas, out);
      process.stdout.write(jsonText({ 'yaml.schemas': settings(schemas, out, folder) }));
      process.stderr.write(`${schemas.length} schemas are in ${out}; these are settings for .vscode/settings.json\n`);
    });
}

async function languagesOf(folder: string): Promise<readonly string[]> {
  const languages = packLanguages(await readPackFolder(folder));
  if (languages.length > 0) return languages;
  throw new CodedError('pack_not_loaded', `${folder}/pack.yaml names no languages; run: parlance pack check ${folder}`);
}

async function writeAll(schemas: readonly PackSchema[], out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
    for (const { kind, schema } of schemas) await writeFile(join(out, `${kind}.schema.json`), jsonText(schema));
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new CodedError('not_written', `--out: ${out} cannot be written (${reason})`, { cause });
  }
}

/** Which files each schema is for. Only of those that a YAML server reads. */
function settings(schemas: readonly PackSchema[], out: string, folder: string | undefined): Readonly<Record<string, string>> {
  const pack = folder === undefined ? 'packs/*' : basename(resolve(folder));
  const here = relative('.', out).replaceAll('\\', '/');
  const place = here.startsWith('..') ? resolve(out) : `./${here}`;
  return Object.fromEntries(
    schemas
      .filter(({ words }) => words.files.endsWith('.yaml'))
      .map(({ kind, words }) => [`${place}/${kind}.schema.json`, `**/${pack}/${words.files}`]),
  );
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !way.startsWith('..');
}
