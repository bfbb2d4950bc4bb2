import { type FinishReason, type TokenLogprob, type ToolCall, type TurnEvent } from '@parlance/wire';

/** What one choice said in all. */
export interface Choice {
  content: string | null;
  reasoning: string | null;
  refusal: string | null;
  readonly tools: ToolCall[];
  logprobs: readonly TokenLogprob[] | null;
  reason: FinishReason;
}

/** The choices of a whole answer, in order. */
export function choicesOf(said: readonly TurnEvent[]): readonly (readonly [number, Readonly<Choice>])[] {
  const choices = new Map<number, Choice>();
  for (const event of said) {
    if (!('choice' in event)) continue;
    const choice = choices.get(event.choice) ?? {
      content: null,
      reasoning: null,
      refusal: null,
      tools: [],
      logprobs: null,
      reason: 'stop',
    };
    choices.set(event.choice, choice);
    collect(choice, event);
  }
  return [...choices].sort(([left], [right]) => left - right);
}

function collect(choice: Choice, event: TurnEvent & { readonly choice: number }): void {
  if (event.kind === 'text') choice[event.channel] = (choice[event.channel] ?? '') + event.delta;
  else if (event.kind === 'tool') choice.tools.push(event.call);
  else if (event.kind === 'logprobs') choice.logprobs = event.tokens;
  else if (event.kind === 'finish') choice.reason = event.reason;
}
