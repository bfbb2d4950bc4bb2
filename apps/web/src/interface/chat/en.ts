import { type ChatText } from './chat-text.ts';

export const enChat: ChatText = {
  conversation: 'Conversation',
  goOn: 'The questions and answers above go along with the next question.',
  startAnew: 'Start anew',
  choices: 'How the answer is written',
  readingLevel: 'How simple?',
  levels: { standard: 'As usual', plain: 'Plain', easy: 'Easy to read' },
  script: 'Script',
  sharedDevice: 'Others use this device too',
  sharedDeviceHint: 'Then nothing is kept: not here, and not for a broken line either.',
  keptHeading: 'What is kept of a conversation',
  kept:
    'This server keeps no conversation. ' +
    'Your browser keeps it with this tab and sends the earlier questions along with the next one; whoever answers, named at the foot of the page, is given them. ' +
    'An answer waits in the memory of this server, for ten minutes or a little longer, in case the line breaks, and is never written to a disk. ' +
    'The log records that an answer was given and what was changed, never what was asked or said. ' +
    'With the box “Others use this device too” neither the tab nor the server keeps anything.',
  leftBehind: 'The conversation is long. Its oldest part no longer goes along with the next question.',
  emptyQuestion: 'There was no question to answer. Write one, and ask again.',
  tooLong: (characters) => `The question is too long. Please shorten it to ${characters} characters; it still stands in the field.`,
  tooMany: (minutes) =>
    `Many questions have come in the last hour over the internet connection that you use, perhaps from other people. You can ask again in ${minutes} min. Your question still stands in the field.`,
  tooLarge:
    'More was sent at once than this server takes. Your question stands in the field as far as it was read. Ask again to go on without the earlier part of the conversation.',
  notShown: 'Your conversation is not lost. This page does not show it; it goes along with your next question and is shown again then.',
  linksBeside: 'Links in answers open beside this page.',

  stop: 'Stop',
  stopped: 'You stopped this answer.',
  stoppedHere:
    'You stopped this answer. What stands here is all that came: the line that tells its changes did not, and it does not go along with the next question.',
  edit: 'Change the question',
  keepQuestion: 'Leave it as it was',
  again: 'Answer again',
  copy: 'Copy with its notices',
  copied: 'Copied',
  share: 'Share the receipt',
  shareHint: 'A link that proves this answer; the text is not in it.',
  shareLink: 'Share the link',
  listen: 'Read aloud',
  silence: 'Stop reading',
  dictate: 'Dictate',
  dictateHint: 'Your browser may send your voice to its maker.',
  waiting: 'The answer is being written.',
  notSent: 'Not sent yet. Trying again.',
  lineLost: 'The line broke. The answer goes on being written, and is fetched again.',
  lineBroken: 'The line is still broken. Your question stands in the field; ask again when you are connected.',
  failed: 'The answer could not be given. Your question stands in the field; please try again later.',
  keepHere: 'Keep this conversation on this device',
  keepHereHint: 'Only in this browser, until you remove it.',
  forget: 'Remove what is kept',
  notBroughtBack:
    'The conversation that is kept on this device could not be fetched. It is still kept; load the page again to try once more.',
  dataUsed: '{kilobytes} KB were used for this answer.',
};
