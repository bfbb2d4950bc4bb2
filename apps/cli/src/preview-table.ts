import { type LanguageSummary } from '@parlance/gateway';

const columns = ['language', 'cases', 'changed', 'failed', 'broken', 'unmet', 'disclosures', 'tokens before', 'tokens after', 'cost'];

/** One line per language, under their headings. */
export function previewTable(languages: readonly LanguageSummary[]): readonly string[] {
  const rows = [columns, ...languages.map(rowOf)];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function rowOf(summary: LanguageSummary): readonly string[] {
  const { language, cases, changed, failed, broken, unmet, disclosuresAdded, disclosuresRemoved, cost } = summary;
  return [
    language,
    ...[cases, changed, failed, broken, unmet].map(String),
    `+${disclosuresAdded} -${disclosuresRemoved}`,
    tokens(cost.before),
    tokens(cost.after),
    cost.percent === null ? '-' : `${cost.percent > 0 ? '+' : ''}${cost.percent} %`,
  ];
}

/** `~` says that it is an estimate. */
function tokens(cost: LanguageSummary['cost']['after']): string {
  return cost === null ? '-' : `${cost.isEstimated ? '~' : ''}${cost.prompt} + ${cost.completion}`;
}
