import { type ChatRequest } from '@parlance/wire';
import { textOf } from '../turn/localize.ts';

/** What a request is for: the last thing that the person said, and what the developer set. Earlier turns were read when they came, and tools and models ask for nothing. */
export function usedText({ messages }: ChatRequest): string {
  const last = messages.findLast(({ role }) => role === 'user');
  const set = messages.filter(({ role }) => role === 'system' || role === 'developer');
  return [...set, ...(last === undefined ? [] : [last])].map(textOf).join('\n');
}
