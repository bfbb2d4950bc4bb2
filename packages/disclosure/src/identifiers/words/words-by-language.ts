/** Context words by language (BCP 47). A star stands for the endings that a word may take, as in `passport*`. */
export type WordsByLanguage = Readonly<Record<string, readonly string[]>>;
