import { type JsonValue } from '@parlance/core';

/** Small type guards instead of a schema library: this is what a browser loads to check a receipt. */
export type Guard<Value> = (value: unknown) => value is Value;
type Guarded<Shape> = { readonly [Key in keyof Shape]: Shape[Key] extends Guard<infer Value> ? Value : never };

export function text(pattern: RegExp): Guard<string> {
  return (value): value is string => typeof value === 'string' && pattern.test(value);
}

export function oneOf<const Value extends string | number | boolean | null>(...values: readonly Value[]): Guard<Value> {
  const known = new Set<unknown>(values);
  return (value): value is Value => known.has(value);
}

export function integer(least: number): Guard<number> {
  return (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}

export function either<Left, Right>(left: Guard<Left>, right: Guard<Right>): Guard<Left | Right> {
  return (value): value is Left | Right => left(value) || right(value);
}

export function list<Value>(item: Guard<Value>, most: number): Guard<readonly Value[]> {
  return (value): value is readonly Value[] => Array.isArray(value) && value.length <= most && value.every(item);
}

/** Exactly these members. */
export function object<Shape extends Readonly<Record<string, Guard<unknown>>>>(shape: Shape): Guard<Guarded<Shape>> {
  const guards = Object.entries(shape);
  return (value): value is Guarded<Shape> =>
    isMap(value) &&
    Object.keys(value).length === guards.length &&
    guards.every(([key, guard]) => Object.hasOwn(value, key) && guard(value[key]));
}

/** JSON that is not deeper than any leaf of the log. */
export function json(depth: number): Guard<JsonValue> {
  return (value): value is JsonValue => {
    if (typeof value !== 'object' || value === null) return ['string', 'number', 'boolean'].includes(typeof value) || value === null;
    return depth > 0 && Object.values(value).every(json(depth - 1));
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
