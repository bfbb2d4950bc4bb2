/** The languages in which the charter itself can speak when a pack cannot: the six of the United Nations. */
export const fallbackLanguages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type FallbackLanguage = (typeof fallbackLanguages)[number];

/**
 * A message that people meet. Packs may translate it; every required slot must be used, so that no pack can word a notice away,
 * and no slot exists that could hold matched text.
 */
export interface MessageDefinition {
  /** Slots that every wording must use, for example `type`. */
  readonly required: readonly string[];
  /** Slots that a wording may use. */
  readonly optional: readonly string[];
  /** Unicode MessageFormat 2 source per fallback language; `en` is the reference wording. */
  readonly wording: Readonly<Record<FallbackLanguage, string>>;
}
