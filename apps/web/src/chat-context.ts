import { type SafetyObject } from '@parlance/wire';
import { type AnswerWords } from './answer/answer-words.ts';
import { type KnownTexts } from './answer/known-text.ts';
import { type CarriedTurn } from './answer/earlier-turn.ts';
import { type PageContext, type ReadingLevel } from './page-context.ts';

/** What a reader chose for the answers; null: what the pack says. */
export interface ReaderChoices {
  readonly level: ReadingLevel | null;
  /** ISO 15924. */
  readonly script: string | null;
  /** Others use the device: nothing waits for a broken line. */
  readonly isShared: boolean;
}

/** Why a question was not taken, in the reader's words; what they wrote stands in the field again. */
export interface NotAsked {
  readonly status: number;
  readonly message: string;
}

/** What of the conversation no longer goes along: nothing, its oldest part, because there is too much of it, or a part that this server cannot tell to be its own. */
export type LeftOut = 'nothing' | 'oldest' | 'unproved';

/** A page of the conversation. */
export interface ChatContext extends PageContext {
  readonly words: AnswerWords;
  readonly earlier: readonly CarriedTurn[];
  /** What the pack knows, where its own answers are shown; absent: nothing of it. */
  readonly known?: KnownTexts;
  /** Turns that go along with the next form and are not shown: nobody looked at them. */
  readonly passedOn: readonly string[];
  /** The reader's browser asks for languages that the pages do not have. */
  readonly isUnspoken: boolean;
  /** Number of the turn that is asked next, counted from 1 over the whole conversation. */
  readonly next: number;
  readonly left: LeftOut;
  readonly choices: ReaderChoices;
  /** Scripts to choose from, with their names in the language of the page; fewer than two are no choice. */
  readonly scripts: readonly { readonly code: string; readonly name: string }[];
  /** Names this asking: the same form sent twice gets the same answer. */
  readonly ticket: string;
  /** Id of what the answers of this page have in common (`/assets/phrases/<id>`); null: there is nothing. */
  readonly phrases: string | null;
  /** What stands in the field. */
  readonly draft: string;
  readonly notAsked: NotAsked | null;
  /** Verified resources for who wrote the draft in distress: they are there also where nothing else works. */
  readonly help: readonly SafetyObject[];
  /** Since when who answers has not (ISO 8601); null: it did when it was last asked. */
  readonly downSince: string | null;
}
