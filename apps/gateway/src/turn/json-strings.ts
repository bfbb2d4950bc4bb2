import { decodeString, isJson, jsonToken, withoutEscapes } from './json-token.ts';

/** What people could read in a JSON text: its strings and the names of its members. What is not JSON counts as one text, as it is and with its escapes read. */
export function jsonStrings(text: string): readonly string[] {
  if (!isJson(text)) return [text, withoutEscapes(text)];
  return (text.match(jsonToken) ?? []).filter((token) => token.startsWith('"')).map(decodeString);
}
