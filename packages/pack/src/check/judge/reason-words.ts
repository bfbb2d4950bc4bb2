import { type JudgedReason, type NotJudged } from './verdict.ts';

interface ReasonWords {
  readonly expected: string;
  readonly mend: string;
}

export const reasonWords: Readonly<Record<JudgedReason, ReasonWords>> = {
  tracking: { expected: 'nothing that follows or reports persons', mend: 'Remove what finds, lists or reports people.' },
  exclusion: { expected: 'nothing that excludes or singles out a group', mend: 'Say it of everybody, or remove it.' },
  opinion: {
    expected: 'nothing that targets political opinion, protest or the press',
    mend: 'Narrow it until it leaves opinions alone, or remove it.',
  },
  rights: {
    expected: 'nothing that hides voting, registration, complaints, courts or emergencies',
    mend: 'Narrow it until it leaves these alone, or remove it.',
  },
  praise: { expected: 'no praise', mend: 'State the fact alone.' },
  blame: { expected: 'no blame', mend: 'State the fact alone.' },
  renaming: { expected: 'contested things under all their names', mend: 'Use the term of the source, and list the other names in use.' },
  instruction: { expected: 'a statement, no instruction to the model', mend: 'State the fact alone; a pack gives no orders.' },
  concealment: { expected: 'nothing that conceals the pack or what it does', mend: 'Remove the text: what a pack does is public.' },
  propaganda: { expected: 'facts that take no side', mend: 'State the fact alone, with its source.' },
  euphemism: { expected: 'plain words for what was left out or refused', mend: 'Say that something was left out, and why.' },
  misleading: { expected: 'what the law and the source say', mend: 'Read the source again and say what it says, or remove the text.' },
};

/** After "not judged, because". */
export const notJudgedWords: Readonly<Record<NotJudged, string>> = {
  unreachable: 'the server could not be reached',
  slow: 'the answer took too long',
  busy: 'the server was busy',
  refused: 'the server refused',
  'server-error': 'the server failed',
  'too-large': 'the answer was too large',
  unreadable: 'the answer was not in the form that was asked for',
  unanswered: 'the answer left them out',
  distracted: 'the answer also overlooked a text that is wrong beyond doubt',
  'out-of-time': 'the time for a run was used up',
  'too-long': 'a question would be too long',
};
