/** UTF-16 units that fit on a line of a small screen, more or less. */
const longest = 48;

/** The beginning of a statement, for a list: up to the first clause where that is short enough, else as many whole words as fit, and a sign that there is more. */
export function shortTitle(statement: string): string {
  if (statement.length <= longest) return statement;
  const clause = /^(.{16,}?)[,;:(]/u.exec(statement)?.[1]?.trimEnd() ?? '';
  if (clause !== '' && clause.length < longest) return `${clause} …`;
  const words = statement.slice(0, longest).replace(/\s+\S*$/u, '');
  return `${words.replace(/[\p{P}\s]+$/u, '')} …`;
}
