import { type FinishReason } from '@parlance/wire';

/** OpenAI's reasons, and what other servers call them. Any other reason is not known, so nobody can say that the answer is whole. */
const reasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  eos: 'stop',
  eos_token: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  length: 'length',
  max_tokens: 'length',
  tool_calls: 'tool_calls',
  tool_use: 'tool_calls',
  function_call: 'function_call',
  content_filter: 'content_filter',
  safety: 'content_filter',
  sensitive: 'content_filter',
  recitation: 'content_filter',
};

/** The reason that a word of lower case stands for, or null. */
export function finishReason(word: string): FinishReason | null {
  return (Object.hasOwn(reasons, word) ? reasons[word] : undefined) ?? null;
}
