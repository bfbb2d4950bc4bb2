import { type ChatRequest } from '@parlance/wire';
import { textOf } from '../turn/localize.ts';

/**
 * What a request is for, text by text: what the developer set and everything that a person is said to have asked, since only the client vouches that earlier turns were read when they came.
 * Tools and models ask for nothing.
 */
export function usedTexts({ messages }: ChatRequest): readonly string[] {
  return messages.filter(({ role }) => asking.has(role)).map(textOf);
}

/** What is new in a request: the last thing that the person said, with what the developer set. Patterns of use count each of them once. */
export function newText({ messages }: ChatRequest): string {
  const last = messages.findLast(({ role }) => role === 'user');
  const set = messages.filter(({ role }) => role === 'system' || role === 'developer');
  return [...set, ...(last === undefined ? [] : [last])].map(textOf).join('\n');
}

const asking: ReadonlySet<string> = new Set(['system', 'developer', 'user']);
