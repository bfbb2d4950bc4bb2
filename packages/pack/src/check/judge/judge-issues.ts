import { issueAt, type PackIssue, shown } from '../../format/pack-issue.ts';
import { type JudgeItem } from './judge-item.ts';
import { type JudgedItem } from './read-verdicts.ts';
import { notJudgedWords, reasonWords } from './reason-words.ts';
import { type NotJudged, type Verdict } from './verdict.ts';

export interface JudgeFindings {
  readonly model: string;
  readonly judged: readonly JudgedItem[];
  /** Restrictions that no question could hold. */
  readonly tooLong: number;
}

/** What a model found, in our words and at the place of the text; and one warning for all that it did not judge. */
export function judgeIssues({ model, judged, tooLong }: JudgeFindings): readonly PackIssue[] {
  const found = new Map(judged.flatMap((each) => brokenIssues(each, model)).map((issue) => [keyOf(issue), issue]));
  return [...found.values(), ...notJudgedIssue(whyNot(judged, tooLong), { model, of: judged.length + tooLong })];
}

function brokenIssues({ item, verdict }: JudgedItem, model: string): readonly PackIssue[] {
  return verdict.kind === 'broken' ? item.places.map((place) => brokenIssue(place, verdict, model)) : [];
}

function brokenIssue(
  { position, path }: JudgeItem['places'][number],
  { clause, reason }: Extract<Verdict, { kind: 'broken' }>,
  model: string,
): PackIssue {
  const { expected, mend } = reasonWords[reason];
  return issueAt(position, {
    rule: clause,
    code: `judged-${reason}`,
    path,
    expected,
    received: `a text that the model ${shown(model)} judges otherwise (${reason})`,
    mend: `${mend} A model can err: when the text is right, say it more plainly.`,
  });
}

/** Parts of one text stand at one place. */
function keyOf({ file, line, column, path, rule, code }: PackIssue): string {
  return JSON.stringify([file, line, column, path, rule, code]);
}

/** In the order in which each reason first came up. */
function whyNot(judged: readonly JudgedItem[], tooLong: number): ReadonlyMap<NotJudged, number> {
  const counts = new Map<NotJudged, number>();
  for (const { verdict } of judged) if (verdict.kind === 'not-judged') counts.set(verdict.why, (counts.get(verdict.why) ?? 0) + 1);
  if (tooLong > 0) counts.set('too-long', tooLong);
  return counts;
}

function notJudgedIssue(
  counts: ReadonlyMap<NotJudged, number>,
  { model, of }: { readonly model: string; readonly of: number },
): readonly PackIssue[] {
  if (counts.size === 0) return [];
  const count = [...counts.values()].reduce((sum, each) => sum + each, 0);
  const reasons = [...counts].map(([why, each]) => `${each} because ${notJudgedWords[why]}`).join(', ');
  const facts = {
    rule: 'S16',
    severity: 'warning',
    code: 'not-judged',
    path: '',
    expected: `a verdict of the model ${shown(model)} on each of ${of} texts and restrictions`,
    received: `none on ${count}: ${reasons}`,
    mend: 'Look at the server and the model, and check again. The checks without a model were made all the same.',
  } as const;
  return [issueAt({ file: 'pack.yaml', line: 1, column: 1 }, facts)];
}
