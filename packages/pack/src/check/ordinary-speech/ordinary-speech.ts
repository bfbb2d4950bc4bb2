import { latin } from './latin.ts';
import { otherScripts } from './other-scripts.ts';

/**
 * Sentences that anybody may write, by language: views on those who govern, voting, complaints, names of groups. No law of a closed type can ask for one of these to be left out, so that a matcher that hits one is too wide, however it is spelled.
 */
export const ordinarySpeech: Readonly<Record<string, readonly string[]>> = { ...latin, ...otherScripts };
