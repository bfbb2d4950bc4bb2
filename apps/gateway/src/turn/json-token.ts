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

/** Whether the string that ends there is the name of a member. */
export function isName(text: string, end: number): boolean {
  let at = end;
  while (whiteSpace.has(text.charAt(at))) at++;
  return text.charAt(at) === ':';
}

/** RFC 8259, section 2. */
const whiteSpace: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r']);

/** A number as its digits, however it is written (`3.76e10`). */
export function numberText(token: string): string {
  const value = Number(token);
  return Number.isSafeInteger(value) ? String(value) : token;
}
