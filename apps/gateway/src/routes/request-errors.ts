import { type FastifyError } from 'fastify';
import { type Socket } from 'node:net';
import { type ClientFault, envelopeOf } from '../errors.ts';

const notHttp: ClientFault = { code: 'invalid_request', message: 'the request is not valid HTTP for this server' };

/** Fastify's codes for what a client did wrong. Anything else is ours. */
export function faultOf(error: FastifyError): ClientFault {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return { code: 'invalid_json', message: 'the body is not JSON' };
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'body_too_large', message: 'the body is larger than this server takes' };
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'unsupported_media_type', message: 'send the body as application/json' };
    case 'too_many_fields':
      return { code: 'invalid_request', message: error.message };
    default:
      break;
  }
  if (error instanceof SyntaxError) return { code: 'invalid_json', message: 'the body is not JSON' };
  if (error.statusCode !== undefined && error.statusCode < 500) return notHttp;
  if (error.code === 'store_unavailable') return { code: 'overloaded', message: 'the database does not answer; try again later' };
  return { code: 'internal_error', message: 'the request failed inside Parlance' };
}

/** Answers bytes that are no HTTP request, in the envelope, and closes the connection: nothing after them can be trusted. */
export function refuseBytes(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(envelopeOf(notHttp));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
    socket.destroy();
  });
}
