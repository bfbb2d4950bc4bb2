import { type ClauseId } from '@parlance/charter';
import { type PackIssue, shown } from '../format/pack-issue.ts';
import { type Addition } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { patternReadings, unreadablePattern } from './pattern-readings.ts';
import { isFullName, isTitledName } from './person-name.ts';
import { plainestReading } from './plainest-reading.ts';
import { groupOrView } from './red-lines.ts';

/** What stands at a word in the text is a label on it: none is put on a person, on what identifies one, on a group of people or on a view (S5). */
export const labelHits: Check = (context) =>
  context.pack.additions.flatMap((addition) =>
    addition.when === 'always' || addition.place === 'end'
      ? []
      : [
          ...wordHits(context, addition, addition.when),
          ...patternHits(context, addition, addition.when),
          ...identifierHits(context, addition, addition.when),
        ],
  );

type Matcher = Exclude<Addition['when'], 'always'>;

function wordHits(context: CheckContext, addition: Addition, { terms = [], patterns = [] }: Matcher): readonly PackIssue[] {
  const words = [
    ...terms.map((text, index) => ({ text, path: `when.terms.${index}`, line: labelled(text) })),
    // Whatever else a pattern can be read as, names are written out.
    ...patterns.map(plainestReading).map((text, index) => ({ text, path: `when.patterns.${index}`, line: ofPerson(text) })),
  ];
  return words.flatMap(({ text, path, line }) => (line === undefined ? [] : [labelIssue(context, addition, { path, text, line })]));
}

function patternHits(context: CheckContext, addition: Addition, { patterns = [] }: Matcher): readonly PackIssue[] {
  return patternReadings(patterns).flatMap((readings, index) => {
    const path = `when.patterns.${index}`;
    if (readings === null) return [issueOf(context, addition, { path, ...unreadablePattern })];
    for (const text of readings) {
      const line = groupOrView(text);
      if (line !== undefined) return [labelIssue(context, addition, { path, text, line })];
    }
    return [];
  });
}

/** What only one has. An addition at the end of an answer says nothing about where it stands. */
function identifierHits(context: CheckContext, addition: Addition, { identifiers = [] }: Matcher): readonly PackIssue[] {
  return identifiers.map((text, index) => labelIssue(context, addition, { path: `when.identifiers.${index}`, text, line: person }));
}

function labelled(text: string): Line | undefined {
  return ofPerson(text) ?? groupOrView(text);
}

function ofPerson(text: string): Line | undefined {
  return isTitledName(text) || isFullName(text) ? person : undefined;
}

type Line = NonNullable<ReturnType<typeof groupOrView>>;

interface Hit {
  readonly path: string;
  readonly text: string;
  readonly line: Line;
}

function labelIssue(context: CheckContext, addition: Addition, { path, text, line }: Hit): PackIssue {
  return issueOf(context, addition, {
    path,
    code: 'label',
    expected: `no label on ${line.what}`,
    received: shown(text),
    mend: `Remove it: it would break the clause "${line.clause}" of the charter.`,
  });
}

type Told = Pick<Parameters<typeof issueIn>[2], 'path' | 'code' | 'expected' | 'received' | 'mend'>;

function issueOf({ draft }: CheckContext, addition: Addition, told: Told): PackIssue {
  return issueIn(draft, draft.fileOf.get(addition) ?? '', { rule: 'S5', ...told });
}

const person = { clause: 'no-tracking-or-scoring', what: 'a person' } as const satisfies {
  readonly clause: ClauseId;
  readonly what: string;
};
