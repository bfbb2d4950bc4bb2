import { type InformationType } from '@parlance/charter';
import { type Verdict } from '@parlance/disclosure';
import { z } from 'zod';
import { type Question } from './judge.ts';
import { judgeFault } from './judge-fault.ts';

const share = z.number().min(0).max(1);

const chatAnswer = z.looseObject({
  choices: z.tuple([z.looseObject({ finish_reason: z.literal('stop'), message: z.looseObject({ content: z.string().max(2000) }) })]),
});
const verdict = z.strictObject({ verdict: z.enum(['covered', 'not_covered']), confidence: share });

const moderation = z.looseObject({
  results: z.tuple([
    z.looseObject({ categories: z.record(z.string(), z.boolean().nullable()), category_scores: z.record(z.string(), share.nullable()) }),
  ]),
});

/** The answer of `POST /chat/completions`. Throws `judge_nonsense` for whatever is no verdict: what is not known is never taken for leave. */
export function readChatVerdict(body: string, { threshold }: Pick<Question, 'threshold'>): Verdict {
  const { choices } = understood(chatAnswer, parsed(body));
  const read = understood(verdict, parsed(choices[0].message.content));
  return read.verdict === 'covered' && read.confidence >= (threshold ?? 0) ? 'covered' : 'not-covered';
}

/** Categories of OpenAI's moderations by what readers are told was left out. A server of one's own may name them after the type or the rule. */
const categoriesOf: Readonly<Partial<Record<InformationType, readonly string[]>>> = { 'hate-speech': ['hate', 'hate/threatening'] };

/** The answer of `POST /moderations`. Throws `judge_nonsense` also when it has no category for the rule. */
export function readModeration(body: string, { rule, type, threshold }: Pick<Question, 'rule' | 'type' | 'threshold'>): Verdict {
  const [{ categories, category_scores: scores }] = understood(moderation, parsed(body)).results;
  const known = [rule, type, ...(categoriesOf[type] ?? [])].filter((name) => typeof categories[name] === 'boolean');
  if (known.length === 0) throw judgeFault('judge_nonsense');
  if (threshold === null) return known.some((name) => categories[name]) ? 'covered' : 'not-covered';
  const shares = known.map((name) => scores[name] ?? null);
  if (shares.includes(null)) throw judgeFault('judge_nonsense');
  return shares.some((each) => (each ?? 0) >= threshold) ? 'covered' : 'not-covered';
}

function understood<Read>(schema: z.ZodType<Read>, value: unknown): Read {
  const read = schema.safeParse(value);
  if (!read.success) throw judgeFault('judge_nonsense');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw judgeFault('judge_nonsense');
  }
}
