/** A text from its end to its beginning, mark by mark. */
export function mirrored(text: string): string {
  return (text.normalize('NFC').match(/\P{M}\p{M}*/gu) ?? []).reverse().join('');
}

const letters = 26;

/** Latin letters moved by half of the alphabet. */
export function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + letters / 2) % letters) + first);
  });
}
