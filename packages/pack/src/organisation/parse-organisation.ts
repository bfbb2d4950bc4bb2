import { nearest } from '../format/nearest.ts';
import { issueAt, type PackIssue, shown } from '../format/pack-issue.ts';
import { offsetOf, type RawFile } from '../format/reading.ts';
import { readYaml } from '../format/read-yaml.ts';
import { schemaIssues } from '../format/schema-issues.ts';
import { decodeSource, type SourceText } from '../format/source-text.ts';
import { supportedLanguage } from '../language/supported-language.ts';
import { type Pack } from '../pack.ts';
import { scriptsOffered } from '../resolve/spoken.ts';
import { type OrganisationValues } from './organisation.ts';
import { organisationSchema } from './organisation-schema.ts';

export interface ParsedOrganisation {
  readonly name: string;
  readonly values: OrganisationValues;
}

export interface OrganisationReading {
  /** Null as soon as there is one issue. */
  readonly organisation: ParsedOrganisation | null;
  readonly issues: readonly PackIssue[];
}

/** Reads an organisation's file against the pack that it is for, with every issue at its line. `path` is only for the positions. */
export function parseOrganisation(bytes: Uint8Array, path: string, pack: Pack): OrganisationReading {
  const source = decodeSource(path, bytes);
  if (source === null) return { organisation: null, issues: [notUtf8(path)] };
  const raw = readYaml(source);
  const result = organisationSchema.safeParse(raw.value);
  if (!result.success) {
    // A file without a readable form has been refused already.
    const found = raw.value === null && raw.issues.length > 0 ? [] : schemaIssues(result.error, { source, raw, rule: 'S1' });
    return { organisation: null, issues: [...raw.issues, ...found] };
  }
  const { name, defaults, limits } = result.data;
  const values: OrganisationValues = { name, ...defaults, ...limits, positions: positionsOf(source, raw) };
  const issues = [...raw.issues, ...unknownToPack(values, pack, { source, raw })];
  return { organisation: issues.length > 0 ? null : { name, values }, issues };
}

function positionsOf(source: SourceText, { marks }: RawFile): NonNullable<OrganisationValues['positions']> {
  return new Map([...marks].map(([path, offset]) => [path, source.positionAt(offset)]));
}

interface Written {
  readonly source: SourceText;
  readonly raw: RawFile;
}

/** What would do nothing in this country is refused: the operator would believe that it does. */
function unknownToPack(values: OrganisationValues, pack: Pack, written: Written): readonly PackIssue[] {
  const { language, script, sectors = [] } = values;
  const spoken = language === undefined ? pack.languages : [supportedLanguage(pack.languages, language) ?? ''];
  const scripts = [...new Set(spoken.flatMap((each) => scriptsOffered(pack, each)))];
  return [
    ...(language === undefined || spoken[0] !== ''
      ? []
      : [strange(written, 'defaults.language', { received: language, allowed: pack.languages })]),
    ...(script === undefined || scripts.includes(script) || scripts.length === 0
      ? []
      : [strange(written, 'defaults.script', { received: script, allowed: scripts })]),
    ...sectors.flatMap((sector, index) =>
      pack.sectors.has(sector)
        ? []
        : [strange(written, `limits.sectors.${index}`, { received: sector, allowed: [...pack.sectors.keys()] })],
    ),
  ];
}

function strange(
  { source, raw }: Written,
  path: string,
  { received, allowed }: { readonly received: string; readonly allowed: readonly string[] },
): PackIssue {
  const near = nearest(received, allowed);
  return issueAt(source.positionAt(offsetOf(raw.marks, path)), {
    rule: 'S1',
    path,
    code: 'not-of-the-pack',
    expected: `one of: ${allowed.join(', ')}`,
    received: shown(received),
    mend: near === null ? `Write one that the pack has, or remove it.` : `Write "${near}" or remove it.`,
  });
}

function notUtf8(path: string): PackIssue {
  const facts = {
    rule: 'S9',
    path: '',
    code: 'not-utf-8',
    expected: 'UTF-8',
    received: 'other bytes',
    mend: 'Save the file in UTF-8.',
  } as const;
  return issueAt({ file: path, line: 1, column: 1 }, facts);
}
