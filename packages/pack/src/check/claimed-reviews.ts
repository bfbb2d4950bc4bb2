import { type Check, issueIn } from './check-context.ts';

/** A pack can call the words of a language reviewed; only a signed review shows that somebody did it. Pages believe the word, so the claim is pointed out (S16). */
export const claimedReviews: Check = ({ draft, pack }) =>
  [...pack.interfaceLanguages].flatMap(([language, { review }]) =>
    review !== 'reviewed'
      ? []
      : [
          issueIn(draft, 'pack.yaml', {
            rule: 'S16',
            path: `interface_languages.${language}.review`,
            severity: 'warning',
            code: 'claimed-review',
            expected: 'none, or a signed review by somebody who speaks the language',
            received: review,
            mend: `Write review: none, or see to it that a review of the release covers ${language}.`,
          }),
        ],
  );
