import { controlFor } from './control.ts';
import { judgeInstructions } from './instructions.ts';
import { type JudgeItem } from './judge-item.ts';
import { quotedJson } from './quoted-json.ts';

/** One question to a model: several items, and a control among them. */
export interface JudgeRequest {
  readonly items: readonly JudgeItem[];
  /** Numbers that the items have in the question, in their order. */
  readonly numbers: readonly number[];
  readonly control: number;
  readonly system: string;
  readonly user: string;
}

/** Items of one request at most, and UTF-16 code units of them in quotes; one item alone may be longer. */
const mostItems = 20;
const largestRequest = 8000;

export function judgeRequests(items: readonly JudgeItem[], most = mostItems): readonly JudgeRequest[] {
  const batches: JudgeItem[][] = [];
  let size = 0;
  for (const item of items) {
    const { length } = quotedJson(item.facts);
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === most || size + length > largestRequest) {
      batches.push([item]);
      size = length;
    } else {
      batch.push(item);
      size += length;
    }
  }
  return batches.map(requestOf);
}

function requestOf(items: readonly JudgeItem[], index: number): JudgeRequest {
  const control = Math.floor(items.length / 2) + 1;
  const all = items.map(({ facts }) => facts).toSpliced(control - 1, 0, controlFor(index));
  const lines = all.map((facts, at) => quotedJson({ item: at + 1, ...facts }));
  return {
    items,
    numbers: items.map((_, at) => (at + 1 < control ? at + 1 : at + 2)),
    control,
    system: judgeInstructions,
    user: `Judge these ${all.length} items.\n<items>\n${lines.join('\n')}\n</items>`,
  };
}
