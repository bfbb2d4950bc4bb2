/** RFC 4180, with a header. Null is an empty field; a text that a table program would run as a formula has an apostrophe in front. */
export function csvText<Name extends string>(names: readonly Name[], rows: readonly Readonly<Record<Name, string | null>>[]): string {
  const lines = [names.join(','), ...rows.map((row) => names.map((name) => field(row[name] ?? '')).join(','))];
  return lines.map((line) => `${line}\r\n`).join('');
}

function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
