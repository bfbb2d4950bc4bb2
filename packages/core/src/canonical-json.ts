import { CodedError } from './coded-error.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };

/**
 * RFC 8785 (JCS): one text for one value, so that a digest of it can be compared.
 * Members that are `undefined` are absent. Throws `not_canonical` on what JSON cannot say (NaN, infinities, lone surrogates).
 */
export function canonicalJson(value: JsonValue): string {
  // `JSON.stringify` writes strings and numbers as the RFC asks and members as they stand: when they stand in order, one call does all.
  return isInOrder(value) ? JSON.stringify(value) : written(value);
}

/** Whether the members of every object stand in the order of RFC 8785 section 3.2.3, by UTF-16 code units. Throws `not_canonical`. */
function isInOrder(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) {
    refuseUnsayable(value);
    return true;
  }
  if (isList(value)) {
    // `every` would pass over a hole.
    for (const each of value) if (!isInOrder(each)) return false;
    return true;
  }
  let last: string | null = null;
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (member === undefined) continue;
    if (last !== null && key < last) return false;
    refuseUnsayable(key);
    if (!isInOrder(member)) return false;
    last = key;
  }
  return true;
}

function written(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) {
    refuseUnsayable(value);
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${Array.from(value, written).join(',')}]`;
  let members = '';
  // The default sort compares UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members += `${members === '' ? '' : ','}${written(key)}:${written(member)}`;
  }
  return `{${members}}`;
}

function refuseUnsayable(value: null | boolean | number | string | undefined): void {
  if (value === undefined) throw new CodedError('not_canonical', 'canonical JSON has no place for what is not there but in a member');
  if (typeof value === 'string' && !value.isWellFormed()) throw new CodedError('not_canonical', 'canonical JSON has no lone surrogates');
  if (typeof value === 'number' && !Number.isFinite(value)) throw new CodedError('not_canonical', 'canonical JSON has finite numbers only');
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
