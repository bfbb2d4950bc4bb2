import { type InterfaceId } from '@parlance/charter';
import { type TroubleText } from './trouble-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

export function translatedTroubles(base: TroubleText, say: Say): TroubleText {
  return {
    unproved: say('troubles.unproved', base.unproved),
    tooLarge: say('troubles.too-large', base.tooLarge),
    unreadable: say('troubles.unreadable', base.unreadable),
    notNow: say('troubles.not-now', base.notNow),
    downSince: (since) => say('troubles.down-since', base.downSince(since), { since }),
  };
}
