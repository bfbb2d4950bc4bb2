import { type FallbackLanguage, type MessageDefinition } from '../message.ts';

/** A message without slots: a name, a label or a whole sentence. */
export function plainMessage(wording: Readonly<Record<FallbackLanguage, string>>): MessageDefinition {
  return { required: [], optional: [], wording };
}
