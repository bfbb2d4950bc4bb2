/** What somebody swallowed: every verb with every way to lead over to every substance. Said without a subject, because it may be anybody's child. */
export function swallowed(words: {
  readonly verbs: readonly string[];
  /** Articles and amounts, each with what parts it from the next word. */
  readonly leads?: readonly string[];
  readonly substances: readonly string[];
}): readonly string[] {
  const { verbs, leads = [''], substances } = words;
  return verbs.flatMap((verb) => leads.flatMap((lead) => substances.map((substance) => `${verb} ${lead}${substance}`)));
}
