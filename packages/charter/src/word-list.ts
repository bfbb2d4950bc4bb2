/** Reads words that stand with commas between them, over as many lines as they need. */
export function wordList(written: string): readonly string[] {
  return written.split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
}
