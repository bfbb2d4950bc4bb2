import { type TokenLogprob, type TurnEvent } from '@parlance/wire';
import { type JudgedEvent } from './judging/judged-event.ts';

interface Kept {
  tokens: TokenLogprob[];
  /** Of the tokens, in bytes, where one of none counts as well. */
  size: number;
  heard: string;
  told: string;
  isChanged: boolean;
}

/**
 * Keeps the log probabilities of a turn until it is known whether they may be told. They may when nothing of the choice was changed, the delivered content is to the letter
 * what the upstream said, and the bytes of the tokens are that content: then they hold no text that the reader does not have. Else they are dropped.
 */
export class LogprobKeeper {
  readonly #choices = new Map<number, Kept>();
  readonly #areWanted: boolean;

  constructor(areWanted: boolean) {
    this.#areWanted = areWanted;
  }

  heard(said: readonly JudgedEvent[]): void {
    if (!this.#areWanted) return;
    for (const event of said) {
      if (event.kind !== 'text' || event.channel !== 'content') continue;
      const kept = this.#of(event.choice);
      kept.heard += event.delta;
      if (event.tokens !== undefined && !kept.isChanged) keep(kept, event.tokens);
    }
  }

  /** The same events, with the log probabilities of a choice before its end. */
  beside(events: readonly TurnEvent[]): readonly TurnEvent[] {
    if (!this.#areWanted) return events;
    return events.flatMap((event) => {
      if (event.kind === 'text' && event.channel === 'content') this.#of(event.choice).told += event.delta;
      else if (event.kind === 'disclosure') this.#of(event.disclosure.choice).isChanged = true;
      else if (event.kind === 'finish') return [...this.#release(event.choice), event];
      return [event];
    });
  }

  #release(choice: number): readonly TurnEvent[] {
    const { tokens, heard, told, isChanged } = this.#of(choice);
    if (tokens.length === 0 || isChanged || told !== heard) return [];
    const bytes = Buffer.from(tokens.flatMap((token) => [...token.bytes]));
    return bytes.equals(Buffer.from(heard, 'utf8')) ? [{ kind: 'logprobs', choice, tokens }] : [];
  }

  #of(choice: number): Kept {
    const kept = this.#choices.get(choice) ?? { tokens: [], size: 0, heard: '', told: '', isChanged: false };
    this.#choices.set(choice, kept);
    return kept;
  }
}

/** Tokens that are longer than the text are not its tokens, and must not fill the memory. A unit of UTF-16 is at most three bytes, and a few tokens may stand for nothing. */
function keep(kept: Kept, tokens: readonly TokenLogprob[]): void {
  for (const token of tokens) {
    kept.tokens.push(token);
    kept.size += Math.max(1, token.bytes.length);
  }
  if (kept.size <= kept.heard.length * 3 + 64) return;
  kept.tokens = [];
  kept.isChanged = true;
}
