import { type PackRule, shown } from '../format/pack-issue.ts';
import { evaluation } from './evaluation-matcher.ts';
import { textCheck } from './free-text.ts';
import { folded, type Matches, matcherFor } from './phrase.ts';
import { concealments } from './phrases/concealment.ts';
import { instructions } from './phrases/instruction.ts';

interface Kind {
  readonly code: string;
  readonly found: Matches;
  readonly rule: (folder: string) => PackRule;
  readonly expected: string;
  readonly mend: string;
}

/** Tone and terminology are S8; the same words elsewhere are S16. */
function bySubject(folder: string): PackRule {
  return folder === 'locale' || folder === 'terminology' ? 'S8' : 'S16';
}

const kinds: readonly Kind[] = [
  {
    code: 'concealment',
    found: matcherFor(concealments),
    rule: () => 'S10',
    expected: 'nothing that asks to be concealed',
    mend: 'Remove the words that ask to keep something from the reader; a pack is public.',
  },
  {
    code: 'instruction',
    found: matcherFor(instructions),
    rule: bySubject,
    expected: 'information, not a command to whoever answers',
    mend: 'State the fact itself; a pack cannot tell the assistant what to say.',
  },
  {
    code: 'evaluation',
    found: evaluation,
    rule: bySubject,
    expected: 'no praise or blame of those who govern or want to',
    mend: 'Remove the judgement; a pack has no opinion of any authority, party or leader.',
  },
];

/**
 * First defence against texts that carry substance: commands, secrecy, praise and blame, in nine languages whatever the language of the text.
 * It works by phrases and knows only those; what it does not know is left to reviewers and to the evaluation of behaviour (E1, E5).
 */
export const prose = textCheck(() => (text, { folder }) => {
  const plain = folded(text);
  return kinds
    .filter(({ found }) => found(plain))
    .map(({ rule, code, expected, mend }) => ({ rule: rule(folder), code, expected, received: shown(text), mend }));
});
