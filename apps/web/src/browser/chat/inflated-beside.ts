/**
 * Inflates (RFC 1951) what was deflated with a text that both sides know. Browsers cannot be given such a text; but they take it as a first block that is stored as it is, and what comes
 * out of that block is left out again.
 */
export function inflatedBeside(body: ReadableStream<Uint8Array<ArrayBuffer>>, known: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return body
    .pipeThrough(startingWith(storedBlock(known)))
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .pipeThrough(without(known.length));
}

/** RFC 1951, 3.2.4: not the last block, its length, and its length with all bits turned. At most 65,535 bytes. */
function storedBlock(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = bytes;
  return Uint8Array.of(0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255, ...bytes);
}

function startingWith(first: Uint8Array<ArrayBuffer>): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({
    start(controller) {
      controller.enqueue(first);
    },
  });
}

/** All but the first bytes. */
function without(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      const rest = chunk.subarray(left);
      left = Math.max(0, left - chunk.length);
      if (rest.length > 0) controller.enqueue(rest);
    },
  });
}
