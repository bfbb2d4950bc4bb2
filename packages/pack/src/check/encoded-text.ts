import { decodedTexts } from './disguise/decoded-texts.ts';
import { hasLettersApart } from './disguise/joined-letters.ts';
import { textCheck } from './free-text.ts';

const address = /https?:\/\/[^\s)>"'»”]+|(?<![a-z0-9-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]+)+(?:\/[^\s)>"'»”]*)?/gi;
const dataAddress = /\b(?:data|javascript|vbscript):[a-z]/i;

const reference = /&#x?[0-9a-f]{2,6};/i;

/** Longer than any checksum. What cannot be read has no place in a text. */
const blob = /[A-Za-z0-9+/_=-]{140,}/;

/** Ways to write a text so that a person who reads it does not read it (S16). */
export const encodedText = textCheck(() => (text) => {
  const found = disguiseOf(text.replace(address, ' '));
  if (found === null) return [];
  return [
    {
      rule: 'S16',
      code: 'encoded-text',
      expected: 'text that can be read as it stands',
      received: found,
      mend: 'Write the text in words.',
    },
  ];
});

function disguiseOf(text: string): string | null {
  const [decoded] = decodedTexts(text);
  if (decoded !== undefined) return decoded.encoding;
  if (hasLettersApart(text)) return 'letters that stand apart';
  if (reference.test(text)) return 'character references';
  if (dataAddress.test(text)) return 'an address that holds a text';
  return blob.test(text) ? 'a run of signs that nobody can read' : null;
}
