import { identifierIds, identifiers } from './index.ts';
import { type Identifier } from './identifier.ts';

/** `docs/identifiers.md` shows this table as it stands. */
export function identifierTable(): string {
  return [
    '| id | country | class | checksum | context words | may follow | base score |',
    '|---|---|---|---|---|---|---|',
    ...identifierIds.map((id) => row(identifiers[id])),
  ].join('\n');
}

function row({ id, country, class: of, hasChecksum, languages, contextFollows, forms }: Identifier): string {
  const scores = [...new Set(forms.map(({ score }) => score))].sort((left, right) => left - right);
  const cells = [
    `\`${id}\``,
    country ?? 'any',
    of,
    hasChecksum ? 'yes' : 'no',
    languages.length === 0 ? '–' : languages.join(', '),
    contextFollows ? 'yes' : 'no',
    scores.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}
