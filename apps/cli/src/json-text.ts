/** Indented JSON and a newline; positions, which are larger than a number of JSON, in decimal. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, (_name, member: unknown) => (typeof member === 'bigint' ? String(member) : member), 2)}\n`;
}
