import { type Issue } from '@parlance/core';
import { type Model, parseMessage, validate } from 'messageformat';

/** One wording of a message: a message without `.match` has exactly one. */
interface Variant {
  /** Its words, with a space for each slot. */
  readonly words: string;
  /** Slots that are shown. */
  readonly shown: ReadonlySet<string>;
  /** Slots that are known to be 0 where this variant is chosen, so that nothing need be said of them. */
  readonly zero: ReadonlySet<string>;
}

export interface Wording {
  readonly variables: readonly string[];
  readonly variants: readonly Variant[];
}

/** Functions that choose or write a value without changing it. */
const plainFunctions = new Set(['string', 'integer', 'number']);

/** Reads MessageFormat 2. Only slots, plain functions and `.match` are allowed: nothing that could show another value than the one that is handed in. */
export function checkWording(source: string): Wording | Issue {
  try {
    const message = parseMessage(source);
    const { variables } = validate(message);
    const fault = faultOf(message);
    return fault === null
      ? { variables: [...variables], variants: variantsOf(message) }
      : issue('not-plain', 'slots, .input and .match', fault);
  } catch (error) {
    return issue('message-format', 'Unicode MessageFormat 2', error instanceof Error ? error.name : 'something else');
  }
}

function issue(code: string, expected: string, received: string): Issue {
  return { path: '', code, expected, received };
}

function faultOf(message: Model.Message): string | null {
  if (message.declarations.some(({ type }) => type === 'local')) return '.local';
  const expressions = [...message.declarations.map(({ value }) => value), ...patternsOf(message).flat()];
  for (const part of expressions) {
    if (typeof part === 'string') continue;
    if (part.type === 'markup') return 'markup';
    if (part.arg?.type !== 'variable') return 'a literal or a function without a slot';
    if (part.attributes !== undefined && Object.keys(part.attributes).length > 0) return 'an attribute';
    if (part.functionRef !== undefined && !isPlain(part.functionRef)) return `the function :${part.functionRef.name.slice(0, 20)}`;
  }
  return null;
}

function isPlain(reference: Model.FunctionRef): boolean {
  return plainFunctions.has(reference.name) && Object.keys(reference.options ?? {}).length === 0;
}

function patternsOf(message: Model.Message): readonly Model.Pattern[] {
  return message.type === 'message' ? [message.pattern] : message.variants.map(({ value }) => value);
}

function variantsOf(message: Model.Message): readonly Variant[] {
  if (message.type === 'message') return [{ words: wordsIn(message.pattern), shown: slotsIn(message.pattern), zero: new Set() }];
  return message.variants.map(({ keys, value }) => ({
    words: wordsIn(value),
    shown: slotsIn(value),
    zero: new Set(message.selectors.flatMap(({ name }, index) => (isZero(keys[index]) ? [name] : []))),
  }));
}

function isZero(key: Model.Literal | Model.CatchallKey | undefined): boolean {
  return key !== undefined && key.type !== '*' && key.value === '0';
}

function wordsIn(pattern: Model.Pattern): string {
  return pattern.map((part) => (typeof part === 'string' ? part : ' ')).join('');
}

function slotsIn(pattern: Model.Pattern): ReadonlySet<string> {
  return new Set(
    pattern.flatMap((part) =>
      typeof part !== 'string' && part.type === 'expression' && part.arg?.type === 'variable' ? [part.arg.name] : [],
    ),
  );
}
