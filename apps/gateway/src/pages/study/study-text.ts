import { type EarlierTurn, type StudyContext } from '@parlance/web';

/**
 * Everything so far as one text that a learner can hand on: with the item, and of each answer its markers and notices, how it ended, its change line, its sources and its receipt. What is
 * no longer there is named, so that nobody takes a part for the whole.
 */
export function studyText(context: StudyContext): string {
  const { item, earlier } = context;
  const head = [`${item.subject.title}${item.code === null ? '' : ` ${item.code}`}`, item.statement, item.source.url].join('\n');
  return [head, ...leftBehind(context), ...earlier.map((turn) => turnText(turn, context))].join('\n\n---\n\n');
}

function leftBehind({ left, interfaceText: { chat, troubles } }: StudyContext): readonly string[] {
  return left === 'nothing' ? [] : [left === 'oldest' ? chat.leftBehind : troubles.unproved];
}

function turnText(turn: EarlierTurn, { words, checks, interfaceText: text }: StudyContext): string {
  const { number, question, answer, changes, sources, receipt } = turn;
  const checked = checks.get(number);
  return [
    `${text.yourQuestion}: ${question}`,
    checked === undefined ? '' : `${text.study.checked[checked.kind]}${checked.kind === 'unknown' ? '' : ` ${checked.sum}`}`,
    answer,
    howItEnded(turn, { words, interfaceText: text }),
    words.changeLine(changes.omitted, changes.added),
    sources.map(({ id, title, url }) => `[${id}] ${title} ${url}`).join('\n'),
    receipt === null ? '' : `${text.receipts.receipt}: ${receipt.id}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Empty when the answer is whole. */
function howItEnded({ ending, isCutShort }: EarlierTurn, { words, interfaceText }: Pick<StudyContext, 'words' | 'interfaceText'>): string {
  if (ending !== 'done') return words.ending(ending);
  return isCutShort ? interfaceText.cutShort : '';
}
