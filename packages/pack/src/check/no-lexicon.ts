import { type Check, issueIn } from './check-context.ts';
import { lexiconFor } from './lexicon/lexicons.ts';

/** Where no word of a language is known, silence is no finding: the check says that it did not look (S16). */
export const noLexicon: Check = ({ draft, pack }) =>
  [...pack.languages, ...pack.interfaceLanguages.keys()]
    .filter((language) => lexiconFor(language) === undefined)
    .map((language) =>
      issueIn(draft, 'pack.yaml', {
        rule: 'S16',
        path: pack.languages.includes(language) ? 'languages' : `interface_languages.${language}`,
        severity: 'warning',
        code: 'no-lexicon',
        expected: 'a language whose words the check knows',
        received: language,
        mend: `Have what the pack says in ${language} read by people who speak it: the checks of meaning did not run in it.`,
      }),
    );
