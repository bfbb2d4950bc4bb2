import { restoreFinish, restoreStep, startRestoration } from '@parlance/disclosure';
import { decodeString, isJson, jsonToken } from './json-token.ts';

/**
 * Puts back what pseudonyms stand for in a JSON text that is complete. Many servers write their brackets as escapes (`\u27e6`), so each string is read before
 * it is searched; strings without a pseudonym keep their bytes.
 */
export function restoreAll(text: string, originals: ReadonlyMap<string, string>): string {
  if (originals.size === 0) return text;
  if (!isJson(text)) return restoreText(text, originals);
  return text.replace(jsonToken, (found) => {
    if (!found.startsWith('"')) return found;
    const content = decodeString(found);
    const restored = restoreText(content, originals);
    return restored === content ? found : JSON.stringify(restored);
  });
}

function restoreText(text: string, originals: ReadonlyMap<string, string>): string {
  const [restoration, segments] = restoreStep(startRestoration(originals), text);
  return [...segments, ...restoreFinish(restoration)].map((segment) => segment.text).join('');
}
