/** Letters and digits alone, so that a sign or an accent that was left out makes no other text of it. */
export function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}'’ʼ]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{Mc}\p{N}]+/gu, ' ')
    .trim();
}
