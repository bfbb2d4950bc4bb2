import { type IncomingMessage } from 'node:http';

export type ReadBody =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'too_large' }
  /** The client went away. */
  | { readonly kind: 'cut_off' };

/** The body of a request, of which no more than the limit is kept. The request stays open, so that one that is too large can be answered. */
export function readBody(request: IncomingMessage, limit: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const parts: Uint8Array[] = [];
    let size = 0;
    request.on('data', (part: Uint8Array) => {
      size += part.length;
      if (size <= limit) parts.push(part);
      else {
        request.pause();
        resolve({ kind: 'too_large' });
      }
    });
    request.on('end', () => {
      resolve({ kind: 'whole', bytes: Buffer.concat(parts) });
    });
    for (const event of ['error', 'close'] as const) {
      request.on(event, () => {
        resolve({ kind: 'cut_off' });
      });
    }
  });
}
