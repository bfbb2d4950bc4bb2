const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const places = new Map(Array.from(alphabet, (letter, place) => [letter, place]));
const pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A function takes so many without trouble. */
const mostArguments = 4096;

/** RFC 4648 section 4, with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += mostArguments) letters += String.fromCharCode(...bytes.subarray(at, at + mostArguments));
  return btoa(letters);
}

/**
 * Undefined unless the text is what `encodeBase64` writes. `atob` and other decoders pass over white space, missing padding and loose bits at the end
 * (RFC 4648 section 3.5); then one signature would have many encodings.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!pattern.test(text)) return undefined;
  const letters = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const letter of letters) {
    bits = ((bits << 6) | (places.get(letter) ?? 0)) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined;
}
