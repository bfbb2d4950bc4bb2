import { itemsToJudge, type JudgeItem } from '../../check/judge/judge-item.ts';
import { judgeIssues } from '../../check/judge/judge-issues.ts';
import { type JudgeRequest, judgeRequests } from '../../check/judge/judge-request.ts';
import { type JudgedItem, readVerdicts } from '../../check/judge/read-verdicts.ts';
import { type NotJudged } from '../../check/judge/verdict.ts';
import { type PackFiles } from '../../format/pack-files.ts';
import { type PackIssue } from '../../format/pack-issue.ts';
import { inParallel } from '../in-parallel.ts';
import { askJudge, type JudgeServer } from './ask-judge.ts';

export interface JudgeOptions {
  /** With `/chat/completions`. */
  readonly address: URL;
  readonly model: string;
  /** Null: ask as a stranger. */
  readonly key: string | null;
  /** Texts and restrictions that have been asked about. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Milliseconds that one request may take. */
  readonly timeout?: number;
  /** Milliseconds that a pack may take. */
  readonly budget?: number;
  /** Milliseconds before a busy server is asked again, where it names none. */
  readonly pause?: number;
}

const atOnce = 2;
/** Requests that fail one after another, each in a way that the next will hardly escape, before no more are made. */
const mostInVain = 3;
/** Items that are asked about again, each by itself, after an answer that could not be used: one text that confuses a model takes no other with it. */
const mostAlone = 60;
const worthAsking: readonly NotJudged[] = ['refused', 'too-large', 'unreadable', 'unanswered', 'distracted'];

/** Issues that a model finds in a pack, to be added to those of `checkPack`. Never rejects: what was not judged is an issue as well. */
export async function judgePack(files: PackFiles, options: JudgeOptions): Promise<readonly PackIssue[]> {
  const { items, tooLong } = itemsToJudge(files);
  const { timeout = 120_000, budget = 1_800_000, pause = 1000, onProgress } = options;
  const session = sessionWith({ ...options, timeout, pause, budget: AbortSignal.timeout(budget) });
  const progress = (done: number): void => onProgress?.(done, items.length);
  const together = await session(judgeRequests(items), progress);
  const alone = await session(judgeRequests(toAskAgain(together), 1), () => undefined);
  const later = new Map(alone.map((judged) => [judged.item, judged]));
  const judged = together.map((each) => later.get(each.item) ?? each);
  return judgeIssues({ model: options.model, judged, tooLong });
}

/** Nothing, of a model that could not judge anything. */
function toAskAgain(judged: readonly JudgedItem[]): readonly JudgeItem[] {
  const again = judged.filter(isWorthAsking).map(({ item }) => item);
  return again.length === judged.length && again.length > mostAlone ? [] : again.slice(0, mostAlone);
}

function isWorthAsking({ verdict }: JudgedItem): boolean {
  return verdict.kind === 'not-judged' && worthAsking.includes(verdict.why);
}

type Session = (requests: readonly JudgeRequest[], onDone: (items: number) => void) => Promise<readonly JudgedItem[]>;

/** Once a server has been given up, nothing more is asked of it. */
function sessionWith(server: JudgeServer): Session {
  let inVain = 0;
  let givenUp: NotJudged | null = null;

  const judge = async (request: JudgeRequest): Promise<readonly JudgedItem[]> => {
    if (server.budget.aborted) return readVerdicts(request, { kind: 'failed', why: 'out-of-time' });
    if (givenUp !== null) return readVerdicts(request, { kind: 'failed', why: givenUp });
    const { answer, isDown } = await askJudge(request, server);
    inVain = isDown ? inVain + 1 : 0;
    if (inVain >= mostInVain && answer.kind === 'failed') givenUp = answer.why;
    return readVerdicts(request, answer);
  };

  return async (requests, onDone) => {
    const judged = new Map<JudgeRequest, readonly JudgedItem[]>();
    let done = 0;
    await inParallel(requests, atOnce, async (request) => {
      judged.set(request, await judge(request));
      done += request.items.length;
      onDone(done);
    });
    return requests.flatMap((request) => judged.get(request) ?? []);
  };
}
