import { type ServicesText } from './services-text.ts';

export const enServices: ServicesText = {
  title: 'Services',
  lead: 'What is known here of each service, fact by fact, with the page on which it was read and the day.',
  wholeCard: 'The whole card',
  beside: 'Beside it in',
  alone: 'In this language alone',
  unknown: 'There is no card of this name. These are all that there are.',
  ask: 'Ask about it',
};
