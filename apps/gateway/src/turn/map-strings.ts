/** Where strings are names of the protocol and not what people wrote, as paths of member names; `*` is any place of a list. */
const protocolPlaces: ReadonlySet<string> = new Set([
  'model',
  'messages.*.role',
  'messages.*.content.*.type',
  'messages.*.tool_calls.*.type',
  'tools.*.type',
  'tool_choice.type',
  'response_format.type',
]);

/** Deeper values are refused before they come here. */
export const deepest = 64;

interface Visitor {
  /** A string that a person or program may have put content into. */
  text(text: string): string;
  /** A member name or number, which cannot be replaced without changing what the request means. */
  fixed?(text: string): void;
}

/** Rebuilds a JSON value with every such string replaced. Structure, numbers and protocol names stay. */
export function mapStrings(value: unknown, visitor: Visitor, path = ''): unknown {
  if (typeof value === 'string') return protocolPlaces.has(path) ? value : mapText(value, visitor);
  if (typeof value === 'number') visitor.fixed?.(String(value));
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, visitor, `${path}.*`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      visitor.fixed?.(name);
      return [name, mapStrings(member, visitor, path === '' ? name : `${path}.${name}`)];
    }),
  );
}

/** A string that is itself JSON is read as JSON, so that no escape hides what stands in it; it is written anew only when something in it was replaced. */
function mapText(text: string, visitor: Visitor): string {
  const inner = /^\s*[[{]/u.test(text) ? parsed(text) : undefined;
  if (typeof inner !== 'object' || inner === null) return visitor.text(text);
  const before = JSON.stringify(inner);
  const after = JSON.stringify(mapStrings(inner, visitor, '$'));
  return before === after ? visitor.text(text) : after;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeperThan(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is nested deeper than a limit; walks without recursion, so that no depth can overflow the stack. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= limit; depth++) {
    level = level.flatMap((each): readonly unknown[] => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
