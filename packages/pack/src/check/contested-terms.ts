import { type PackIssue, shown } from '../format/pack-issue.ts';
import { type Term } from '../pack.ts';
import { type Check, issueIn } from './check-context.ts';
import { folded } from './phrase.ts';
import { contestedTerms } from './phrases/contested-terms.ts';

const groups = contestedTerms.map((names) => new Set(names.map(folded)));

/** A term that two sides call differently lists the other name as an alternative (S8). */
export const contested: Check = ({ draft, pack }) =>
  [...pack.terminology].flatMap(([language, terms]) =>
    terms.flatMap((term, index): readonly PackIssue[] => {
      if (!isOneSided(term)) return [];
      const facts = {
        code: 'contested-term',
        expected: 'the other names among the alternatives',
        received: shown(term.term),
        mend: 'List the name that the other side uses as an alternative.',
      };
      return [issueIn(draft, `terminology/${language}.csv`, { rule: 'S8', path: String(index), ...facts })];
    }),
  );

function isOneSided({ term, alternatives }: Term): boolean {
  const names = [term, ...alternatives].map(folded);
  return groups.some((group) => names.filter((name) => group.has(name)).length === 1);
}
