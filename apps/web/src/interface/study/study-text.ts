import { type AgeBand, type Hint } from '@parlance/charter';

/** The words of study mode, around the words of task and help. */
export interface StudyText {
  readonly title: string;
  readonly lead: string;
  /** The pack has no study mode. */
  readonly none: string;
  readonly subjects: string;
  readonly unknown: string;
  readonly item: string;
  readonly identifier: string;
  onlyIn(language: string): string;
  readonly another: string;
  /** Starts again with the same item. */
  readonly afresh: string;
  /** Where no model answers; where one does, the charter's own sentence stands. */
  readonly noPerson: string;

  readonly ladder: string;
  readonly rungs: Readonly<Record<Hint, string>>;
  readonly now: string;
  readonly given: string;
  readonly open: string;
  needs(tries: string): string;
  made(tries: string): string;
  /** What the count proves. */
  readonly countHint: string;
  readonly countLost: string;
  readonly notCounted: string;
  tooFew(tries: string): string;
  readonly why: string;

  /** Where no model is connected: what is there all the same. */
  readonly noModel: string;
  /** Of a rung, where no model is connected. */
  readonly withoutModel: string;
  readonly needsModel: string;
  /** For who sends a try without a try in it. */
  readonly noTry: string;
  /** What is known of a try. The sum of which it is known stands behind it, but for `unknown`; of a wrong one, that its sides are not equal. */
  readonly checked: Readonly<Record<'right' | 'wrong' | 'holds' | 'unknown', string>>;
  /** Heads what stands once for all answers. */
  readonly rulesHere: string;
  listOnlyIn(language: string): string;
  readonly officialWords: string;

  readonly taskLabel: string;
  readonly showTry: string;
  readonly next: string;
  /** Stands in the conversation for a press on `next`. */
  readonly nextQuestion: string;
  readonly age: string;
  readonly ages: Readonly<Record<AgeBand | 'unsaid', string>>;
  readonly ageHint: string;

  readonly shareHeading: string;
  readonly share: string;
  readonly asText: string;
  readonly textLabel: string;

  /** What an answerer without a model asks back. */
  readonly asksBack: Readonly<Record<Hint, string>>;
}
