import { type Pack, type PackCase } from '@parlance/pack';

/** A case and which of the two versions has it, exactly as it stands. */
export interface PreviewCase extends PackCase {
  readonly in: 'both' | 'before' | 'after';
}

export interface CaseFilter {
  /** Null: all. */
  readonly languages: readonly string[] | null;
  /** So many of each language, the first ones; null: all. */
  readonly mostPerLanguage: number | null;
}

/**
 * The cases of both versions, in order of language. A case whose question or expectation was changed stands there twice: what the old version promised is asked of the new
 * one too, also when the new one has dropped the case.
 */
export function previewCases(before: Pick<Pack, 'cases'> | null, after: Pick<Pack, 'cases'>, filter: CaseFilter): readonly PreviewCase[] {
  const known = new Set((before?.cases ?? []).map(keyOf));
  const kept = new Set(after.cases.map(keyOf));
  const all = [
    ...after.cases.map((each): PreviewCase => ({ ...each, in: known.has(keyOf(each)) ? 'both' : 'after' })),
    ...(before?.cases ?? []).filter((each) => !kept.has(keyOf(each))).map((each): PreviewCase => ({ ...each, in: 'before' })),
  ];
  const languages = [...new Set(all.map(({ language }) => language))].filter((language) => filter.languages?.includes(language) ?? true);
  return languages.flatMap((language) =>
    all.filter((each) => each.language === language).slice(0, filter.mostPerLanguage ?? Number.POSITIVE_INFINITY),
  );
}

function keyOf({ id, language, ask, expect }: PackCase): string {
  return JSON.stringify([id, language, ask, Object.entries(expect).sort()]);
}
