import { type FastifyError } from 'fastify';
import { type ClientFault } from '../errors.ts';

export const notHttp: ClientFault = { code: 'invalid_request', message: 'the request is not valid HTTP for this server' };

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
