import { type z } from 'zod';
import { additionSchema } from './addition.ts';
import { curriculumSchema } from './curriculum.ts';
import { handoverSchema } from './handover.ts';
import { localeSchema } from './locale.ts';
import { manifestSchema } from './manifest.ts';
import { interfaceSchema, noticesSchema } from './notice.ts';
import { oncePerLanguages } from './once-per-languages.ts';
import { casesSchema } from './pack-case.ts';
import { type PackRule } from './pack-issue.ts';
import { passageSchema, readPassage } from './passage.ts';
import { privacySchema } from './privacy.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { type RawReader } from './reading.ts';
import { restrictionSchema } from './restriction.ts';
import { safetySchema } from './safety.ts';
import { sectorSchema } from './sector.ts';
import { serviceCardSchema } from './service-card.ts';
import { readTerminology, terminologySchema } from './terminology.ts';

/** One kind of file in a pack: where it stands, how it is read and what it may say. */
export interface FileKind<Value> {
  readonly folder: string;
  readonly pattern: RegExp;
  readonly read: RawReader;
  readonly schema: (languages: readonly string[]) => z.ZodType<Value>;
  /** The guarantee that a missing or wrong value in it breaks. */
  readonly rule: PackRule;
}

function kind<Value>(facts: FileKind<Value>): FileKind<Value> {
  return { ...facts, schema: oncePerLanguages(facts.schema) };
}

const tag = '[A-Za-z0-9-]{2,35}';
const stem = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** Every file that a pack may have, signatures aside. */
export const layout = {
  manifest: kind({ folder: '', pattern: /^pack\.yaml$/, read: readYaml, schema: manifestSchema, rule: 'S1' }),
  safety: kind({ folder: '', pattern: /^safety\.yaml$/, read: readYaml, schema: safetySchema, rule: 'S7' }),
  privacy: kind({ folder: '', pattern: /^privacy\.yaml$/, read: readYaml, schema: () => privacySchema, rule: 'S1' }),
  locale: kind({ folder: 'locale', pattern: RegExp(`^locale/${tag}\\.yaml$`), read: readYaml, schema: () => localeSchema, rule: 'S3' }),
  terminology: kind({
    folder: 'terminology',
    pattern: RegExp(`^terminology/${tag}\\.csv$`),
    read: readTerminology,
    schema: () => terminologySchema,
    rule: 'S1',
  }),
  restriction: kind({
    folder: 'restrictions',
    pattern: RegExp(`^restrictions/${stem}\\.yaml$`),
    read: readYaml,
    schema: restrictionSchema,
    rule: 'S4',
  }),
  addition: kind({
    folder: 'additions',
    pattern: RegExp(`^additions/${stem}\\.yaml$`),
    read: readYaml,
    schema: additionSchema,
    rule: 'S16',
  }),
  service: kind({
    folder: 'services',
    pattern: RegExp(`^services/${stem}\\.yaml$`),
    read: readYaml,
    schema: serviceCardSchema,
    rule: 'S1',
  }),
  handover: kind({
    folder: 'handover',
    pattern: RegExp(`^handover/${stem}\\.yaml$`),
    read: readYaml,
    schema: handoverSchema,
    rule: 'S7',
  }),
  passage: kind({
    folder: 'knowledge',
    pattern: RegExp(`^knowledge/${tag}/${stem}\\.md$`),
    read: readPassage,
    schema: () => passageSchema,
    rule: 'S1',
  }),
  curriculum: kind({
    folder: 'curriculum',
    pattern: RegExp(`^curriculum/${stem}\\.json$`),
    read: readJson,
    schema: () => curriculumSchema,
    rule: 'S1',
  }),
  sector: kind({ folder: 'sectors', pattern: RegExp(`^sectors/${stem}\\.yaml$`), read: readYaml, schema: sectorSchema, rule: 'S1' }),
  notices: kind({
    folder: 'notices',
    pattern: RegExp(`^notices/${tag}\\.yaml$`),
    read: readYaml,
    schema: () => noticesSchema,
    rule: 'S16',
  }),
  interface: kind({
    folder: 'interface',
    pattern: RegExp(`^interface/${tag}\\.yaml$`),
    read: readYaml,
    schema: () => interfaceSchema,
    rule: 'S16',
  }),
  cases: kind({ folder: 'evals', pattern: RegExp(`^evals/${stem}\\.yaml$`), read: readYaml, schema: () => casesSchema, rule: 'S1' }),
} as const;

/** Files about the pack, which its digest does not cover. They are read when signatures are verified. */
export const attestation = /^(?:pack\.sig|reviews\/[A-Za-z0-9._-]+\.json)$/;
const attestationFiles = ['pack.sig', 'reviews'];

/** Names that may stand at the top of a pack. */
export const topNames: readonly string[] = [
  ...new Set(['pack.yaml', 'safety.yaml', 'privacy.yaml', ...Object.values(layout).map(({ folder }) => folder), ...attestationFiles]),
].filter((name) => name !== '');

export function isKnownPath(path: string): boolean {
  return attestation.test(path) || Object.values(layout).some(({ pattern }) => pattern.test(path));
}

/** `reks` for `restrictions/reks.yaml`. */
export function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');
}
