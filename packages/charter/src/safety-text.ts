/** Languages of the packs that ship. */
export const safetyLanguages = ['ar', 'de', 'en', 'et', 'fr', 'ru'] as const;
export type SafetyLanguage = (typeof safetyLanguages)[number];

/** Languages of the safety corpus and of the crisis phrases: those, and those of the charter's own messages. */
export const corpusLanguages = [...safetyLanguages, 'es', 'tr', 'zh'] as const;
export type CorpusLanguage = (typeof corpusLanguages)[number];

/** What no rule of any pack may ever touch. */
export const safetyTopics = ['emergency', 'crisis', 'disaster', 'poison', 'rights', 'elections', 'health-emergency', 'complaint'] as const;
export type SafetyTopic = (typeof safetyTopics)[number];

export interface SafetyText {
  readonly topic: SafetyTopic;
  /** One or two natural sentences as an office or an answer would put them. */
  readonly text: string;
}

/** Lays out sentences that are written down topic by topic. The type makes every language cover every topic. */
export function safetyTexts(texts: Readonly<Record<SafetyTopic, readonly string[]>>): readonly SafetyText[] {
  return safetyTopics.flatMap((topic) => texts[topic].map((text) => ({ topic, text })));
}
