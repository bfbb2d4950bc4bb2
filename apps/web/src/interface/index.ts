import { en } from './en.ts';
import { et } from './et.ts';
import { type InterfaceText } from './interface-text.ts';
import { ru } from './ru.ts';

const texts: readonly InterfaceText[] = [en, et, ru];

export { translatedInterface, type Translate } from './translated.ts';
export { type InterfaceText } from './interface-text.ts';

/** The words in the reader's language; in English when there are none. */
export function interfaceIn(language: string): InterfaceText {
  const base = language.toLowerCase().split('-')[0];
  return texts.find((text) => text.language === base) ?? en;
}
