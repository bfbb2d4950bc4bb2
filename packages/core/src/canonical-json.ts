import { CodedError } from './coded-error.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

function quote(text: string): string {
  if (!text.isWellFormed()) throw new CodedError('not_canonical', 'canonical JSON has no lone surrogates');
  return JSON.stringify(text);
}

/**
 * RFC 8785 (JCS): one text for one value, so that a digest of it can be compared.
 * Members that are `undefined` are absent. Throws `not_canonical` on what JSON cannot say (NaN, infinities, lone surrogates).
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new CodedError('not_canonical', 'canonical JSON has finite numbers only');
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // The default sort compares UTF-16 code units, which is the order that RFC 8785 section 3.2.3 asks for.
  const keys = Object.keys(value).sort();
  const members = keys.flatMap((key) => {
    const member = value[key];
    return member === undefined ? [] : [`${quote(key)}:${canonicalJson(member)}`];
  });
  return `{${members.join(',')}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
