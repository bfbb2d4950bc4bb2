const latin: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's', '!': 'i' };
const cyrillic: Readonly<Record<string, string>> = { 0: 'о', 3: 'з', 4: 'ч', 6: 'б', 1: 'і', '@': 'а' };

/** Letters with a digit or a sign between them. Digits at the end of a word number it. */
const withDigits = /(?<![\p{L}\d@$!])(?:[\p{L}\d@$!]*\p{L}[0134568@$!7]+\p{L}[\p{L}\d@$!]*|[013457@$]\p{L}{3,})/gu;

/** Digits and signs that stand for letters, as letters. */
export function withoutDigits(text: string): string {
  return text.replace(withDigits, (word) => {
    const letters = /\p{sc=Cyrl}/u.test(word) ? cyrillic : latin;
    return Array.from(word, (character) => letters[character] ?? character).join('');
  });
}
