import { pieces } from '../paste-upstream.ts';
import { type Upstream } from '../upstream.ts';
import { cardAnswer } from './card-answer.ts';

const cardsModel = 'parlance-cards';

/** The embedded default: fills service cards and quotes the pack's knowledge. No model, no key, no network; nothing leaves the machine, which stands in the country of its pack. */
export function createCardsUpstream(jurisdiction: string): Upstream {
  return {
    id: 'cards',
    kind: 'cards',
    jurisdiction,
    defaultModel: cardsModel,
    models: () => Promise.resolve([cardsModel]),
    async *ask({ country, grounding, unspoken, isUrgent, handover }) {
      await Promise.resolve();
      for (const delta of pieces(cardAnswer(country, grounding, { unspoken, isUrgent, handover }), 8))
        yield [{ kind: 'text', choice: 0, channel: 'content', delta }];
      yield [{ kind: 'finish', choice: 0, reason: 'stop' }];
    },
  };
}
