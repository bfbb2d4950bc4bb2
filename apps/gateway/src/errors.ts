import { type ErrorCode, type ErrorEnvelope, type Fault } from '@parlance/wire';

interface Meaning {
  readonly status: number;
  /** OpenAI's error types, so that official clients raise their right class. */
  readonly type: 'invalid_request_error' | 'authentication_error' | 'not_found_error' | 'rate_limit_error' | 'server_error';
}

/** The one place where a code gets its status and type. */
export const errorMeanings = {
  invalid_json: { status: 400, type: 'invalid_request_error' },
  invalid_request: { status: 400, type: 'invalid_request_error' },
  body_too_large: { status: 413, type: 'invalid_request_error' },
  unsupported_media_type: { status: 415, type: 'invalid_request_error' },
  missing_key: { status: 401, type: 'authentication_error' },
  invalid_key: { status: 401, type: 'authentication_error' },
  not_found: { status: 404, type: 'not_found_error' },
  method_not_allowed: { status: 405, type: 'invalid_request_error' },
  unknown_model: { status: 404, type: 'not_found_error' },
  unsupported_language: { status: 400, type: 'invalid_request_error' },
  unsupported_parameter: { status: 400, type: 'invalid_request_error' },
  legal_refusal: { status: 451, type: 'invalid_request_error' },
  charter_refusal: { status: 403, type: 'invalid_request_error' },
  not_judged: { status: 503, type: 'server_error' },
  egress_refused: { status: 403, type: 'invalid_request_error' },
  upstream_unavailable: { status: 502, type: 'server_error' },
  upstream_timeout: { status: 504, type: 'server_error' },
  upstream_truncated: { status: 502, type: 'server_error' },
  upstream_malformed: { status: 502, type: 'server_error' },
  upstream_rejected: { status: 502, type: 'server_error' },
  upstream_rate_limited: { status: 429, type: 'rate_limit_error' },
  not_recorded: { status: 503, type: 'server_error' },
  leaf_refused: { status: 400, type: 'invalid_request_error' },
  log_frozen: { status: 503, type: 'server_error' },
  log_forked: { status: 503, type: 'server_error' },
  log_unwritable: { status: 503, type: 'server_error' },
  overloaded: { status: 503, type: 'server_error' },
  shutting_down: { status: 503, type: 'server_error' },
  internal_error: { status: 500, type: 'server_error' },
} as const satisfies Record<ErrorCode, Meaning>;

/** A fault that a client meets before or instead of an answer. `param` names the request field. */
export interface ClientFault extends Fault {
  readonly param?: string;
}

export function statusOf(code: ErrorCode): number {
  return errorMeanings[code].status;
}

export function envelopeOf(fault: ClientFault): ErrorEnvelope {
  return { error: { message: fault.message, type: errorMeanings[fault.code].type, code: fault.code, param: fault.param ?? null } };
}
