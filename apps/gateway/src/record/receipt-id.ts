/** `1841.chatcmpl-…`: where the answer stands in the journal, and its own id, which nobody can guess. */
export function receiptId(position: bigint, answer: string): string {
  return `${String(position)}.${answer}`;
}

/** The position in a receipt's id; null for what is no such id. */
export function positionIn(id: string): bigint | null {
  const digits = /^(?:0|[1-9]\d{0,17})(?=\.)/.exec(id)?.[0];
  return digits === undefined ? null : BigInt(digits);
}
