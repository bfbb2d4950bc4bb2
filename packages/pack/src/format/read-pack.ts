import { type Digest } from '@parlance/core';
import { type Pack, type Position } from '../pack.ts';
import { type FileKind, isKnownPath, layout, stemOf, topNames } from './layout.ts';
import { languagesIn, type Manifest, readableManifest } from './manifest.ts';
import { nearest } from './nearest.ts';
import { digestOfPack } from './pack-digest.ts';
import { type PackFiles } from './pack-files.ts';
import { hasErrors, issueAt, type PackIssue, shown } from './pack-issue.ts';
import { offsetOf, type RawFile } from './reading.ts';
import { schemaIssues } from './schema-issues.ts';
import { decodeSource, type SourceText } from './source-text.ts';

/** A pack as far as it could be read, which the checks work on even when a part is broken. */
export interface PackDraft {
  /** Null when `pack.yaml` has errors. Other files with errors are left out of it. */
  readonly pack: Pack | null;
  /** The same, and also there when `pack.yaml` has errors: what cannot be read of it is empty then. */
  readonly readable: Pack;
  readonly sources: ReadonlyMap<string, SourceText>;
  /** What the files say, with the place of every field, before it was known what they should say. */
  readonly raw: ReadonlyMap<string, RawFile>;
  readonly languages: readonly string[];
  /** The file in which a restriction, addition, card, passage or sector stands. */
  readonly fileOf: ReadonlyMap<object, string>;
  readonly issues: readonly PackIssue[];
}

interface Reader {
  readonly sources: ReadonlyMap<string, SourceText>;
  readonly raw: Map<string, RawFile>;
  readonly issues: PackIssue[];
  readonly fileOf: Map<object, string>;
  languages: readonly string[];
}

interface Entry<Value> {
  readonly path: string;
  readonly value: Value;
}

/** Reads every file of a pack, in order of path. */
export function readPack(files: PackFiles): PackDraft {
  const { sources, issues } = decodeAll(files);
  const reader: Reader = { sources, raw: new Map(), issues: [...issues], fileOf: new Map(), languages: [] };
  const manifestSource = sources.get('pack.yaml');
  if (manifestSource === undefined) reader.issues.push(missingManifest());
  else reader.languages = languagesIn(layout.manifest.read(manifestSource).value);
  const manifest = entriesOf(reader, layout.manifest)[0]?.value ?? null;
  const readable = assemble(
    reader,
    manifest ?? readableManifest(reader.raw.get('pack.yaml')?.value, reader.languages),
    digestOfPack(files),
  );
  return {
    pack: manifest === null ? null : readable,
    readable,
    sources,
    raw: reader.raw,
    languages: reader.languages,
    fileOf: reader.fileOf,
    issues: reader.issues,
  };
}

function decodeAll(files: PackFiles): { sources: ReadonlyMap<string, SourceText>; issues: readonly PackIssue[] } {
  const sources = new Map<string, SourceText>();
  const issues: PackIssue[] = [];
  for (const path of [...files.keys()].sort()) {
    const source = decodeSource(path, files.get(path) ?? new Uint8Array());
    if (source === null) issues.push(notUtf8(path));
    else if (!isKnownPath(path)) issues.push(unknownFile(path));
    if (source !== null) sources.set(path, source);
  }
  return { sources, issues };
}

function entriesOf<Value>(reader: Reader, kind: FileKind<Value>): readonly Entry<Value>[] {
  const schema = kind.schema(reader.languages);
  return [...reader.sources].flatMap(([path, source]) => {
    if (!kind.pattern.test(path)) return [];
    const raw = kind.read(source);
    reader.raw.set(path, raw);
    reader.issues.push(...raw.issues);
    // A file without a value that nothing was said of yet, such as an empty one, is for the schema to refuse.
    if (raw.value === null && hasErrors(raw.issues)) return [];
    const result = schema.safeParse(raw.value);
    if (!result.success) {
      reader.issues.push(...schemaIssues(result.error, { source, raw, rule: kind.rule }));
      return [];
    }
    if (typeof result.data === 'object' && result.data !== null) reader.fileOf.set(result.data, path);
    return [{ path, value: result.data }];
  });
}

/** Where a field stands, or the nearest field around it that is there. */
export function positionIn({ raw, sources }: Pick<PackDraft, 'raw' | 'sources'>, file: string, path: string): Position {
  const marks = raw.get(file)?.marks;
  return sources.get(file)?.positionAt(marks === undefined ? 0 : offsetOf(marks, path)) ?? { file, line: 1, column: 1 };
}

function allPositions({ raw, sources }: Reader): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  for (const [file, { marks }] of raw) {
    const source = sources.get(file);
    if (source !== undefined) for (const [path, offset] of marks) positions.set(`${file}#${path}`, source.positionAt(offset));
  }
  return positions;
}

function assemble(reader: Reader, manifest: Manifest, digest: Digest): Pack {
  const values = <Value>(kind: FileKind<Value>): readonly Value[] => entriesOf(reader, kind).map(({ value }) => value);
  const byStem = <Value>(kind: FileKind<Value>): ReadonlyMap<string, Value> =>
    new Map(entriesOf(reader, kind).map(({ path, value }) => [stemOf(path), value]));
  const parts = {
    safety: values(layout.safety).flat(),
    privacy: values(layout.privacy)[0] ?? { identifiers: [], minimise: [], retention: { max_days: 30 } },
    locales: byStem(layout.locale),
    terminology: byStem(layout.terminology),
    restrictions: values(layout.restriction),
    additions: values(layout.addition),
    services: values(layout.service),
    handovers: byStem(layout.handover),
    knowledge: passagesOf(reader),
    curriculum: byStem(layout.curriculum),
    sectors: byStem(layout.sector),
    notices: byStem(layout.notices),
    interface: byStem(layout.interface),
    cases: values(layout.cases).flat(),
  };
  const { general, ...facts } = manifest;
  let positions: ReadonlyMap<string, Position> | null = null;
  return {
    ...facts,
    generalContact: general,
    ...parts,
    digest,
    // A large pack has hundreds of thousands of fields, and most runs ask for the position of none.
    get positions() {
      return (positions ??= allPositions(reader));
    },
  };
}

function passagesOf(reader: Reader): Pack['knowledge'] {
  return entriesOf(reader, layout.passage).map(({ path, value }) => {
    const passage = { id: stemOf(path), ...value };
    reader.fileOf.set(passage, path);
    return passage;
  });
}

function missingManifest(): PackIssue {
  return issueAt(
    { file: 'pack.yaml', line: 1, column: 1 },
    {
      rule: 'S1',
      path: '',
      code: 'missing-file',
      expected: 'pack.yaml',
      received: 'nothing',
      mend: 'Add pack.yaml with id, version, languages, issuer, charter, status and contacts.',
    },
  );
}

function notUtf8(path: string): PackIssue {
  return issueAt(
    { file: path, line: 1, column: 1 },
    { rule: 'S9', path: '', code: 'not-utf-8', expected: 'UTF-8', received: 'other bytes', mend: 'Save the file as UTF-8.' },
  );
}

function unknownFile(path: string): PackIssue {
  const top = path.split('/')[0] ?? '';
  const near = nearest(top, topNames);
  const isMisspelt = near !== null && !topNames.includes(top);
  return issueAt(
    { file: path, line: 1, column: 1 },
    {
      rule: 'S1',
      path: '',
      code: 'unknown-file',
      expected: `one of: ${topNames.join(', ')}`,
      received: shown(path),
      mend: isMisspelt
        ? `Rename "${shown(top)}" to "${near}" or remove it.`
        : 'Remove the file, or give it the name and ending that files of its folder have.',
    },
  );
}
