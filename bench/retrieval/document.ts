/** What is searched for, whatever it is: a paragraph, a passage or a card. */
export interface Document {
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

/** A question and the one document that answers it. */
export interface Asked {
  readonly question: string;
  readonly language: string;
  /** `id` of the document. */
  readonly answeredBy: string;
  readonly half: Half;
}

/** Settings are chosen on one half of the paragraphs and confirmed on the other. */
type Half = 'tuning' | 'confirming';

/** Ids of the best documents, the best first. */
export type Search = (question: string, language: string, limit: number) => readonly string[];
