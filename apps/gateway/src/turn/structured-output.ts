import { type ChatRequest } from '@parlance/wire';

/** Members by which servers are asked for output in a form: OpenAI's, vLLM's and llama.cpp's. */
const formMembers = [
  'guided_json',
  'guided_regex',
  'guided_choice',
  'guided_grammar',
  'structured_outputs',
  'grammar',
  'json_schema',
] as const;

/** Whether the request asks for output in a form: then nothing may stand in it that is no part of the form (R14). */
export function isStructured(request: ChatRequest): boolean {
  const type = request.response_format?.type ?? 'text';
  return type !== 'text' || formMembers.some((member) => request[member] !== undefined && request[member] !== null);
}
