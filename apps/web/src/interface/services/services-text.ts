/** The words of the pages that show service cards. */
export interface ServicesText {
  readonly title: string;
  readonly lead: string;
  /** Leads from an answer to its cards. */
  readonly wholeCard: string;
  /** Before the languages in which a card can be shown beside the first. */
  readonly beside: string;
  readonly alone: string;
  readonly unknown: string;
  /** Leads from a card to a question about it. */
  readonly ask: string;
}
