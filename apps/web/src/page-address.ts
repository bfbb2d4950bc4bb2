/** Address of a page with its query. The language is always in it, so that a link never changes the language. */
export function pageAddress(path: '/' | '/try', language: string, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ lang: language, ...more }).toString()}`;
}
