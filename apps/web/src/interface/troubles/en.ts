import { type TroubleText } from './trouble-text.ts';

export const enTroubles: TroubleText = {
  unproved: 'Part of the conversation was left out: this server cannot tell that it was held here.',
  tooLarge: 'More was sent than this server takes, so none of it was read. Please shorten it, or start anew.',
  unreadable: 'What was sent could not be read. Please ask again from this page.',
  notNow: 'No answer can be begun at the moment. Please ask again in a few minutes; your question still stands in the field.',
  noPage: 'There is no page at this address.',
  pagesHere: 'These pages are here:',
  downSince: (since) => `The model that answers here has not answered since ${since}. You can ask again at any time.`,
};
