import { type FinishReason, type ToolCall, type TurnEvent, type Usage, type Fault, type ParlanceObject } from '@parlance/wire';

export interface AnswerNames {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly model: string;
}

interface Choice {
  /** What Parlance itself added, and nothing of the upstream's. */
  added: string;
  content: string | null;
  reasoning: string | null;
  refusal: string | null;
  readonly tools: ToolCall[];
  reason: FinishReason;
}

/** A whole chat completion, or the fault that stands in its place. */
export interface JsonAnswer {
  readonly fault: Fault | null;
  readonly parlance: ParlanceObject;
  readonly usage: Usage | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Collects a turn into one chat completion. A fault leaves no partial text, but for safety resources that have been said. */
export async function encodeJson(batches: AsyncIterable<readonly TurnEvent[]>, names: AnswerNames): Promise<JsonAnswer> {
  const choices = new Map<number, Choice>();
  const choiceOf = (index: number): Choice => {
    const known = choices.get(index) ?? { added: '', content: null, reasoning: null, refusal: null, tools: [], reason: 'stop' };
    choices.set(index, known);
    return known;
  };
  for await (const events of batches) {
    for (const event of events) {
      if (event.kind === 'end') return answerOf(event, { names, choices });
      if ('choice' in event) collect(choiceOf(event.choice), event);
    }
  }
  throw new Error('a turn ended without its end');
}

function collect(choice: Choice, event: TurnEvent & { readonly choice: number }): void {
  if (event.kind === 'text') {
    choice[event.channel] = (choice[event.channel] ?? '') + event.delta;
    if (event.mark?.kind === 'addition') choice.added += event.delta;
  } else if (event.kind === 'tool') choice.tools.push(event.call);
  else if (event.kind === 'finish') choice.reason = event.reason;
}

interface Said {
  readonly names: AnswerNames;
  readonly choices: ReadonlyMap<number, Choice>;
}

function answerOf(end: TurnEvent & { readonly kind: 'end' }, { names, choices }: Said): JsonAnswer {
  const { fault, parlance, usage } = end;
  const bodies = [...choices].sort(([left], [right]) => left - right).map(([index, choice]) => choiceBody(index, choice));
  const whole = { fault, parlance, usage, body: completion(names, bodies, end) };
  const help = choices.get(0)?.added ?? '';
  if (fault === null || parlance.safety.length === 0 || help === '') return whole;
  // The fault is told by the ending; the help must arrive as an answer, and nothing of the half answer with it (R9).
  const told = withoutOmissions(parlance);
  const rescued = { added: help, content: help, reasoning: null, refusal: null, tools: [], reason: 'stop' } satisfies Choice;
  return { fault: null, parlance: told, usage, body: completion(names, [choiceBody(0, rescued)], { parlance: told, usage }) };
}

function completion(
  names: AnswerNames,
  choices: readonly Readonly<Record<string, unknown>>[],
  { parlance, usage }: Pick<JsonAnswer, 'parlance' | 'usage'>,
): Readonly<Record<string, unknown>> {
  const { id, created, model } = names;
  return { id, object: 'chat.completion', created, model, choices, ...(usage === null ? {} : { usage }), parlance };
}

/** Changes to text that is not delivered are not told of: they would point at nothing. */
function withoutOmissions(parlance: ParlanceObject): ParlanceObject {
  const disclosures = parlance.disclosures.filter(({ kind, choice }) => kind === 'add' && choice === 0);
  return { ...parlance, disclosures, changes: { omitted: 0, added: disclosures.length } };
}

function choiceBody(index: number, choice: Readonly<Choice>): Readonly<Record<string, unknown>> {
  return {
    index,
    message: {
      role: 'assistant',
      content: choice.content,
      refusal: choice.refusal,
      ...(choice.reasoning === null ? {} : { reasoning_content: choice.reasoning }),
      ...(choice.tools.length === 0 ? {} : { tool_calls: choice.tools.map(toolBody) }),
    },
    logprobs: null,
    finish_reason: choice.reason,
  };
}

function toolBody(call: ToolCall): Readonly<Record<string, unknown>> {
  return { id: call.id, type: 'function', function: { name: call.name, arguments: call.arguments } };
}
