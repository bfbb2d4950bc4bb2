import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Gateway } from '../gateway.ts';
import { answerHeaders } from '../routes/answer-headers.ts';
import { codingFor, compressed } from '../routes/compressed.ts';
import { writeStream } from '../routes/write-stream.ts';
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
  readonly after: string;
}

/** Streams a page around an answer. */
export async function streamPage(gateway: Gateway, { request, reply }: Exchange, page: StreamedPage): Promise<void> {
  pageHeaders(reply, page.kind).headers({ ...answerHeaders(gateway, page.id), vary: 'accept-encoding' });
  const parts = whole(page);
  const coding = codingFor(request.headers['accept-encoding']);
  if (coding !== null) reply.header('content-encoding', coding);
  await writeStream(reply, { contentType: 'text/html; charset=utf-8', parts: coding === null ? parts : compressed(parts, coding) });
}

async function* whole({ before, parts, after }: StreamedPage): AsyncGenerator<string> {
  yield before;
  yield* parts;
  yield after;
}
