/** What a validator found wrong. Validators return every issue they find and never throw. */
export interface Issue {
  /** Dotted path of the field, for example `legal_basis.url`; empty for the document itself. */
  readonly path: string;
  readonly code: string;
  readonly expected: string;
  /** What stood there, described and cut to size; never a secret and never what people wrote. */
  readonly received: string;
}
