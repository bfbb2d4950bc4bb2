import { inLanguage } from '@parlance/disclosure';
import { type Pack } from '@parlance/pack';

/** The log has the name of an authority in one language. Where the pack in force has that name, it has those of the other languages too. */
export function authorityNames({ restrictions }: Pick<Pack, 'restrictions'>, language: string): ReadonlyMap<string, string> {
  return new Map(
    restrictions.flatMap(({ authority }) => {
      const { text } = inLanguage(authority, language);
      return Object.values(authority).map((name) => [name, text] as const);
    }),
  );
}
