import { decodeString, isName, jsonToken, numberText } from './json-token.ts';

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

export interface Visitor {
  /** A string that a person or program may have put content into. */
  text(text: string): void;
  /** A name or number, which cannot be replaced without changing what the request means. */
  fixed(text: string): void;
}

/** Shows every string, name and number of a JSON value. */
export function visitStrings(value: unknown, visitor: Visitor, path: string | null = null): void {
  if (typeof value === 'string') visitString(value, visitor, path);
  else if (typeof value === 'number') visitor.fixed(String(value));
  else if (Array.isArray(value)) for (const each of value) visitStrings(each, visitor, below(path, '*'));
  else if (typeof value === 'object' && value !== null) {
    const members = value as Readonly<Record<string, unknown>>;
    for (const name of Object.keys(members)) {
      visitor.fixed(name);
      visitStrings(members[name], visitor, below(path, escaped(name)));
    }
  }
}

function visitString(text: string, visitor: Visitor, path: string | null): void {
  if (path !== null && protocolPlaces.has(path)) {
    visitor.fixed(text);
    return;
  }
  if (isInnerJson(text)) visitTokens(text, visitor);
  visitor.text(text);
}

/** Token by token, because what a parser makes of a text has only one of two members of a name, and rounds long numbers. */
function visitTokens(text: string, visitor: Visitor): void {
  for (const { 0: token, index } of text.matchAll(jsonToken)) {
    if (!token.startsWith('"')) visitor.fixed(numberText(token));
    else if (isName(text, index + token.length)) visitor.fixed(decodeString(token));
    else visitString(decodeString(token), visitor, null);
  }
}

type Replace = (text: string) => string;

/** Rebuilds a JSON value with every string replaced that `visitStrings` shows as text. Structure, numbers and protocol names stay. */
export function mapStrings(value: unknown, replace: Replace, path: string | null = null): unknown {
  if (typeof value === 'string') return path !== null && protocolPlaces.has(path) ? value : mapText(value, replace);
  if (Array.isArray(value)) return value.map((each) => mapStrings(each, replace, below(path, '*')));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapStrings(member, replace, below(path, escaped(name)))]));
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

/** A string that is itself JSON is read as JSON, so that no escape hides what stands in it. Only strings in which something was replaced are written anew; every other byte stays. */
function mapText(text: string, replace: Replace): string {
  if (!isInnerJson(text)) return replace(text);
  const after = text.replace(jsonToken, (token: string, index: number) => {
    if (!token.startsWith('"') || isName(text, index + token.length)) return token;
    const content = decodeString(token);
    const replaced = mapText(content, replace);
    return replaced === content ? token : JSON.stringify(replaced);
  });
  return after === text ? replace(text) : after;
}

/** Whether a string is a list or an object. */
function isInnerJson(text: string): boolean {
  const inner = /^\s*[[{]/u.test(text) ? parsed(text) : undefined;
  return typeof inner === 'object' && inner !== null;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeperThan(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Whether a JSON value is nested deeper than a limit, beyond which it does not look: no depth can overflow the stack. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
  for (const each of Array.isArray(value) ? value : Object.values(value)) if (isDeeperThan(each, limit - 1)) return true;
  return false;
}
