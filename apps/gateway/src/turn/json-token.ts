/** A JSON string or number, wherever it stands in a JSON text (RFC 8259). */
export const jsonToken = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gu;

/** The text that a quoted JSON string stands for. */
export function decodeString(quoted: string): string {
  const value: unknown = JSON.parse(quoted);
  return typeof value === 'string' ? value : quoted;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads the escapes of text that only looks like JSON, so that nothing hides in them. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(["\\/]))/giu, (_found, code: string | undefined, plain: string | undefined) =>
    code === undefined ? (plain ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
