import { type Asked, type Search } from './document.ts';

/** Place of the answer from 1, or null when it is not among the first ten. */
export type Place = number | null;

export interface Figures {
  readonly questions: number;
  /** Shares of the questions whose document is the first, or among the first five. */
  readonly recall1: number;
  readonly recall5: number;
  /** Mean of 1 / place among the first ten, 0 when it is not there. */
  readonly mrr: number;
}

const deepest = 10;

export function placesOf(search: Search, asked: readonly Asked[]): readonly Place[] {
  return asked.map(({ question, language, answeredBy }) => {
    const place = search(question, language, deepest).indexOf(answeredBy);
    return place === -1 ? null : place + 1;
  });
}

export function figuresOf(places: readonly Place[]): Figures {
  const share = (within: number): number => places.filter((place) => place !== null && place <= within).length / places.length;
  const mrr = places.reduce<number>((sum, place) => sum + (place === null ? 0 : 1 / place), 0) / places.length;
  return { questions: places.length, recall1: share(1), recall5: share(5), mrr };
}
