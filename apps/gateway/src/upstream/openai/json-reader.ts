import { readCompletion } from './chunk.ts';
import { type ReplyReader } from './reply-reader.ts';
import { type OnModel, tellModel } from './told-model.ts';

/** Longest body that is read, in bytes. */
const longestBody = 16 * 1024 * 1024;

/** Reads an answer that came whole although a stream was asked for. */
export function createJsonReader(onModel?: OnModel): ReplyReader {
  const parts: Buffer[] = [];
  let size = 0;
  return {
    feed(part) {
      size += part.length;
      if (size > longestBody) return readCompletion(null);
      parts.push(part);
      return [];
    },
    hasEnded: () => size > longestBody,
    finish() {
      const value = parsed(Buffer.concat(parts).toString('utf8'));
      tellModel(value, onModel);
      return readCompletion(value);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
