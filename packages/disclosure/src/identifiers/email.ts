import { foldedString } from '../text/fold.ts';
import { contextWords } from './context-words.ts';
import { type Identifier } from './identifier.ts';

/** E-mail address: a dot-atom, `@` and a host name (RFC 5322 section 3.4.1 without quoted strings, RFC 1123 labels). */
export const email: Identifier = {
  id: 'email',
  type: 'contact-detail',
  class: 'email',
  country: null,
  forms: [{ pattern: "\\w[\\w.%+&'-]{0,63}@[\\w-]{1,63}(\\.[\\w-]{1,63}){0,3}\\.(\\p{L}{2,24}|xn--[a-z0-9-]{2,40})", score: 1 }],
  hasChecksum: false,
  context: contextWords([]),
  languages: [],
  contextFollows: false,
  verdict: () => 'certain',
  key: foldedString,
};
