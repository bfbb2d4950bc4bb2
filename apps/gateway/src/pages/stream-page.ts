import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { answerHeaders } from '../routes/answer-headers.ts';
import { codingFor, compressed, deflatedBeside, gzipped } from '../routes/compressed.ts';
import { writeStream } from '../routes/write-stream.ts';
import { type Phrases } from './phrases/answer-phrases.ts';
import { type PageKind, pageHeaders } from './send-page.ts';

export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface StreamedPage {
  /** Of the answer in it. */
  readonly id: string;
  readonly kind: PageKind;
  readonly before: string;
  readonly parts: AsyncIterable<string>;
  /** A function where it depends on how the answer ended. */
  readonly after: string | (() => string);
  /** What its reader has already, and takes the rest beside; null or absent: nothing. */
  readonly phrases?: Phrases | null;
}

/** Streams a page around an answer. */
export async function streamPage(gateway: Gateway, { request, reply }: Exchange, page: StreamedPage): Promise<void> {
  pageHeaders(reply, page.kind).headers({ ...answerHeaders(gateway, page.id), vary: 'accept-encoding' });
  const parts = whole(page);
  const { phrases = null } = page;
  if (phrases !== null) {
    // No content coding has a name for it, so that only our own script reads it.
    reply.header('parlance-phrases', phrases.id);
    return writeStream(reply, { contentType: 'application/octet-stream', parts: compressed(parts, deflatedBeside(phrases.bytes)) });
  }
  // Of what comes in small pieces gzip makes less than Brotli does, in a quarter of the memory.
  const coding = codingFor(request.headers['accept-encoding'], ['gzip']);
  if (coding !== null) reply.header('content-encoding', coding);
  return writeStream(reply, { contentType: 'text/html; charset=utf-8', parts: coding === null ? parts : compressed(parts, gzipped()) });
}

async function* whole({ before, parts, after }: StreamedPage): AsyncGenerator<string> {
  yield before;
  yield* parts;
  yield typeof after === 'string' ? after : after();
}
