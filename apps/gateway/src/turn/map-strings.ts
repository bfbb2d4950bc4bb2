/** Where strings are names of the protocol and not what people wrote, as paths of member names; `*` is any place of a list. */
const protocolPlaces: ReadonlySet<string> = new Set([
  'model',
  'messages.*.role',
  'messages.*.content.*.type',
  'messages.*.tool_calls.*.type',
  'messages.*.tool_calls.*.function.name',
  'tools.*.type',
  'tools.*.function.name',
  'tool_choice.type',
  'tool_choice.function.name',
  'response_format.type',
]);

/** Deeper values are refused before they come here. */
export const deepest = 64;

interface Visitor {
  /** A string that a person or program may have put content into. */
  text(text: string): string;
  /** A name or number, which cannot be replaced without changing what the request means. */
  fixed?(text: string): void;
}

/** Rebuilds a JSON value with every such string replaced. Structure, numbers and protocol names stay. */
export function mapStrings(value: unknown, visitor: Visitor, path: string | null = null): unknown {
  if (typeof value === 'string') return mapString(value, visitor, path);
  if (typeof value === 'number') visitor.fixed?.(String(value));
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, visitor, below(path, '*')));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      visitor.fixed?.(name);
      return [name, mapStrings(member, visitor, below(path, escaped(name)))];
    }),
  );
}

function mapString(text: string, visitor: Visitor, path: string | null): string {
  if (path === null || !protocolPlaces.has(path)) return mapText(text, visitor);
  visitor.fixed?.(text);
  return text;
}

/** A member may have an empty name, so the root has none at all. */
function below(path: string | null, step: string): string {
  return path === null ? step : `${path}.${step}`;
}

/** A member may be named like a path. Hardly any is. */
function escaped(name: string): string {
  return pathSigns.test(name) ? name.replace(/[.*\\]/gu, String.raw`\$&`) : name;
}

const pathSigns = /[.*\\]/u;

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
