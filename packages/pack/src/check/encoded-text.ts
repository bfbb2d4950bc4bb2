import { textCheck } from './free-text.ts';

const address = /https?:\/\/[^\s)>"'»”]+|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[^\s)>"'»”]*)?/gi;

/** Ways to write a text so that a person who reads it does not read it (S16). */
const encodings: readonly { readonly code: string; readonly form: RegExp }[] = [
  // A long run without spaces that mixes cases and digits, or ends as base64 does. Words of German or Estonian have no capitals inside.
  {
    code: 'base64',
    form: /(?<![\p{L}\p{N}])(?=[A-Za-z0-9+/_-]*[a-z][A-Za-z0-9+/_-]*[A-Z])(?:[A-Za-z0-9+/_-]{32,}|[A-Za-z0-9+/]{11,}={1,2}|(?=[A-Za-z+/]*[0-9])[A-Za-z0-9+/]{20,})(?![\p{L}\p{N}])/u,
  },
  { code: 'hexadecimal', form: /(?<![\p{L}\p{N}])(?=[0-9 :,x]*[a-f])(?:(?:0x)?[0-9a-f]{2}[ :,]?){12,}(?![\p{L}\p{N}])/iu },
  { code: 'character-codes', form: /(?:&#x?[0-9a-f]{2,6};|\\u\{?[0-9a-f]{4,6}\}?|\\x[0-9a-f]{2}|%[0-9a-f]{2}){2,}|&#x?[0-9a-f]{2,6};/i },
  { code: 'binary', form: /(?:[01]{7,8} ?){4,}/ },
  { code: 'data-address', form: /\b(?:data|javascript|vbscript):[a-z]/i },
];

export const encodedText = textCheck(() => (text) => {
  const words = text.replace(address, ' ');
  const found = encodings.find(({ form }) => form.test(words));
  if (found === undefined) return [];
  return [
    {
      rule: 'S16',
      code: 'encoded-text',
      expected: 'text that can be read as it stands',
      received: found.code,
      mend: 'Write the text in words.',
    },
  ];
});
