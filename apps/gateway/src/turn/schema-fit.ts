/** Keywords of JSON Schema that bind what a text says. */
const binding: readonly string[] = [
  ...[
    'enum',
    'const',
    'not',
    'pattern',
    'format',
    'maxLength',
    'minLength',
    'contentEncoding',
    'contentMediaType',
    'contentSchema',
    'uniqueItems',
  ],
];
/** Keywords whose schemas hold of the same value, not always all of them: each is asked, which errs on the side of a refusal. */
const besides: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'dependentSchemas', 'dependencies'];
/** A schema that goes deeper, or branches into more, is taken for one that binds. */
const deepest = 64;
const mostSteps = 10_000;

type Members = Readonly<Record<string, unknown>>;

/**
 * Whether a text that differs between two values stands where its schema binds what it says, so that a marker in it may break the schema (R14). Where texts may say anything, they may. What
 * cannot be resolved, such as a reference to another document, is taken to bind. Both values have the same shape.
 */
export function breaksSchema(schema: unknown, before: unknown, after: unknown): boolean {
  return breaks({ root: schema, depth: deepest, steps: { left: mostSteps } }, schema, [before, after]);
}

interface Walk {
  readonly root: unknown;
  readonly depth: number;
  readonly steps: { left: number };
}

type Pair = readonly [before: unknown, after: unknown];

function breaks(walk: Walk, schema: unknown, pair: Pair): boolean {
  if (!isMembers(schema) || isSame(pair)) return false;
  if (walk.depth === 0 || walk.steps.left-- <= 0) return true;
  const deeper = { ...walk, depth: walk.depth - 1 };
  if (binding.some((keyword) => keyword in schema)) return true;
  if ('$dynamicRef' in schema || '$recursiveRef' in schema) return true;
  if ('$ref' in schema) {
    const found = resolved(walk.root, schema['$ref']);
    if (found === undefined || breaks(deeper, found, pair)) return true;
  }
  return besidesOf(schema).some((each) => breaks(deeper, each, pair)) || inside(deeper, schema, pair);
}

function besidesOf(schema: Members): readonly unknown[] {
  return besides.flatMap((keyword) => {
    const value = schema[keyword];
    if (Array.isArray(value)) return Array.from<unknown>(value);
    return keyword.startsWith('depend') && isMembers(value) ? Object.values(value) : [value];
  });
}

function inside(walk: Walk, schema: Members, [before, after]: Pair): boolean {
  if (Array.isArray(before) && Array.isArray(after))
    return before.some((each, place) => itemSchemas(schema, place).some((item) => breaks(walk, item, [each, after[place]])));
  if (!isMembers(before) || !isMembers(after)) return false;
  return Object.keys(before).some((name) =>
    memberSchemas(schema, name).some((member) => breaks(walk, member, [before[name], after[name]])),
  );
}

function itemSchemas({ prefixItems, items, additionalItems, contains, unevaluatedItems }: Members, place: number): readonly unknown[] {
  const listed: unknown = Array.isArray(prefixItems) ? prefixItems[place] : Array.isArray(items) ? items[place] : undefined;
  return [listed, Array.isArray(items) ? additionalItems : items, contains, unevaluatedItems];
}

/** A pattern may fit any name. */
function memberSchemas(schema: Members, name: string): readonly unknown[] {
  const { properties, patternProperties, additionalProperties, unevaluatedProperties } = schema;
  const own = isMembers(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [additionalProperties, unevaluatedProperties];
  return [...own, ...(isMembers(patternProperties) ? Object.values(patternProperties) : [])];
}

/** `#` and `#/$defs/name` in the schema itself; undefined for any other reference. */
function resolved(root: unknown, reference: unknown): unknown {
  if (typeof reference !== 'string' || !/^#(?:\/|$)/u.test(reference)) return undefined;
  let found = root;
  for (const step of reference.slice(1).split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    found = isMembers(found) && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

function isSame([before, after]: Pair): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
