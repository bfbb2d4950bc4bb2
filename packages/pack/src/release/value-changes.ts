import { canonicalJson, type JsonValue } from '@parlance/core';

/** One difference between two values: at a dotted path, what stood there and what stands there now; null where nothing does. */
export interface ValueChange {
  readonly path: string;
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
}

type JsonMap = Readonly<Record<string, JsonValue | undefined>>;

/**
 * Every difference between two values. Maps are compared by key, lists by what they hold: an item that was put in or taken out is one change and moves
 * no other. There is none if and only if the two are the same JSON.
 */
export function valueChanges(before: JsonValue | null, after: JsonValue | null, path = ''): readonly ValueChange[] {
  if (isSame(before, after)) return [];
  if (isMap(before) && isMap(after)) return mapChanges(before, after, path);
  if (isList(before) && isList(after)) return listChanges(before, after, path);
  return [{ path, before, after }];
}

function mapChanges(before: JsonMap, after: JsonMap, path: string): readonly ValueChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => valueChanges(before[key] ?? null, after[key] ?? null, inside(path, key)));
}

/** What stands alike at both ends is left out; then items are told apart by their `id`, or changed in place when there are as many as before. */
function listChanges(before: readonly JsonValue[], after: readonly JsonValue[], path: string): readonly ValueChange[] {
  const start = alikeAtStart(before, after);
  const end = alikeAtStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const [old, now] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const [oldIds, ids] = [idsOf(old), idsOf(now)];
  if (oldIds !== null && ids !== null) return changesById({ items: old, ids: oldIds }, { items: now, ids }, path);
  const placed = (item: JsonValue, place: number) => ({ path: inside(path, String(start + place)), item });
  if (old.length === now.length)
    return old.map(placed).flatMap(({ path: here, item }, place) => valueChanges(item, now[place] ?? null, here));
  return [
    ...old.map(placed).map(({ path: here, item }) => ({ path: here, before: item, after: null })),
    ...now.map(placed).map(({ path: here, item }) => ({ path: here, before: null, after: item })),
  ];
}

function alikeAtStart(before: readonly JsonValue[], after: readonly JsonValue[]): number {
  const most = Math.min(before.length, after.length);
  let alike = 0;
  while (alike < most && isSame(before[alike] ?? null, after[alike] ?? null)) alike++;
  return alike;
}

interface Identified {
  readonly items: readonly JsonValue[];
  readonly ids: readonly string[];
}

function changesById(before: Identified, after: Identified, path: string): readonly ValueChange[] {
  const find = ({ items, ids }: Identified, id: string): JsonValue | null => items[ids.indexOf(id)] ?? null;
  const kept = before.ids.filter((id) => after.ids.includes(id));
  const changes = [...new Set([...before.ids, ...after.ids])].flatMap((id) =>
    valueChanges(find(before, id), find(after, id), inside(path, id)),
  );
  const order = after.ids.filter((id) => before.ids.includes(id));
  return isSame(kept, order) ? changes : [...changes, { path, before: kept, after: order }];
}

/** Null unless every item is a map with an `id` of its own. */
function idsOf(items: readonly JsonValue[]): readonly string[] | null {
  const ids = items.flatMap((item) => (isMap(item) && typeof item['id'] === 'string' ? [item['id']] : []));
  return ids.length === items.length && new Set(ids).size === ids.length ? ids : null;
}

function inside(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function isSame(left: JsonValue | null, right: JsonValue | null): boolean {
  return left === right || canonicalJson(left) === canonicalJson(right);
}

function isList(value: JsonValue | null): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isMap(value: JsonValue | null): value is JsonMap {
  return typeof value === 'object' && value !== null && !isList(value);
}
