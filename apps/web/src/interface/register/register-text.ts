import { type InterfaceId } from '@parlance/charter';

type WordOf<Id> = Id extends `register.${infer Word}` ? Word : never;

/** A word of the register: its id without the first part. */
type RegisterWord = WordOf<InterfaceId>;

/** Slots stand as `{name}`. */
export type RegisterWords = Readonly<Record<RegisterWord, string>>;

type Slots = Readonly<Record<string, string>>;

/** A word with its slots filled. */
export type RegisterText = (word: RegisterWord, slots?: Slots) => string;

type Say = (id: InterfaceId, otherwise: string, slots?: Slots) => string;

export function registerText(words: RegisterWords): RegisterText {
  return (word, slots = {}) => words[word].replaceAll(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}

export function translatedRegister(base: RegisterText, say: Say): RegisterText {
  return (word, slots = {}) => say(`register.${word}`, base(word, slots), slots);
}
