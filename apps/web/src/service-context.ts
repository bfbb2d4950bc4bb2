import { type PageContext } from './page-context.ts';

/** Names of service cards, in the language of the page. */
export interface ServicesContext extends PageContext {
  readonly services: readonly { readonly id: string; readonly title: string }[];
  /** Whether a card was asked for that is none. */
  readonly isUnknown: boolean;
}

/** A text in a language; it is that of the pack's first language where there is none in the wanted one. */
export interface WordedText {
  readonly language: string;
  readonly text: string;
}

export interface ServiceFact {
  /** In each shown language. */
  readonly texts: readonly WordedText[];
  /** Place inside the source, for example a paragraph. */
  readonly at: string | null;
  readonly url: string | null;
  readonly number: string | null;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    readonly url: string;
    readonly language: string;
    readonly read: string;
  } | null;
}

export interface ServiceSection {
  readonly kind: string;
  /** Name of the kind, in each shown language. */
  readonly headings: readonly WordedText[];
  readonly facts: readonly ServiceFact[];
}

interface ServiceOffice {
  /** Key of the contact. */
  readonly id: string;
  readonly names: readonly WordedText[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string;
}

/** One card, in one language or in two beside each other. */
export interface ServiceContext extends PageContext {
  readonly id: string;
  readonly titles: readonly WordedText[];
  /** Word for the office, in each shown language. */
  readonly officeHeadings: readonly WordedText[];
  readonly office: ServiceOffice | null;
  readonly sections: readonly ServiceSection[];
  /** The second language; null: there is one alone. */
  readonly beside: string | null;
  /** Languages that the card can be shown in beside that of the page. */
  readonly others: readonly { readonly code: string; readonly name: string }[];
  /** A question that this card answers; empty when the pack has none in the language. */
  readonly question: string;
}
