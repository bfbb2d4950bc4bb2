import { interfaceMessages } from '@parlance/charter';
import { canonicalJson, type JsonValue } from '@parlance/core';
import { type PackChange } from '@parlance/pack';
import { type ChangeSentence, type ToldChange } from '@parlance/web';
import { changeSentence, generalSentence } from './change-sentence.ts';

/** The name of a message of the charter (`type.gambling`) in words. */
export type NameOf = (message: string) => string;

/** A difference in plain words. Each one has a sentence: what has none of its own is told by its file and field. */
export function tellChange(change: PackChange, nameOf: NameOf): ToldChange {
  const { kind, file, field, before, after } = change;
  const slots = { ...placeSlots(change), ...ruleSlots(field === '' ? (after ?? before) : null, nameOf) };
  const own = changeSentence(change);
  // A rule that does not say its law is no rule, and is told as the file that it is.
  const sentence = hasSlots(own, slots) ? own : generalSentence(change);
  return {
    sentence,
    slots,
    class: change.class,
    kind,
    file,
    field,
    // A file that came or went is told by its name, and read on the page of its version.
    before: field === '' ? null : valueText(before),
    after: field === '' ? null : valueText(after),
    areWordsShown: !hidden.has(sentence),
  };
}

function hasSlots(sentence: ChangeSentence, slots: Readonly<Record<string, string>>): boolean {
  return interfaceMessages[`transparency.${sentence}`].every((slot) => Object.hasOwn(slots, slot));
}

/** What is looked for may be ugly to read; the pack has it. */
const hidden: ReadonlySet<ChangeSentence> = new Set(['changes.matcher', 'changes.fixtures']);

function placeSlots({ file, field }: PackChange): Readonly<Record<string, string>> {
  const stem = (file.split('/').at(-1) ?? file).replace(/\.[a-z]+$/, '');
  const [, inner = ''] = /^(?:contacts|resources)\.([^.]+)/.exec(field) ?? [];
  return { file, field: field === '' ? file : field, rule: stem, name: inner === '' ? stem : inner };
}

/** Of a whole restriction or addition. */
function ruleSlots(document: JsonValue, nameOf: NameOf): Readonly<Record<string, string>> {
  const type = textAt(document, 'type');
  const purpose = textAt(document, 'purpose');
  const basis = memberOf(document, 'legal_basis') ?? memberOf(document, 'basis');
  const law = [textAt(basis, 'instrument'), textAt(basis, 'article')].filter((part) => part !== null).join(', ');
  return {
    ...(type !== null && { type: nameOf(`type.${type}`) }),
    ...(purpose !== null && { purpose: nameOf(`purpose.${purpose}`) }),
    ...(law !== '' && { law }),
  };
}

function memberOf(value: JsonValue, key: string): JsonValue {
  return isMap(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

function textAt(value: JsonValue, key: string): string | null {
  const found = memberOf(value, key);
  return typeof found === 'string' ? found : null;
}

/** As people read it: texts as they are, lists of texts with commas, maps line by line, anything else as canonical JSON. */
function valueText(value: JsonValue): string | null {
  if (value === null || typeof value === 'string') return value;
  if (isList(value) && value.every((each) => typeof each === 'string')) return value.join(', ');
  if (!isMap(value)) return canonicalJson(value);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${isMap(each ?? null) ? canonicalJson(each ?? null) : (valueText(each ?? null) ?? '')}`)
    .join('\n');
}

function isMap(value: JsonValue): value is Readonly<Record<string, JsonValue | undefined>> {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
