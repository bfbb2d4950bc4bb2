/** Of languages that have another comma than the Latin one. */
const commas: ReadonlyMap<string, string> = new Map([
  ['am', '፣ '],
  ['ar', '، '],
]);

/** Things side by side, with the comma of the language of the page. `Intl.ListFormat` joins by words, which names and codes of other scripts do not bear. */
export function listed(parts: readonly string[], language: string): string {
  return parts.join(commas.get(language.toLowerCase().split('-')[0] ?? '') ?? ', ');
}
