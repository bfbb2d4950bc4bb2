const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By code unit; letters are all below 128. */
const places = new Uint8Array(128);
for (let place = 0; place < alphabet.length; place++) places[alphabet.charCodeAt(place)] = place;
const pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Undefined unless the text is what `encodeBase64` writes. `atob` and other decoders pass over white space, missing padding and loose bits at the end
 * (RFC 4648 section 3.5); then one signature would have many encodings.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!pattern.test(text)) return undefined;
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (let letter = 0; letter < length; letter++) {
    bits = ((bits << 6) | (places[text.charCodeAt(letter)] ?? 0)) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = bits >> held;
    }
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined;
}
