import { foldedString } from '../text/fold.ts';
import { contextWords } from './context-words.ts';
import { type Identifier } from './identifier.ts';

const local = "\\w[\\w.%+&'-]{0,63}";
const last = '(\\p{L}{2,24}|xn--[a-z0-9-]{2,40})';
const host = '[\\w-]{1,63}(\\.[\\w-]{1,63}){0,3}';
const end = `\\.${last}`;
/** As itself, percent-encoded in a link's address, and as the references to a character of HTML. */
const at = '@|%40|&#0{0,5}64;|&#x0{0,5}40;|&commat;';
/** Ends with a letter or digit: else the end of each sentence would be held back as what an address may begin with. */
const spelledLocal = "\\w([\\w.%+&'-]{0,62}\\w)?";
/** As people write it who do not want to be found by a machine: `name (at) example (dot) org`. */
const dot = ' ?[(\\[{] ?dot ?[)\\]}] ?';
const spelledHost = `[\\w-]{1,40}((\\.|${dot})[\\w-]{1,40}){0,2}`;
const spelledAt = / ?[([{] ?at ?[)\]}] ?/g;
const spelledDot = / ?[([{] ?dot ?[)\]}] ?/g;

/** E-mail address: a dot-atom, `@` and a host name (RFC 5322 section 3.4.1 without quoted strings, RFC 1123 labels). */
export const email: Identifier = {
  id: 'email',
  type: 'contact-detail',
  class: 'email',
  country: null,
  forms: [`${local}(${at})${host}${end}`, `${spelledLocal} ?[(\\[{] ?at ?[)\\]}] ?${spelledHost}(\\.|${dot})${last}`].map((pattern) => ({
    pattern,
    score: 1,
  })),
  hasChecksum: false,
  context: contextWords([]),
  languages: [],
  contextFollows: false,
  verdict: () => 'certain',
  key: (candidate) => foldedString(candidate).replace(new RegExp(at), '@').replace(spelledAt, '@').replace(spelledDot, '.'),
};
