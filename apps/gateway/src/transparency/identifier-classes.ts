import { type IdentifierId, identifiers } from '@parlance/disclosure';
import { type IdentifierFact } from '@parlance/web';

/** Identifiers by class, each class once, in the order in which they come. */
export function identifierClasses(ids: readonly IdentifierId[]): readonly IdentifierFact[] {
  const classes = [...new Set(ids.map((id) => identifiers[id].class))];
  return classes.map((name) => ({ class: name, ids: ids.filter((id) => identifiers[id].class === name) }));
}
