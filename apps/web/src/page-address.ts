/** Pages that exist in every language. */
export type PagePath =
  | '/'
  | '/person'
  | '/try'
  | '/verify'
  | '/study'
  | '/services'
  | `/services/${string}`
  | '/object'
  | `/object/${string}`
  | '/objections'
  | '/transparency'
  | `/transparency/${string}`;

/**
 * Of a link that leaves a conversation. Its page came as the answer to a form and is kept by nobody, so that without a script no browser can go back to it: what leads away opens beside it.
 */
export const besideConversation = { target: '_blank' } as const;

/** Address of a page with its query. The language is always in it, so that a link never changes the language. */
export function pageAddress(path: PagePath, language: string, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ lang: language, ...more }).toString()}`;
}
