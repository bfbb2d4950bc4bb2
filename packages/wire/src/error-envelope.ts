import { z } from 'zod';

/** Every code that a client can meet, in the OpenAI envelope. `docs/errors.md` explains each. */
export const errorCodes = [
  'invalid_json',
  'invalid_request',
  'body_too_large',
  'unsupported_media_type',
  'missing_key',
  'invalid_key',
  'not_found',
  'method_not_allowed',
  'unknown_model',
  'unsupported_language',
  'unsupported_parameter',
  'legal_refusal',
  'charter_refusal',
  'not_judged',
  'egress_refused',
  'upstream_unavailable',
  'upstream_timeout',
  'upstream_truncated',
  'upstream_malformed',
  'upstream_rejected',
  'upstream_rate_limited',
  'not_recorded',
  'leaf_refused',
  'log_frozen',
  'log_forked',
  'log_unwritable',
  'overloaded',
  'shutting_down',
  'internal_error',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const errorEnvelope = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    code: z.enum(errorCodes),
    /** The request field that is meant, or null. */
    param: z.string().nullable(),
  }),
});
export type ErrorEnvelope = z.infer<typeof errorEnvelope>;
