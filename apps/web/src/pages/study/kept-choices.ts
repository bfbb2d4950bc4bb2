import { type StudyContext } from '../../study-context.ts';

/** What a link from one task to another takes along, as fields of its address: what was chosen stays chosen, above all that nothing is kept and that the rules are stricter. */
export function keptChoices({
  choices: { level, script, isShared },
  age,
}: Pick<StudyContext, 'choices' | 'age'>): Readonly<Record<string, string>> {
  return {
    ...(isShared && { shared: '1' }),
    ...(level !== null && { level }),
    ...(script !== null && { script }),
    ...(age !== null && { age }),
  };
}
