import { canonicalJson } from '@parlance/core';
import { type ChannelText } from '@parlance/log/verify';
import { z } from 'zod';

const text = z.string().nullish();
const call = z.looseObject({ id: z.string(), function: z.looseObject({ name: z.string(), arguments: z.string() }) });
const message = z.looseObject({ reasoning_content: text, content: text, refusal: text, tool_calls: z.array(call).nullish() });
const answer = z.looseObject({
  choices: z.array(z.looseObject({ index: z.int().nonnegative(), message })).optional(),
  parlance: z.looseObject({
    receipt: z.looseObject({ status: z.literal('promised'), nonce: z.string(), record: z.unknown(), promise: z.unknown() }),
  }),
});

/** What a saved answer holds for whoever checks it. */
export interface SavedAnswer {
  /** The receipt as it came with the answer, promised and not yet proved. */
  readonly receipt: string;
  /** Base64. */
  readonly nonce: string;
  readonly delivered: readonly ChannelText[];
}

/** Reads the JSON of a whole answer with its `parlance.receipt`; null for anything else. The channels come in the order of the commitment. */
export function readAnswer(json: string): SavedAnswer | null {
  const parsed = answer.safeParse(parseJson(json));
  if (!parsed.success) return null;
  const { receipt } = parsed.data.parlance;
  const delivered = (parsed.data.choices ?? [])
    .toSorted((left, right) => left.index - right.index)
    .flatMap(({ index, message: said }) => channelsOf(index, said));
  return {
    receipt: JSON.stringify({ v: 1, record: receipt.record, promise: receipt.promise, proved: null }),
    nonce: receipt.nonce,
    delivered,
  };
}

function channelsOf(choice: number, said: z.infer<typeof message>): readonly ChannelText[] {
  const calls = (said.tool_calls ?? []).map(({ id, function: { name, arguments: args } }) => ({
    id: id.toWellFormed(),
    name: name.toWellFormed(),
    arguments: args.toWellFormed(),
  }));
  const texts = [
    ['reasoning', said.reasoning_content],
    ['content', said.content],
    ['refusal', said.refusal],
    ['tool', calls.length === 0 ? null : canonicalJson(calls)],
  ] as const;
  return texts.flatMap(([channel, spoken]) => (typeof spoken === 'string' ? [{ choice, channel, text: spoken.toWellFormed() }] : []));
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
