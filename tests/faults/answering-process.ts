// A process whose disk fails: `<folder>`. Opens the answer log as a server does, answers, closes batches, and prints each promise, each checkpoint and each fault.
import { CodedError } from '@parlance/core';
import { type AnswerLog, openAnswerLog } from '../../apps/gateway/src/record/answer-log.ts';
import { receiptId } from '../../apps/gateway/src/record/receipt-id.ts';
import { answered, omission, pack } from '../log/recorded-folder.ts';

const [dataFolder = ''] = process.argv.slice(2);
const rounds = 3;

function print(kind: string, text: string): void {
  process.stdout.write(`${kind} ${text}\n`);
}

/** What an operator is told. An error that has no code of ours is printed as one, which no test accepts. */
function printFault(error: unknown): void {
  print('fault', error instanceof CodedError ? `${String(error.code)} ${error.message}` : `uncoded ${String(error)}`);
}

async function give(log: AnswerLog, id: string, isCut: boolean): Promise<void> {
  const answer = answered(id, isCut ? { edits: [omission] } : {});
  const { pack: of, charter, commitments } = answer.record;
  await log.intend({ id, pack: of, charter, request: commitments.request });
  const { position } = await log.settle(answer);
  print('promised', receiptId(position, id));
}

async function work(log: AnswerLog): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const given = Array.from({ length: 3 }, (_, index) => give(log, `a${round}-${index}`, index === 0).catch(printFault));
    await Promise.all(given);
    await log.drain().then(() => {
      print('checkpoint', Buffer.from(log.published().note).toString('base64'));
    }, printFault);
  }
}

try {
  const options = {
    dataFolder,
    name: 'log.example',
    inForce: { pack, release: null },
    now: () => new Date(),
    onFault: printFault,
    pause: 1_000_000_000,
  };
  const log = await openAnswerLog(options);
  await work(log);
  await log.close();
  print('closed', 'in order');
} catch (error) {
  printFault(error);
  process.exitCode = 1;
}
