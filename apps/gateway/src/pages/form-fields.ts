import { CodedError } from '@parlance/core';

/** Fields of a form by name; one that comes several times is a list, in their order. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** A page sends some thirty fields: twenty turns, the question and the choices. */
export const mostFields = 200;

/** Reads `application/x-www-form-urlencoded`. Throws `too_many_fields` before it reads any. */
export function readFormFields(body: string): FormFields {
  if (isAboveMost(body)) throw new CodedError('too_many_fields', `a form has at most ${mostFields} fields`);
  return fieldsOf(new URLSearchParams(body));
}

/** Looks at each field once, in whatever number they come. */
export function fieldsOf(entries: Iterable<readonly [string, string]>): FormFields {
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  return Object.fromEntries([...values].map(([name, [first = '', ...more]]) => [name, more.length === 0 ? first : [first, ...more]]));
}

function isAboveMost(body: string): boolean {
  let fields = 1;
  for (let at = body.indexOf('&'); at !== -1; at = body.indexOf('&', at + 1)) if (++fields > mostFields) return true;
  return false;
}
