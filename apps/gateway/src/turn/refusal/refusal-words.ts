/**
 * How models of one language refuse, as sources of regular expressions over text in lower case without markup, quotations and doubled spaces. A sentence refuses where any number of
 * `openings` is followed by one of `refusing`.
 */
export interface RefusalWords {
  /** What is said before it: an apology, thanks, what the speaker is. */
  readonly openings: readonly string[];
  /** The refusal itself. */
  readonly refusing: readonly string[];
  /** With one of these anywhere in it, the sentence tells of what is not known or not seen, and refuses nothing. */
  readonly unless: readonly string[];
  /** How letters begin: what somebody else is to send is not what the model says. */
  readonly salutations: readonly string[];
}

/** Every beginning with every end, with at most so many characters between them. */
export function spans(beginnings: readonly string[], most: number, ends: readonly string[]): string {
  return `(?:${beginnings.join('|')})[^.!?。！？؟।]{0,${String(most)}}?(?:${ends.join('|')})`;
}

/** What follows an opening up to the next comma, "but" or end. */
export const clause =
  '(?:(?! (?:but|however|yet|so|aber|jedoch|mais|cependant|pero|но|однако|kuid|aga|ama|ancak|fakat|لكن|ولكن|लेकिन) )[^.!?,،，。！？؟।;:—–-]){0,90}';
