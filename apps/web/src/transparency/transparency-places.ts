import { type InterfaceText } from '../interface/interface-text.ts';
import { type PagePath } from '../page-address.ts';

/** A page in the overview and in the row of links, with its name and what it is for. */
export interface TransparencyPlace {
  readonly path: PagePath;
  readonly title: (text: InterfaceText) => string;
  readonly lead: (text: InterfaceText) => string;
}

/** All of them, one line each, in the order in which people meet them. */
export const transparencyPlaces: readonly TransparencyPlace[] = [
  placeOf('/transparency/charter', 'charter.title', 'charter.lead'),
  placeOf('/transparency/packs', 'packs.title', 'packs.lead'),
  placeOf('/transparency/instructions', 'instructions.title', 'instructions.lead'),
  placeOf('/transparency/purposes', 'purposes.title', 'purposes.lead'),
  placeOf('/transparency/system', 'system.title', 'system.lead'),
  { path: '/transparency/register', title: (text) => text.register('title'), lead: (text) => text.register('lead') },
  { path: '/transparency/drift', title: (text) => text.register('drift.title'), lead: (text) => text.register('drift.lead') },
  { path: '/transparency/reports', title: (text) => text.register('reports.title'), lead: (text) => text.register('reports.lead') },
  { path: '/objections', title: (text) => text.objections.publicTitle, lead: (text) => text.transparency['object-lead'] },
  { path: '/verify', title: (text) => text.receipts.verifyTitle, lead: (text) => text.transparency['verify-lead'] },
];

type Word = keyof InterfaceText['transparency'];

function placeOf(path: PagePath, title: Word, lead: Word): TransparencyPlace {
  return { path, title: (text) => text.transparency[title], lead: (text) => text.transparency[lead] };
}
