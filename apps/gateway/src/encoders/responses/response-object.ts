import { type FinishReason, type ResponsesRequest, type Usage } from '@parlance/wire';
import { type AnswerNames } from '../gathered-answer.ts';

type Members = Readonly<Record<string, unknown>>;

/** What a response object says beside what it was asked. */
export interface ResponseState {
  readonly status: 'in_progress' | 'completed' | 'incomplete' | 'failed';
  readonly output: readonly Members[];
  readonly incomplete: 'max_output_tokens' | 'content_filter' | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly usage: Usage | null;
}

/** OpenAI's response object: what was asked, as it was asked, and what came of it. Nothing is kept, so `store` is false and no response follows another. */
export function responseObject(names: AnswerNames, asked: ResponsesRequest, state: ResponseState): Members {
  return {
    id: names.id,
    object: 'response',
    created_at: names.created,
    status: state.status,
    background: false,
    error: state.error,
    incomplete_details: state.incomplete === null ? null : { reason: state.incomplete },
    model: names.model,
    ...settingsOf(asked),
    output: state.output,
    previous_response_id: null,
    reasoning: { effort: asked.reasoning?.effort ?? null, summary: null },
    store: false,
    text: { ...asked.text, format: asked.text?.format ?? { type: 'text' } },
    truncation: 'disabled',
    usage: state.usage === null ? null : usageBody(state.usage),
  };
}

/** What stands where nothing was asked. */
const unasked = {
  instructions: null,
  max_output_tokens: null,
  metadata: {},
  parallel_tool_calls: true,
  temperature: null,
  tool_choice: 'auto',
  tools: [],
  top_p: null,
} as const satisfies Partial<Readonly<Record<keyof ResponsesRequest, unknown>>>;

function settingsOf(asked: ResponsesRequest): Members {
  return Object.fromEntries(
    Object.entries({ ...unasked, ...asked }).flatMap(([name, value]) => (isSetting(name) ? [[name, value ?? unasked[name]]] : [])),
  );
}

function isSetting(name: string): name is keyof typeof unasked {
  return Object.hasOwn(unasked, name);
}

function usageBody(usage: Usage): Members {
  return {
    input_tokens: usage.prompt_tokens,
    input_tokens_details: { cached_tokens: usage.prompt_tokens_details?.cached_tokens ?? 0 },
    output_tokens: usage.completion_tokens,
    output_tokens_details: { reasoning_tokens: usage.completion_tokens_details?.reasoning_tokens ?? 0 },
    total_tokens: usage.total_tokens,
  };
}

/** Why an answer is not the whole of what there was to say, or null. */
export function incompleteBy(reason: FinishReason): ResponseState['incomplete'] {
  if (reason === 'length') return 'max_output_tokens';
  return reason === 'content_filter' ? 'content_filter' : null;
}
