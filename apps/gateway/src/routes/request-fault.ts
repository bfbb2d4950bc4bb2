import { type z } from 'zod';
import { type ClientFault } from '../errors.ts';

/** Turns the first issue of a schema into a fault that names the field and what was expected; never what was sent. */
export function requestFault(error: z.ZodError): ClientFault {
  const issue = error.issues[0];
  const param = issue?.path.map(String).join('.') ?? '';
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : '';
  return {
    code: 'invalid_request',
    message: `${param === '' ? 'the body' : param}: ${issue?.message ?? 'not as expected'}${more}`,
    ...(param === '' ? {} : { param }),
  };
}
