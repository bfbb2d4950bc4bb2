import { type ClauseId } from '@parlance/charter';
import { type PackIssue, shown } from '../format/pack-issue.ts';
import { type Addition } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { isFullName, isTitledName } from './person-name.ts';
import { plainestReading } from './plainest-reading.ts';
import { groupOrView } from './red-lines.ts';

/** What stands at a word in the text is a label on it: none is put on a person, a group of people or a view (S5). */
export const labelHits: Check = (context) =>
  context.pack.additions.flatMap((addition) =>
    addition.when === 'always' || addition.place === 'end'
      ? []
      : wordsOf(addition.when).flatMap((word) => labelled(context, addition, word)),
  );

interface Word {
  readonly text: string;
  readonly path: string;
}

function wordsOf({ terms = [], patterns = [] }: Exclude<Addition['when'], 'always'>): readonly Word[] {
  return [
    ...terms.map((text, index) => ({ text, path: `when.terms.${index}` })),
    ...patterns.map((pattern, index) => ({ text: plainestReading(pattern), path: `when.patterns.${index}` })),
  ];
}

function labelled({ draft }: CheckContext, addition: Addition, { text, path }: Word): readonly PackIssue[] {
  const line = isTitledName(text) || isFullName(text) ? person : groupOrView(text);
  if (line === undefined) return [];
  return [
    issueIn(draft, draft.fileOf.get(addition) ?? '', {
      rule: 'S5',
      path,
      code: 'label',
      expected: `no label on ${line.what}`,
      received: shown(text),
      mend: `Remove it: it would break the clause "${line.clause}" of the charter.`,
    }),
  ];
}

const person = { clause: 'no-tracking-or-scoring', what: 'a person' } as const satisfies {
  readonly clause: ClauseId;
  readonly what: string;
};
