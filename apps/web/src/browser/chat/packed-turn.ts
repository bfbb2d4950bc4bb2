import { base64url } from './base64url.ts';

/** Letters of the MAC in front of a turn. */
const macLength = 22;

/** Whether this browser can make small what it sends with the next question; then what comes may be as it is. */
function canPack(): boolean {
  try {
    return new CompressionStream('deflate-raw').readable instanceof ReadableStream;
  } catch {
    return false;
  }
}

/** Says in a form whether this page packs: the server knows an answer by it, so all forms of one answer say the same. */
export function withPacking(fields: URLSearchParams): URLSearchParams {
  const said = new URLSearchParams(fields);
  if (canPack()) said.set('packs', '1');
  return said;
}

/** Turns come plain, beside the text that is in them, and go packed: nothing compresses what a form sends. */
export async function packTurn(field: HTMLInputElement): Promise<void> {
  const { value } = field;
  if (value[macLength] !== '{') return;
  const packing = new Blob([value.slice(macLength)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(packing).arrayBuffer());
  field.value = `${value.slice(0, macLength)}.${base64url(packed)}`;
}
