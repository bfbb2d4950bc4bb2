import { type InterfaceId } from '@parlance/charter';
import { type TroubleText } from './trouble-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

export function translatedTroubles(base: TroubleText, say: Say): TroubleText {
  return {
    unproved: say('troubles.unproved', base.unproved),
    tooLarge: say('troubles.too-large', base.tooLarge),
    unreadable: say('troubles.unreadable', base.unreadable),
    notNow: say('troubles.not-now', base.notNow),
    noPage: say('troubles.no-page', base.noPage),
    pagesHere: say('troubles.pages-here', base.pagesHere),
    downSince: (since) => say('troubles.down-since', base.downSince(since), { since }),
  };
}
