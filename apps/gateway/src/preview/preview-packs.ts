import { checkPack, type Pack, type PackFiles, parsePack } from '@parlance/pack';
import { CodedError } from '@parlance/core';
import { type UpstreamConfig } from '../config/config.ts';
import { type Country, createCountry } from '../country/country.ts';
import { createCardsUpstream } from '../upstream/cards/cards-upstream.ts';
import { createOpenaiUpstream } from '../upstream/openai/openai-upstream.ts';
import { defaultModel, resolveModel } from '../upstream/resolve-model.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { answerCase, type CaseAnswerer } from './answer-case.ts';
import { caseChange, type CaseChange } from './case-change.ts';
import { languageSummaries, type LanguageSummary } from './language-summary.ts';
import { constant } from './overhear.ts';
import { type CaseFilter, type PreviewCase, previewCases } from './preview-cases.ts';
import { type ActingRules, actingRules } from './acting-rules.ts';

export interface PreviewInput {
  /** Null: this is the first version. */
  readonly before: PackFiles | null;
  readonly after: PackFiles;
  /** Null: the service cards answer, without a model. */
  readonly upstream: UpstreamConfig | null;
  readonly sector: string;
  /** `YYYY-MM-DD`: decides which rules are in force. */
  readonly today: string;
  readonly filter: CaseFilter;
  /** Cases that are answered at the same time. */
  readonly concurrency: number;
  /** Milliseconds that one answer may take. */
  readonly patience: number;
  readonly onProgress: (answered: number, of: number) => void;
}

/** The behaviour diff of two versions of a pack. */
export interface PackPreview {
  readonly before: PackName | null;
  readonly after: PackName;
  readonly answeredBy: { readonly kind: Upstream['kind']; readonly upstream: string; readonly model: string };
  readonly sector: string;
  readonly today: string;
  readonly languages: readonly LanguageSummary[];
  readonly rules: ActingRules;
  readonly cases: readonly CaseChange[];
}

type PackName = Pick<Pack, 'id' | 'version' | 'digest'>;

/**
 * Answers the cases of both versions of a pack with each of them, through the turn of the gateway, and tells what is different. Nothing is written down.
 * Throws `pack_not_loaded` when a version cannot be read or the new one does not pass its checks, `case_missing` when there is nothing to ask.
 */
export async function previewPacks(input: PreviewInput): Promise<PackPreview> {
  const before = input.before === null ? null : oldCountry(input.before);
  const after = newCountry(input.after, input.today);
  const cases = previewCases(before?.pack ?? null, after.pack, input.filter);
  if (cases.length === 0) throw new CodedError('case_missing', 'there is no case to ask; write some in evals/<name>.yaml, or filter less');
  const { answererOf, close } = await startUpstream(input, after.pack.id);
  try {
    const changes = await answerAll(cases, { before: before === null ? null : answererOf(before), after: answererOf(after), input });
    const { upstream, model } = answererOf(after);
    return {
      before: before === null ? null : nameOf(before),
      after: nameOf(after),
      answeredBy: { kind: upstream.kind, upstream: upstream.id, model },
      sector: input.sector,
      today: input.today,
      languages: languageSummaries(changes),
      rules: actingRules(changes),
      cases: changes,
    };
  } finally {
    await close();
  }
}

/** The old version was good enough once: only its grammar counts, not whether its checks, which may be stricter today, still pass. */
function oldCountry(files: PackFiles): Country {
  const { pack, issues } = parsePack(files);
  if (pack === null) throw notLoaded('before', issues.length);
  return createCountry(pack, files);
}

function newCountry(files: PackFiles, today: string): Country {
  const { pack, issues } = checkPack(files, { today });
  if (pack === null) throw notLoaded('after', issues.filter(({ severity }) => severity === 'error').length);
  return createCountry(pack, files);
}

function notLoaded(which: 'before' | 'after', issues: number): CodedError<'pack_not_loaded'> {
  return new CodedError(
    'pack_not_loaded',
    `the pack <${which}> does not load (${issues} ${issues === 1 ? 'issue' : 'issues'}); parlance pack check shows them all`,
  );
}

function nameOf({ pack }: Country): PackName {
  return { id: pack.id, version: pack.version, digest: pack.digest };
}

interface Started {
  readonly answererOf: (country: Country) => CaseAnswerer;
  readonly close: () => Promise<void>;
}

async function startUpstream({ upstream: config, sector, today, patience }: PreviewInput, jurisdiction: string): Promise<Started> {
  if (config === null) {
    const upstream = createCardsUpstream(jurisdiction);
    const facts = { upstream, model: upstream.defaultModel ?? defaultModel, sector, today, patience };
    return { answererOf: (country) => ({ country, ...facts }), close: () => Promise.resolve() };
  }
  const openai = createOpenaiUpstream(config);
  const model = (await resolveModel(openai, defaultModel)) ?? defaultModel;
  const facts = { upstream: constant(openai), model, sector, today, patience };
  return { answererOf: (country) => ({ country, ...facts }), close: () => openai.close() };
}

interface Versions {
  readonly before: CaseAnswerer | null;
  readonly after: CaseAnswerer;
  readonly input: Pick<PreviewInput, 'concurrency' | 'onProgress'>;
}

async function answerAll(cases: readonly PreviewCase[], { before, after, input }: Versions): Promise<readonly CaseChange[]> {
  const changes = new Map<number, CaseChange>();
  const waiting = [...cases.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, asked] = next;
      const old = before === null ? null : await answerCase(asked, before);
      changes.set(index, caseChange(asked, old, await answerCase(asked, after)));
      input.onProgress(changes.size, cases.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(input.concurrency, cases.length) }, work));
  return [...changes].sort(([left], [right]) => left - right).map(([, change]) => change);
}
