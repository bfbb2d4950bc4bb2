import { deepestInnerJson, isInnerJson } from './inner-json.ts';
import { decodeString, isJson, jsonToken, withoutEscapes } from './json-token.ts';

/**
 * What people could read in a JSON text: its strings and the names of its members, also of the JSON texts that stand in its strings. Other text
 * counts as it is and with its escapes read.
 */
export function jsonStrings(text: string): readonly string[] {
  return isJson(text) ? stringsIn(text, deepestInnerJson) : readings(text);
}

function stringsIn(text: string, depth: number): readonly string[] {
  const strings = (text.match(jsonToken) ?? []).filter((token) => token.startsWith('"')).map(decodeString);
  return strings.flatMap((string) => (depth > 0 && isInnerJson(string) ? stringsIn(string, depth - 1) : readings(string)));
}

/** Most texts have no escapes. */
function readings(text: string): readonly string[] {
  const plain = withoutEscapes(text);
  return plain === text ? [text] : [text, plain];
}
