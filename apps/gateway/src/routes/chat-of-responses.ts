import { type ResponsesItem, type ResponsesPart, type ResponsesRequest } from '@parlance/wire';

type Members = Readonly<Record<string, unknown>>;

/** A request for a response as a chat request. */
export interface TranslatedRequest {
  readonly chat: Members;
  /** Where each message of the chat came from. */
  readonly places: readonly string[];
}

/**
 * The same question as a chat. Calls that stand together, and the message before them, are one message of the model, as chats have it. What a model thought in an earlier
 * answer is not sent: chats have no place for it.
 */
export function chatOfResponses(asked: ResponsesRequest): TranslatedRequest {
  const { instructions, input } = asked;
  const turns: Turn[] =
    typeof instructions === 'string' ? [{ place: 'instructions', message: { role: 'system', content: instructions } }] : [];
  if (typeof input === 'string') turns.push({ place: 'input', message: { role: 'user', content: input } });
  else for (const [index, item] of input.entries()) addItem(turns, item, `input.${index}`);
  return { chat: { ...settingsOf(asked), messages: turns.map(({ message }) => message) }, places: turns.map(({ place }) => place) };
}

interface Turn {
  readonly place: string;
  readonly message: Members & { readonly role: string; readonly tool_calls?: readonly Members[] };
}

function addItem(turns: Turn[], item: ResponsesItem, place: string): void {
  switch (item.type) {
    case 'message':
      turns.push({ place, message: { role: item.role, content: contentOf(item.content) } });
      return;
    case 'function_call_output':
      turns.push({ place, message: { role: 'tool', tool_call_id: item.call_id, content: contentOf(item.output) } });
      return;
    case 'function_call': {
      const { call_id: id, name, arguments: args } = item;
      addCall(turns, { id, type: 'function', function: { name, arguments: args } }, place);
      return;
    }
    case 'reasoning':
      return;
  }
}

function addCall(turns: Turn[], call: Members, place: string): void {
  const last = turns.at(-1);
  if (last?.message.role !== 'assistant') {
    turns.push({ place, message: { role: 'assistant', content: null, tool_calls: [call] } });
    return;
  }
  turns[turns.length - 1] = { ...last, message: { ...last.message, tool_calls: [...(last.message.tool_calls ?? []), call] } };
}

/** One text stays a text, which every server reads. */
function contentOf(content: string | readonly ResponsesPart[]): string | readonly Members[] {
  if (typeof content === 'string') return content;
  const [first, ...more] = content;
  if (first !== undefined && more.length === 0 && 'text' in first) return first.text;
  return content.map(partOf);
}

function partOf(part: ResponsesPart): Members {
  switch (part.type) {
    case 'input_text':
    case 'output_text':
    case 'text':
      return { type: 'text', text: part.text };
    case 'refusal':
      return { type: 'refusal', refusal: part.refusal };
    case 'input_image':
      return { type: 'image_url', image_url: defined({ url: part.image_url, detail: part.detail }) };
    case 'input_file':
      return { type: 'file', file: defined({ file_data: part.file_data, filename: part.filename }) };
  }
}

/** What leaves with the question. Metadata does not: it is for who asks. */
function settingsOf(asked: ResponsesRequest): Members {
  const { text, reasoning, tools, tool_choice: choice } = asked;
  return defined({
    model: asked.model,
    stream: asked.stream,
    max_completion_tokens: asked.max_output_tokens,
    temperature: asked.temperature,
    top_p: asked.top_p,
    response_format: formatOf(text?.format),
    verbosity: text?.verbosity,
    reasoning_effort: reasoning?.effort,
    tools: tools?.map(({ type, ...tool }) => ({ type, function: defined(tool) })),
    tool_choice: typeof choice === 'object' && choice !== null ? { type: choice.type, function: { name: choice.name } } : choice,
    parallel_tool_calls: asked.parallel_tool_calls,
    logprobs: asked.include?.includes('message.output_text.logprobs') === true ? true : null,
    user: asked.user,
    safety_identifier: asked.safety_identifier,
    prompt_cache_key: asked.prompt_cache_key,
    service_tier: asked.service_tier,
    parlance: asked.parlance,
  });
}

function formatOf(format: NonNullable<ResponsesRequest['text']>['format']): Members | null {
  if (format === undefined || format === null || format.type === 'text') return null;
  if (format.type === 'json_object') return { type: format.type };
  const { type, ...schema } = format;
  return { type, json_schema: defined(schema) };
}

/** Without the members that say nothing. */
function defined(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined && value !== null));
}
