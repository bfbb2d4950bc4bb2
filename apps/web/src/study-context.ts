import { type AgeBand, type Hint } from '@parlance/charter';
import { type ToldAbove } from './answer/told-above.ts';
import { type ChatContext } from './chat-context.ts';
import { type PageContext } from './page-context.ts';

/** An item of a curriculum, in the words of its source. */
export interface StudyItem {
  /** UUID of CASE. */
  readonly id: string;
  readonly code: string | null;
  readonly statement: string;
  /** The beginning of the statement. */
  readonly short: string;
  /** BCP 47. */
  readonly language: string;
  /** Of the language, in that of the page; null: it is that of the page. */
  readonly foreign: string | null;
  readonly subject: { readonly name: string; readonly title: string };
  readonly source: { readonly publisher: string; readonly url: string; readonly read: string; readonly notes: string | null };
}

/** Items under one heading, in the order of the curriculum. */
export interface StudyGroup {
  /** Null: they stand under the curriculum itself. */
  readonly heading: string | null;
  readonly items: readonly (Pick<StudyItem, 'id' | 'code' | 'statement' | 'short' | 'language'> & {
    /** Name of its language, where that is another than the curriculum's and the page's; null: it is not. */
    readonly foreign: string | null;
  })[];
}

/** Where somebody chooses what to work on. */
export interface StudyStartContext extends PageContext, Pick<StudyContext, 'choices' | 'age'> {
  readonly subjects: readonly {
    readonly name: string;
    readonly title: string;
    readonly language: string;
    /** Name of the language, in that of the page; null: it is that of the page. */
    readonly foreign: string | null;
    /** Empty until the subject is chosen. */
    readonly groups: readonly StudyGroup[];
  }[];
  /** Chosen; null: none is. */
  readonly subject: string | null;
  /** Whether something was asked for that is not there. */
  readonly isUnknown: boolean;
}

export interface StudyRung {
  readonly hint: Hint;
  /** Tries before it. */
  readonly tries: number;
  readonly state: 'given' | 'now' | 'open' | 'closed';
}

/** A setting of the pack as it holds, and who set it. */
export interface StudyReason {
  readonly key: string;
  readonly value: string;
  /** Layer, or file and line. */
  readonly origin: string;
}

/** What is known of a try by exact arithmetic, and the sum of which it is known. */
export type CheckedTry = { readonly kind: 'right' | 'wrong' | 'holds'; readonly sum: string } | { readonly kind: 'unknown' };

/** Where somebody works on an item. */
export interface StudyContext extends ChatContext {
  readonly item: StudyItem;
  readonly ladder: readonly StudyRung[];
  readonly tries: number;
  /** Whether the next rung may be asked for without a try. */
  readonly canGoUp: boolean;
  /** By the number of the turn. */
  readonly checks: ReadonlyMap<number, CheckedTry>;
  /** The notice that the charter adds to every answer here; null: none. */
  readonly standing: (ToldAbove & { readonly text: string }) | null;
  /** Said where nobody is asked and nothing is wrong; null: nothing is to be said. */
  readonly kindly: string | null;
  readonly isCountLost: boolean;
  /** Carries the count, signed by the server. */
  readonly progress: string;
  /** That no person answers, where it is due; null: it is not. */
  readonly reminder: string | null;
  readonly reasons: readonly StudyReason[];
  /** The bands that may be chosen beside saying nothing. */
  readonly ages: readonly AgeBand[];
  readonly age: AgeBand | null;
  /** Everything so far as one text; null: it was not asked for. */
  readonly copied: string | null;
}
