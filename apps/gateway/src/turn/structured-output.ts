import { type ChatRequest } from '@parlance/wire';
import { z } from 'zod';

/** Members by which servers are asked for output in a form: OpenAI's, vLLM's, llama.cpp's, SGLang's and Ollama's. */
const formMembers = [
  'guided_json',
  'guided_regex',
  'guided_choice',
  'guided_grammar',
  'structured_outputs',
  'grammar',
  'json_schema',
  'regex',
  'ebnf',
  'format',
] as const;

/** Whether the request asks for output in a form: then nothing may stand in it that is no part of the form (R14). */
export function isStructured(request: ChatRequest): boolean {
  return (request.response_format?.type ?? 'text') !== 'text' || formMembers.some((member) => isGiven(request, member));
}

function isGiven(request: ChatRequest, member: (typeof formMembers)[number]): boolean {
  return request[member] !== undefined && request[member] !== null;
}

/** What the arguments of each tool have to be like, by its name. */
export function toolSchemas({ tools }: Pick<ChatRequest, 'tools'>): ReadonlyMap<string, unknown> {
  const named = (tools ?? []).flatMap((tool) => {
    const { success, data } = declaration.safeParse(tool.function);
    return success ? [[data.name, data.parameters] as const] : [];
  });
  return new Map(named);
}

const declaration = z.object({ name: z.string(), parameters: z.unknown() });
