import { type Fault, type ParlanceObject, type TurnEvent, type Usage } from '@parlance/wire';

export interface AnswerNames {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly created: number;
  readonly model: string;
}

/** A turn that came to its end, for a surface that tells it whole; or the fault that stands in its place. */
export interface GatheredAnswer {
  readonly fault: Fault | null;
  readonly parlance: ParlanceObject;
  readonly usage: Usage | null;
  /** What is told, in order, without the end. */
  readonly said: readonly TurnEvent[];
  /** The turn broke, and only the help for a person in distress is told. */
  readonly isRescued: boolean;
}

/** Gathers a turn. A fault leaves no partial text, but for safety resources that have been said. */
export async function gatherAnswer(batches: AsyncIterable<readonly TurnEvent[]>): Promise<GatheredAnswer> {
  const said: TurnEvent[] = [];
  for await (const events of batches) {
    for (const event of events) {
      if (event.kind === 'end') return answerOf(event, said);
      said.push(event);
    }
  }
  throw new Error('a turn ended without its end');
}

function answerOf({ fault, parlance, usage }: TurnEvent & { readonly kind: 'end' }, said: readonly TurnEvent[]): GatheredAnswer {
  const help = said.filter((event) => event.kind === 'text' && event.choice === 0 && event.mark?.kind === 'addition');
  if (fault === null || parlance.safety.length === 0 || help.length === 0) return { fault, parlance, usage, said, isRescued: false };
  // The fault is told by the ending; the help must arrive as an answer, and nothing of the half answer with it (R9).
  return { fault: null, parlance: withoutOmissions(parlance), usage, said: help, isRescued: true };
}

/** Changes to text that is not delivered are not told of: they would point at nothing. */
function withoutOmissions(parlance: ParlanceObject): ParlanceObject {
  const disclosures = parlance.disclosures.filter(({ kind, choice }) => kind === 'add' && choice === 0);
  return { ...parlance, disclosures, changes: { omitted: 0, added: disclosures.length } };
}
