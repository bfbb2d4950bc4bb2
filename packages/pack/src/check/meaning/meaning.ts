import { type PackRule, shown } from '../../format/pack-issue.ts';
import { textCheck, type TextFault } from '../free-text.ts';
import { judgeText, type Subject } from './judge-text.ts';
import { type MeaningCode } from './meaning-pattern.ts';
import { phraseCodes } from './phrase-codes.ts';
import { type TextKind } from './text-kind.ts';

interface Fault {
  readonly rule: (kind: TextKind) => PackRule;
  readonly expected: string;
  readonly mend: string;
}

/** Tone and terminology are S8; the same words elsewhere are S16. */
const bySubject = (kind: TextKind): PackRule => (kind === 'term' || kind === 'setting' ? 'S8' : 'S16');

const faults: Readonly<Record<MeaningCode, Fault>> = {
  instruction: {
    rule: bySubject,
    expected: 'information, not a command to whoever answers',
    mend: 'State the fact itself; a pack cannot tell the assistant what to say.',
  },
  concealment: {
    rule: () => 'S10',
    expected: 'nothing that asks to be concealed',
    mend: 'Remove the words that ask to keep something from the reader; a pack is public.',
  },
  evaluation: {
    rule: bySubject,
    expected: 'no praise or blame of those who govern, of those who oppose them or of a people',
    mend: 'Remove the judgement; a pack has no opinion of any authority, party, people or leader.',
  },
  exclusion: {
    rule: () => 'S5',
    expected: 'no group that is refused something or is not told of it',
    mend: 'Name the condition of the law itself; a pack cannot keep anything from people for who they are, where they come from or what they think.',
  },
  denunciation: {
    rule: () => 'S5',
    expected: 'nothing that has people reported, listed or followed for what they think or ask',
    mend: 'Remove it: it would break the clause "no-tracking-or-scoring" of the charter.',
  },
  renaming: {
    rule: bySubject,
    expected: 'terms with their alternatives, none of which is forbidden',
    mend: 'List the other names as alternatives; a pack cannot order that a thing be called by one name only.',
  },
  'hostile-definition': {
    rule: bySubject,
    expected: 'a definition without a judgement of those whom it defines',
    mend: 'Say what the word means, and leave out what is to be thought of it.',
  },
  'no-redress': {
    rule: () => 'S16',
    expected: 'a way to object that is open to everyone',
    mend: 'Name the body that hears objections; leave out conditions and refusals.',
  },
  'hides-civic-information': {
    rule: () => 'S5',
    expected: 'no reason for keeping back what people need to vote, to complain or to be safe',
    mend: 'Remove the restriction: it would break the clause "civic-information-is-reachable" of the charter.',
  },
  'conditional-help': {
    rule: () => 'S5',
    expected: 'help for everyone, at once and without conditions',
    mend: 'Say what the number is for; help in danger depends on nothing.',
  },
  'political-purpose': {
    rule: () => 'S16',
    expected: 'the purpose that the law itself has',
    mend: 'Say whom or what the law protects; the standing of those who govern is no such purpose.',
  },
  promotion: {
    rule: () => 'S16',
    expected: 'a text that fits its purpose and advertises nothing',
    mend: 'Remove what is offered for sale; a notice tells what the law or the office has to tell.',
  },
  discouragement: {
    rule: () => 'S5',
    expected: 'no discouragement from voting, complaining or appealing',
    mend: 'Say how it is done, and leave out whether it is worth while.',
  },
};

/** What is wrong with the meaning of a text, each fault once, whether its phrases or the words of its sentences show it. */
export function faultsOf(text: string, subject: Subject): readonly TextFault[] {
  return [...new Set([...phraseCodes(text), ...judgeText(text, subject)])].map((code) => {
    const { rule, expected, mend } = faults[code];
    return { rule: rule(subject.kind), code, expected, received: shown(text), mend };
  });
}

/** Texts that mean what a pack must not say, by what their sentences combine (S5, S8, S10, S16). */
export const meaning = textCheck(() => faultsOf);
