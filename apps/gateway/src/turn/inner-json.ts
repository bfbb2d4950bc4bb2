import { isJson } from './json-token.ts';

/** How many JSON texts may stand one inside the other: programs that hand on what others gave them wrap it two or three times. */
export const deepestInnerJson = 8;

/** Whether a string is itself a list or an object in JSON: the program that gets it reads it as such. */
export function isInnerJson(text: string): boolean {
  return /^\s*[[{]/u.test(text) && isJson(text);
}
