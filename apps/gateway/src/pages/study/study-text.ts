import { type StudyContext } from '@parlance/web';

/** Everything so far as one text that a learner can hand on: with the item, the markers and notices of each answer, its change line and its receipt. */
export function studyText({ item, earlier, words, interfaceText }: StudyContext): string {
  const head = [`${item.subject.title}${item.code === null ? '' : ` ${item.code}`}`, item.statement, item.source.url].join('\n');
  const turns = earlier.map(({ question, answer, changes, receipt }) =>
    [
      `${interfaceText.yourQuestion}: ${question}`,
      answer,
      words.changeLine(changes.omitted, changes.added),
      ...(receipt === null ? [] : [`${interfaceText.receipts.receipt}: ${receipt.id}`]),
    ].join('\n\n'),
  );
  return [head, ...turns].join('\n\n---\n\n');
}
