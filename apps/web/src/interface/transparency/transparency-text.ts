import { type InterfaceId } from '@parlance/charter';

type WordOf<Id> = Id extends `transparency.${infer Word}` ? Word : never;

/** A word of the pages on transparency: its id without the first part. */
export type TransparencyWord = WordOf<InterfaceId>;

/**
 * The words of the pages on transparency. A slot stands as `{name}`: pages fill it with elements, because what stands there (a law, the name of a rule) has a language and a
 * direction of its own.
 */
export type TransparencyText = Readonly<Record<TransparencyWord, string>>;

/** Sentences that tell a difference between two versions of a pack. */
export type ChangeSentence = Extract<TransparencyWord, `changes.${string}`>;

/** What the charter says of the rules that are its own, and of how it is enforced here. */
type CharterRuleWord = Extract<
  TransparencyWord,
  `charter-rules${string}` | 'rests-on' | 'written-by' | 'charter-authors' | 'charter-since' | 'enforced.tests' | 'enforced.no-model'
>;

export type CharterRuleText = Readonly<Record<CharterRuleWord, string>>;

export type ChangeText = Readonly<Record<ChangeSentence, string>>;
