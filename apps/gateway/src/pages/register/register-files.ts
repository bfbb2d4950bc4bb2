import { type Cell } from '../../register/cube/cell.ts';
import { chosenClasses } from '../../register/cube/choose-classes.ts';
import { fewest, type ToldClass } from '../../register/cube/told-classes.ts';
import { lawOf } from '../../register/facts/subject.ts';
import { listEntries, type ListOptions } from '../../register/list/list-entries.ts';
import { type RegisterNow } from '../../register/list/register-view.ts';
import { csvText } from '../../register/csv-text.ts';
import { statementsOf } from '../../register/statements/make-statement.ts';
import { placeText, type RegisterQuery } from './register-query.ts';

/** Files of the register, by the last part of their address. */
export const registerFiles = ['counts.csv', 'counts.json', 'entries.csv', 'entries.json', 'statements.json'] as const;
export type RegisterFile = (typeof registerFiles)[number];

export interface MadeFile {
  readonly body: string;
  /** Where the next part begins; null: this is the last. */
  readonly next: string | null;
}

export interface FileOptions {
  readonly store: ListOptions['store'];
  readonly now: RegisterNow;
  readonly query: RegisterQuery;
}

/** Changes in one file, and statements, of which the DSA Transparency Database takes a hundred at once. */
const mostEntries = 1000;
const mostStatements = 100;

const labelFields = ['month', 'kind', 'type', 'cause', 'law', 'law_url', 'authority', 'rule', 'pack', 'language', 'sector'] as const;

/** A file of what is chosen. The same register gives the same bytes. */
export async function registerFile(file: RegisterFile, { store, now, query }: FileOptions): Promise<MadeFile> {
  const months = chosenClasses(now.months, query.choice);
  const logs = [...now.sizes].map(([log, size]) => ({ log, size: String(size) }));
  if (file === 'counts.csv' || file === 'counts.json') return { body: countsIn(file, months.flat(), logs), next: null };
  const most = file === 'statements.json' ? mostStatements : mostEntries;
  const exported = file === 'statements.json' ? months.map((classes) => classes.filter(({ kind }) => kind === 'omit')) : months;
  const { entries, hasMore } = await listEntries({ store, months: exported, before: query.before, most });
  const last = entries.at(-1);
  const next = hasMore && last !== undefined ? placeText(last) : null;
  if (file === 'statements.json') return { body: json({ ...statementsOf(entries), next }), next };
  const rows = entries.map(({ log, position, told }) => ({ log, position: String(position), ...labelOf(told) }));
  const body = file === 'entries.csv' ? csvText(['log', 'position', ...labelFields], rows) : json({ logs, entries: rows, next });
  return { body, next };
}

function countsIn(file: RegisterFile, classes: readonly ToldClass<Cell>[], logs: object): string {
  const rows = classes.map((told) => ({ ...labelOf(told), at_least: String(told.told) }));
  if (file === 'counts.csv') return csvText([...labelFields, 'at_least'], rows);
  return json({ logs, step: fewest, counts: classes.map((told) => ({ ...labelOf(told), at_least: told.told })) });
}

/** What a class says; null where it does not, or where there is none. */
function labelOf({
  month,
  kind,
  type,
  subject,
  language,
  sector,
}: ToldClass): Readonly<Record<(typeof labelFields)[number], string | null>> {
  const { cause = null, authority = null, rule = null, pack = null } = subject ?? {};
  const law = subject === null ? null : lawOf(subject);
  return { month, kind, type, cause, law, law_url: subject?.basis?.url ?? null, authority, rule, pack, language, sector };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
