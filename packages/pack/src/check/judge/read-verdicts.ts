import { z } from 'zod';
import { type JudgeItem } from './judge-item.ts';
import { type JudgeRequest } from './judge-request.ts';
import { judgedClauses, judgedReasons, type NotJudged, type Verdict } from './verdict.ts';

/** What came back for one request: the text of the model, or why there is none. */
export type JudgeAnswer = { readonly kind: 'answered'; readonly content: string } | { readonly kind: 'failed'; readonly why: NotJudged };

export interface JudgedItem {
  readonly item: JudgeItem;
  readonly verdict: Verdict;
}

const none = z.literal('none');
const entry = z.union([
  z.strictObject({ item: z.int(), clause: none, reason: none }),
  z.strictObject({ item: z.int(), clause: z.enum(judgedClauses), reason: z.enum(judgedReasons) }),
]);
const answer = z.strictObject({ verdicts: z.array(z.unknown()) });
const numbered = z.looseObject({ item: z.int() });

/** One verdict for each item of a request, whatever a model answers. A number that was not asked for changes nothing. */
export function readVerdicts(request: JudgeRequest, given: JudgeAnswer): readonly JudgedItem[] {
  const found = given.kind === 'failed' ? given.why : verdictsIn(given.content);
  return request.items.map((item, index) => ({ item, verdict: verdictOn(request, request.numbers[index] ?? 0, found) }));
}

type Found = NotJudged | ReadonlyMap<number, Verdict>;

function verdictOn({ control }: JudgeRequest, number: number, found: Found): Verdict {
  if (typeof found === 'string') return { kind: 'not-judged', why: found };
  const verdict = found.get(number) ?? { kind: 'not-judged', why: 'unanswered' };
  // A fault that was found stays found: only the silence of a model that saw nothing in the control is worth nothing.
  const isAwake = found.get(control)?.kind === 'broken';
  return verdict.kind === 'clear' && !isAwake ? { kind: 'not-judged', why: 'distracted' } : verdict;
}

/** By number. An item that was answered twice, or in other words than were asked for, was not judged. */
function verdictsIn(content: string): Found {
  const parsed = answer.safeParse(jsonIn(content));
  if (!parsed.success) return 'unreadable';
  const verdicts = new Map<number, Verdict>();
  for (const each of parsed.data.verdicts) {
    const place = numbered.safeParse(each);
    if (!place.success) continue;
    const { item } = place.data;
    verdicts.set(item, verdicts.has(item) ? { kind: 'not-judged', why: 'unreadable' } : verdictIn(each));
  }
  return verdicts;
}

function verdictIn(each: unknown): Verdict {
  const parsed = entry.safeParse(each);
  if (!parsed.success) return { kind: 'not-judged', why: 'unreadable' };
  const { clause, reason } = parsed.data;
  return clause === 'none' ? { kind: 'clear' } : { kind: 'broken', clause, reason };
}

/** Many models put JSON into a fence of Markdown. Nothing may stand around it. */
function jsonIn(content: string): unknown {
  const inside = /^```(?:json)?\s([^]*)```$/.exec(content.trim())?.[1] ?? content;
  try {
    return JSON.parse(inside);
  } catch {
    return undefined;
  }
}
