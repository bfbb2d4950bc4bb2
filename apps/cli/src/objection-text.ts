/** What the server tells of an objection: names and values, some of which are lists of their own. */
function rowsOf(value: unknown, prefix = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null)
    return [[prefix, value === null ? '-' : typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, each]) => rowsOf(each, prefix === '' ? name : `${prefix}.${name}`));
}

/** Line ends and what a terminal would obey are written as blanks and question marks: people wrote some of this. Joiners and non-joiners belong to words. */
function harmless(text: string): string {
  return text.replaceAll(/[\n\t]+/g, ' ').replaceAll(/(?![\u200c\u200d])\p{C}/gu, '?');
}

/** One objection, a line for each value. */
export function objectionText(objection: unknown): string {
  return rowsOf(objection)
    .map(([name, value]) => `${name}: ${harmless(value)}\n`)
    .join('');
}

const flags = ['overdue', 'unlogged', 'sealed'] as const;
const listed = ['number', 'state', 'due', 'rule', 'reason', 'language'] as const;

/** A line for each objection. */
export function objectionsText(objections: readonly unknown[]): string {
  if (objections.length === 0) return 'no objections\n';
  const lines = objections.map((each) => {
    const values = new Map(rowsOf(each));
    const marks = flags.filter((flag) => values.get(`is_${flag}`) === 'true').map((flag) => `  ${flag}`);
    return `${listed.map((name) => harmless(values.get(name) ?? '-')).join('  ')}${marks.join('')}`;
  });
  return `${[listed.join('  '), ...lines].join('\n')}\n`;
}

/** Decided ones that the log does not tell, by number; nothing where there are none. */
export function unloggedText(numbers: readonly unknown[]): string {
  return numbers.length === 0 ? '' : `decided and not in the log yet: ${harmless(numbers.map(String).join(', '))}\n`;
}

/** A warning where a decision was made now under another name than the rule gave people; nothing where it was not. Names in other languages may be the same office. */
export function otherOfficeText(decided: unknown): string {
  const values = new Map(rowsOf(decided));
  const [office, by] = ['objection.office', 'objection.decision.by'].map((name) => values.get(name) ?? '-');
  const result = values.get('result');
  if (result === 'decided-before' || by === undefined || by === '-' || by === office) return '';
  const readers = result === 'decided' ? 'the public log and the person now read' : 'the person now reads';
  const named = office === undefined || office === '-' ? 'the operator' : `"${harmless(office)}"`;
  return `warning: ${readers} that "${harmless(by)}" decided; the rule names ${named}, and nothing proves who decided\n`;
}
