import { type InterfaceId, interfaceMessages } from '@parlance/charter';
import { type TransparencyText, type TransparencyWord } from './transparency-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

/** Slots are filled with themselves: the pages put elements there. */
export function translatedTransparency(base: TransparencyText, say: Say): TransparencyText {
  const words = Object.keys(base).filter(isWord);
  return { ...base, ...Object.fromEntries(words.map((word) => [word, inWords(word)])) };

  function inWords(word: TransparencyWord): string {
    const id = `transparency.${word}` as const;
    return say(id, base[word], Object.fromEntries(interfaceMessages[id].map((slot) => [slot, `{${slot}}`])));
  }
}

function isWord(key: string): key is TransparencyWord {
  return Object.hasOwn(interfaceMessages, `transparency.${key}`);
}
