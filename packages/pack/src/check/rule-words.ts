import { type PackRule } from '../format/pack-issue.ts';

/** A guarantee in words for the people who write packs. */
export interface PackRuleWords {
  /** Two to four words in hyphens, for lists. */
  readonly name: string;
  /** What holds, in one sentence. */
  readonly holds: string;
  /** Why it holds and what to do when an issue names it. */
  readonly help: string;
}

export const packRuleWords: Readonly<Record<PackRule, PackRuleWords>> = {
  S1: {
    name: 'closed-grammar',
    holds: 'A pack has only the files and fields that are known, and names in it lead somewhere.',
    help: 'What nobody knows the meaning of cannot be reviewed. Correct the spelling, move the value to the field that it belongs to, or remove it.',
  },
  S2: {
    name: 'text-stays-data',
    holds: 'Text of a pack lies inside its own block of a prompt and cannot close it.',
    help: 'Nothing in a pack is an instruction to the model. Remove delimiters and role markers from the text.',
  },
  S3: {
    name: 'closed-knobs',
    holds: 'A knob has a value from its list and names the guideline that it tunes; protected principles have no knob.',
    help: 'Choose a value from the list. A knob that is missing is a change to the charter, discussed in the open.',
  },
  S4: {
    name: 'restriction-has-law',
    holds: 'A restriction names its law, article, authority, days, reason in every language, and where to object.',
    help: 'Readers are told which law left something out. Add what is missing from the text of the law; a restriction without a law cannot be written.',
  },
  S5: {
    name: 'no-red-line',
    holds:
      'No restriction tracks people, targets a group or political views, or hides voting, registration, complaint or health emergencies.',
    help: 'No law can be followed here across a red line of the charter. Remove the restriction, or narrow it until it leaves these alone.',
  },
  S6: {
    name: 'safety-untouched',
    holds:
      'No matcher touches safety information, and each matcher does what its fixtures say; what a model judges is kept from safety information when it answers.',
    help: 'Narrow the matcher: whole phrases rather than single words. Correct fixtures that say the wrong thing.',
  },
  S7: {
    name: 'true-emergency-numbers',
    holds: 'Emergency numbers have an official source and a day of reading, and libphonenumber does not contradict them.',
    help: 'A wrong number costs lives. Read the official page again, correct the number, and write the day.',
  },
  S8: {
    name: 'tone-without-substance',
    holds: 'Tone and terminology say how something is said, and nothing of what is said.',
    help: 'Remove praise, blame, renamed contested terms and commands. List all names in use as alternatives.',
  },
  S9: {
    name: 'no-hidden-text',
    holds: 'A pack shows all that it holds: no comments, invisible characters, look-alike letters or escapes.',
    help: 'Reviewers judge what they see. Remove the character at the place that is named, or type the text anew.',
  },
  S10: {
    name: 'nothing-concealed',
    holds: 'No text asks to conceal the pack or what was done by it.',
    help: 'A pack is public, and its digest goes out with each answer. Remove the text.',
  },
  S11: {
    name: 'notices-hold-no-content',
    holds: 'A notice has only slots that are known, and none could hold the text that was left out.',
    help: 'Use the slots that the message has, in MessageFormat 2 with slots, .input and .match only.',
  },
  S12: {
    name: 'linear-matchers',
    holds: 'Matchers take linear time and have a largest length.',
    help: 'Write the pattern without unbounded repetition, or as a list of terms.',
  },
  S13: {
    name: 'stricter-for-minors',
    holds: 'Settings for people under 18 only tighten.',
    help: 'Give the rule the audience all or under-18.',
  },
  S14: {
    name: 'signed-and-reviewed',
    holds: 'A pack that takes force is signed and was reviewed by two people in the right roles.',
    help: 'Let the people whom the operator trusts sign and review; keys and roles are never in the pack.',
  },
  S15: {
    name: 'charter-version',
    holds: 'A pack is written for the version of the charter that is in force.',
    help: 'Review the pack against that version, then write its number in pack.yaml.',
  },
  S16: {
    name: 'free-text-is-harmless',
    holds: 'Every text says facts in its own language; an addition has a purpose and a basis; a notice uses every slot that it must.',
    help: 'Remove commands, opinions, encoded text and text in another language. Put back the slot that the notice lacks.',
  },
  S17: {
    name: 'clauses-say-how',
    holds: 'Every clause of the charter says how it is enforced.',
    help: 'This is about the charter itself; no pack can break it.',
  },
};
