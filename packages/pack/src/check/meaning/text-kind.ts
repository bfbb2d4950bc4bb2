/** What a text of a pack is there for. The same words mean another thing in a law's reason than in a card. */
export type TextKind =
  'rationale' | 'redress' | 'name' | 'notice' | 'term' | 'passage' | 'fact' | 'addition' | 'safety' | 'status' | 'question' | 'setting';

const kindOf: readonly (readonly [form: RegExp, kind: TextKind])[] = [
  [/^restrictions (?:rationale|match\.classifier\.policy)/, 'rationale'],
  [/^restrictions redress\.body/, 'redress'],
  [/^(?:notices|interface) /, 'notice'],
  [/^terminology /, 'term'],
  [/^(?:knowledge text|curriculum )/, 'passage'],
  [/^services facts/, 'fact'],
  [/^handover .*\.price/, 'fact'],
  [/^services questions/, 'question'],
  [/^additions text/, 'addition'],
  [/^safety\.yaml .*\.(?:what|hours)/, 'safety'],
  [/^pack\.yaml status/, 'status'],
  [/^(?:locale|sectors|privacy\.yaml) /, 'setting'],
];

export function textKind(folder: string, path: string): TextKind {
  return kindOf.find(([form]) => form.test(`${folder} ${path}`))?.[1] ?? 'name';
}
