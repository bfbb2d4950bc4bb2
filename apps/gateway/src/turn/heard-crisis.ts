import { type CrisisKind } from '@parlance/charter';
import { hasSubject } from '@parlance/pack';
import { isYouthConcern } from '../country/crisis.ts';
import { type Country } from '../country/country.ts';
import { crisisIn } from '../country/distress/crisis-in.ts';
import { hasNoWords } from './ground.ts';

/** What is heard of danger or distress in a conversation; null: none. */
export interface HeardCrisis {
  /** In what the person says now. */
  readonly now: CrisisKind | null;
  /** In the last of their recent questions in which they were. */
  readonly before: CrisisKind | null;
}

export interface Heard {
  /** What the person says now. */
  readonly asked: string;
  /** Their recent questions, the first first. */
  readonly earlier: readonly string[];
  readonly isYoung: boolean;
}

export function heardCrisis({ asked, earlier, isYoung }: Heard): HeardCrisis {
  const hear = (text: string): CrisisKind | null => crisisIn(text) ?? (isYoung && isYouthConcern(text) ? 'child' : null);
  return { now: hear(asked), before: firstOf([...earlier].reverse(), (text) => hear(endsOf(text))) };
}

/** Of what was said before, as much is read at either end; in UTF-16 units. */
const longestRead = 4000;

function endsOf(text: string): string {
  return text.length <= 2 * longestRead ? text : `${text.slice(0, longestRead)}\n${text.slice(-longestRead)}`;
}

function firstOf(texts: readonly string[], hear: (text: string) => CrisisKind | null): CrisisKind | null {
  for (const text of texts) {
    const kind = hear(text);
    if (kind !== null) return kind;
  }
  return null;
}

export interface FollowUp {
  readonly heard: HeardCrisis;
  readonly question: string;
  /** What is looked up for it. */
  readonly subject: string;
  readonly language: string;
  /** Whoever learns sends sums, and a sum is about itself. */
  readonly isLearning: boolean;
}

/**
 * Whether a question after a cry for help is about nothing but that: `what should I do?`, `where?`. One that goes back to a thing that was asked about since is about that thing.
 */
export function isAboutBefore({ index }: Pick<Country, 'index'>, { heard, question, subject, language, isLearning }: FollowUp): boolean {
  if (
    heard.now !== null ||
    heard.before === null ||
    subject !== question ||
    (isLearning && (hasNoWords(question) || /\p{N}/u.test(question)))
  )
    return false;
  return !hasSubject(index, question, language);
}
