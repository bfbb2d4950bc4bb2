/** Words for what does not go as it should. */
export interface TroubleText {
  /** A part of the conversation that this server did not sign. */
  readonly unproved: string;
  readonly tooLarge: string;
  readonly unreadable: string;
  /** No answer can be begun, for whatever reason. */
  readonly notNow: string;
  /** Of an address without a page. */
  readonly noPage: string;
  /** In front of the pages that there are. */
  readonly pagesHere: string;
  downSince(since: string): string;
}
