import { type Fault, type ResponsesRequest, type TurnEvent } from '@parlance/wire';
import { envelopeOf } from '../../errors.ts';
import { type AnswerEncoder } from '../answer-encoder.ts';
import { type AnswerNames, type GatheredAnswer } from '../gathered-answer.ts';
import { incompleteBy, responseObject, type ResponseState } from './response-object.ts';
import { type ResponseEvent } from './open-items.ts';
import { type ResponseOutput, startOutput } from './response-output.ts';

type Members = Readonly<Record<string, unknown>>;

/** OpenAI's Responses: objects and events. Each disclosure rides on the event where it happens and the whole `parlance` object in the response that ends the stream. */
export function responsesEncoder(names: AnswerNames, asked: ResponsesRequest): AnswerEncoder {
  const suffix = names.id.slice(names.id.indexOf('_') + 1);
  const bodyOf = (state: Partial<ResponseState> & Pick<ResponseState, 'status'>): Members =>
    responseObject(names, asked, { output: [], incomplete: null, error: null, usage: null, ...state });
  return {
    whole: (answer) => whole(answer, startOutput(suffix), bodyOf),
    stream: () => stream(startOutput(suffix), bodyOf),
  };
}

type BodyOf = (state: Partial<ResponseState> & Pick<ResponseState, 'status'>) => Members;

function whole({ said, usage, parlance, isRescued }: GatheredAnswer, output: ResponseOutput, bodyOf: BodyOf): Members {
  for (const event of said) output.take(event);
  const incomplete = incompleteBy(output.reason());
  const status = isRescued || incomplete !== null ? 'incomplete' : 'completed';
  return { ...bodyOf({ status, incomplete, usage, output: output.items(status) }), parlance };
}

function stream(output: ResponseOutput, bodyOf: BodyOf): (event: TurnEvent) => string {
  let written = 0;
  const write = (events: readonly ResponseEvent[]): string =>
    events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: written++ })}\n\n`).join('');
  return (event) => {
    const begun = written > 0 ? '' : write(beginning(bodyOf));
    if (event.kind !== 'end') return begun + write(output.take(event));
    return begun + write(event.fault === null ? goodEnd(event, output, bodyOf) : badEnd(event, event.fault, bodyOf));
  };
}

function beginning(bodyOf: BodyOf): readonly ResponseEvent[] {
  const response = bodyOf({ status: 'in_progress' });
  return [
    { type: 'response.created', response },
    { type: 'response.in_progress', response },
  ];
}

type EndEvent = TurnEvent & { readonly kind: 'end' };

function goodEnd({ usage, parlance }: EndEvent, output: ResponseOutput, bodyOf: BodyOf): readonly ResponseEvent[] {
  const incomplete = incompleteBy(output.reason());
  const status = incomplete === null ? 'completed' : 'incomplete';
  const response = { ...bodyOf({ status, incomplete, usage, output: output.items(status) }), parlance };
  return [...output.close(status), { type: `response.${status}`, response }];
}

/** No item is ended and no text told again, so that no client takes half an answer for a whole one. The last frame has `error`, on which the official clients throw. */
function badEnd({ usage, parlance }: EndEvent, fault: Fault, bodyOf: BodyOf): readonly ResponseEvent[] {
  const { error } = envelopeOf(fault);
  const { code, message, param } = error;
  const response = { ...bodyOf({ status: 'failed', error: { code, message }, usage }), parlance };
  return [
    { type: 'response.failed', response },
    { type: 'error', code, message, param, error },
  ];
}
