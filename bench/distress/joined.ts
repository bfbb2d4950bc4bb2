import { type Example } from './examples.ts';

/** How many texts of each language are made by joining, and of how many examples each at most. */
const calm = { texts: 450, parts: 6 };
const distressed = { texts: 100, parts: 4 };

/** Longer texts, several harmless examples or several of distress behind each other: what makes up a long message is no sign of either. `random` gives 0 to 1. */
export function joined(
  examples: readonly Example[],
  random: () => number,
): readonly { readonly text: string; readonly distress: boolean }[] {
  const languages = [...new Set(examples.map(({ language }) => language))];
  return languages.flatMap((language) =>
    [false, true].flatMap((distress) => {
      const from = examples.filter((example) => example.language === language && example.distress === distress);
      const { texts, parts } = distress ? distressed : calm;
      const some = (): string => from[Math.floor(random() * from.length)]?.text ?? '';
      return Array.from({ length: texts }, () => {
        const count = 2 + Math.floor(random() * (parts - 1));
        return { text: Array.from({ length: count }, some).join(' '), distress };
      });
    }),
  );
}
