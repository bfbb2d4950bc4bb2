import { type ChatText } from './chat-text.ts';

export const enChat: ChatText = {
  conversation: 'Conversation',
  goOn: 'The questions and answers above go along with the next question.',
  startAnew: 'Start anew',
  choices: 'How the answer is written',
  readingLevel: 'Language',
  levels: { standard: 'As usual', plain: 'Plain', easy: 'Easy to read' },
  script: 'Script',
  sharedDevice: 'Others use this device too',
  sharedDeviceHint: 'Then nothing is kept: not here, and not for a broken line either.',
  keptHeading: 'What is kept of a conversation',
  kept:
    'This server keeps no conversation. The page itself brings the earlier questions along. An answer waits here for ten minutes at most, in case the line breaks, and is ' +
    'never written to a disk. The log records that an answer was given and what was changed, never what was asked or said.',
  leftBehind: 'The conversation is long. Its oldest part no longer goes along with the next question.',
  emptyQuestion: 'There was no question to answer. Write one, and ask again.',
  tooLong: (characters) => `The question is too long. Please shorten it to ${characters} characters; it still stands in the field.`,
  tooMany: (minutes) =>
    `Many questions have come from your connection. Please ask again in ${minutes} min; your question still stands in the field.`,

  stop: 'Stop',
  stopped: 'You stopped this answer.',
  edit: 'Change the question',
  again: 'Answer again',
  copy: 'Copy with its notices',
  copied: 'Copied',
  share: 'Share the receipt',
  listen: 'Read aloud',
  silence: 'Stop reading',
  dictate: 'Dictate',
  dictateHint: 'Your browser may send your voice to its maker.',
  waiting: 'The answer is being written.',
  lineLost: 'The line broke. The answer goes on being written, and is fetched again.',
  lineBroken: 'The line is still broken. Your question stands in the field; ask again when you are connected.',
  keepHere: 'Keep this conversation on this device',
  keepHereHint: 'Only in this browser, until you remove it.',
  forget: 'Remove what is kept',
  dataUsed: '{kilobytes} KB were used for this answer.',
};
