import { decodedTexts } from './decoded-texts.ts';
import { inOwnScript } from './own-script.ts';
import { joinedLetters } from './joined-letters.ts';
import { withoutDigits } from './spelled-with-digits.ts';

/** What a text says to whoever undoes its disguises; empty for nearly every text. Each differs from the text and from the others. */
export function otherReadings(text: string): readonly string[] {
  const plain = withoutDigits(inOwnScript(joinedLetters(text)));
  const decoded = decodedTexts(text).map((found) => found.text);
  return [...new Set([...(plain === text ? [] : [plain]), ...decoded])];
}
