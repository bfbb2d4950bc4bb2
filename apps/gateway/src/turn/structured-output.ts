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

/** Those of them that ask for JSON. */
const jsonMembers = ['guided_json', 'json_schema'] as const;
const jsonFormats: readonly string[] = ['json_object', 'json_schema'];

/** Whether the request asks for output in a form: then nothing may stand in it that is no part of the form (R14). */
export function isStructured(request: ChatRequest): boolean {
  return (request.response_format?.type ?? 'text') !== 'text' || formMembers.some((member) => isGiven(request, member));
}

/** Whether the form is JSON: then an answer that is none is no answer. */
export function isJsonAsked(request: ChatRequest): boolean {
  return jsonFormats.includes(request.response_format?.type ?? 'text') || jsonMembers.some((member) => isGiven(request, member));
}

function isGiven(request: ChatRequest, member: (typeof formMembers)[number]): boolean {
  return request[member] !== undefined && request[member] !== null;
}

/** Names of the tools whose arguments have texts that may not be just any text, so that a marker in one would break the schema (R14). */
export function exactTools({ tools }: Pick<ChatRequest, 'tools'>): ReadonlySet<string> {
  const named = (tools ?? []).flatMap((tool) => {
    const { success, data } = declaration.safeParse(tool.function);
    return success && isExact(data.parameters, deepest) ? [data.name] : [];
  });
  return new Set(named);
}

const declaration = z.object({ name: z.string(), parameters: z.unknown() });

/** Keywords of JSON Schema that bind what a text says. */
const binding: readonly string[] = ['enum', 'const', 'pattern', 'format', 'maxLength'];
/** Keywords whose members are named by whoever wrote the schema. */
const naming: readonly string[] = ['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'];
/** A schema that is deeper is taken for one that binds. */
const deepest = 64;

function isExact(schema: unknown, depth: number): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(schema)) return schema.some((each) => isExact(each, depth - 1));
  return Object.entries(schema).some(([keyword, value]: readonly [string, unknown]) => {
    if (naming.includes(keyword)) return Object.values(Object(value) as object).some((each) => isExact(each, depth - 1));
    return binding.includes(keyword) || isExact(value, depth - 1);
  });
}
