import { type InterfaceText } from '../interface/interface-text.ts';
import { languageName } from '../register/value-names.ts';
import { type ToldChange } from './transparency-facts.ts';

type Place = Pick<ToldChange, 'sentence' | 'file' | 'field'>;

/** The language whose file was changed, by its name; null: the change is of no one language. */
export function languageOfChange({ file }: Place, text: InterfaceText): string | null {
  const [, code] = /^(?:locale|notices|interface)\/([^/]+)\.yaml$/.exec(file) ?? [];
  return code === undefined ? null : languageName(code, text.language);
}

/** How answers are worded, in words; what has none stays as the pack has it. */
export function mannerInWords(value: string, { sentence, field }: Place, text: InterfaceText): string {
  if (sentence !== 'changes.manner') return value;
  const knob = /(?:^|\.)(register|address|reading_level)(?:\.value)?$/.exec(field)?.[1];
  if (knob === undefined) return value;
  const levels: Readonly<Record<string, string>> = text.chat.levels;
  const words: Readonly<Record<string, string>> = text.transparency;
  return (knob === 'reading_level' ? levels[value] : words[`manners.${value}`]) ?? value;
}
