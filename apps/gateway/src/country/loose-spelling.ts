/**
 * One spelling for the many of people in a hurry: small letters without marks and apostrophes, each letter once where it stands twice, umlauts written out or not, Arabic letters in
 * their plain forms. Words and texts are compared in it; nothing is ever shown in it. A star stays a star.
 */
export function loosely(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640'’‘ʼ`´]/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 's')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/([aou])e/gu, '$1')
    .replace(/([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}])\1+/gu, '$1');
}

/** A word of a text, loosely spelt, with the numbers of its sentence and of its clause. */
export interface LooseWord {
  readonly word: string;
  readonly sentence: number;
  readonly clause: number;
}

const wordOrEnd = /[\p{L}\p{N}*]+|[.!?;:…؟۔\n]|[,،]/gu;

/** `parting`: words in loose spelling that begin another clause. */
export function looseWords(text: string, parting: ReadonlySet<string> = new Set()): readonly LooseWord[] {
  let [sentence, clause] = [0, 0];
  return (loosely(text).match(wordOrEnd) ?? []).flatMap((part) => {
    if (parting.has(part)) clause += 1;
    if (/[\p{L}\p{N}*]/u.test(part)) return [{ word: part, sentence, clause }];
    clause += 1;
    if (part !== ',' && part !== '،') sentence += 1;
    return [];
  });
}
