import { type z } from 'zod';
import { currency, day, httpsUrl, language, phone, text } from '../format/fields.ts';
import { skeletonWords } from './skeleton-words.ts';

/** Something that a new pack has to know and that nobody can invent. */
export interface SkeletonQuestion {
  /** `contact.name.et`: the name under which the answer is given. */
  readonly id: string;
  readonly ask: string;
  readonly schema: z.ZodType<string>;
}

export type SkeletonAnswers = ReadonlyMap<string, string>;

/** No country has this code; ISO 3166-1 leaves it to its users. */
const nobodysCountry = 'ZZ';

export function skeletonQuestions(languages: readonly string[]): readonly SkeletonQuestion[] {
  const each = (id: string, ask: string, longest: number): readonly SkeletonQuestion[] =>
    languages.map((tag) => ({ id: `${id}.${tag}`, ask: `${ask} (in ${tag})`, schema: text(longest) }));
  const unspoken = languages.filter((tag) => skeletonWords(tag) === null);
  const words = (id: string, ask: string, longest: number): readonly SkeletonQuestion[] =>
    unspoken.map((tag) => ({ id: `${id}.${tag}`, ask: `${ask} (in ${tag})`, schema: text(longest) }));
  return [
    ...each('issuer', 'Who answers for the pack', 200),
    ...each('contact.name', 'The office that helps when no other does', 200),
    { id: 'contact.url', ask: 'Its address on the web', schema: httpsUrl },
    { id: 'currency', ask: 'The currency, for example EUR', schema: currency },
    { id: 'emergency.number', ask: 'The emergency number', schema: phone },
    { id: 'emergency.language', ask: 'A language that is spoken on that number, such as et', schema: language },
    { id: 'emergency.source', ask: 'The official page on which you read the number', schema: httpsUrl },
    { id: 'emergency.publisher', ask: 'Who publishes that page', schema: text(200) },
    { id: 'emergency.read', ask: 'The day on which you read it, YYYY-MM-DD', schema: day },
    ...words('note', '"Draft that nobody has reviewed. Not legal advice."', 300),
    ...words('emergency.name', '"Emergency number"', 200),
    ...words('emergency.what', '"Call when life, health or property is in danger."', 400),
    ...words('sector', '"Services for residents"', 200),
  ];
}

/** What is wrong with an answer, as a noun phrase of what is expected; null when nothing is. */
export function answerFault({ schema }: SkeletonQuestion, answer: string): string | null {
  const read = schema.safeParse(answer);
  return read.success ? null : (read.error.issues[0]?.message ?? 'something else');
}

/** Answers for a service that does not exist, in the languages that the charter speaks. An emergency number is invented for nobody's country alone. */
export function exampleAnswers(country: string, languages: readonly string[], today: string): SkeletonAnswers {
  const texts = languages.flatMap((tag): readonly (readonly [string, string])[] => {
    const example = skeletonWords(tag)?.example;
    if (example === undefined) return [];
    const { issuer, office, note, emergencyWhat } = example;
    return [
      [`issuer.${tag}`, issuer],
      [`contact.name.${tag}`, office],
      [`note.${tag}`, note],
      ...(country === nobodysCountry ? [[`emergency.what.${tag}`, emergencyWhat] as const] : []),
    ];
  });
  const emergency: readonly (readonly [string, string])[] = [
    ['emergency.number', '112'],
    ['emergency.language', languages[0] ?? 'en'],
    ['emergency.source', 'https://www.example.org/emergency'],
    ['emergency.publisher', 'Fictitious source'],
    ['emergency.read', today],
  ];
  return new Map([
    ...texts,
    ['contact.url', 'https://www.example.org/'],
    ['currency', 'EUR'],
    ...(country === nobodysCountry ? emergency : []),
  ]);
}
