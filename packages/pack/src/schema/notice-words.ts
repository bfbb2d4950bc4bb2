import { interfaceMessages, messageIds, messages } from '@parlance/charter';

/** For a translator: which slots a message has, and how it reads in English. Null for a field that is no message. */
export function noticeWords([kind, key]: readonly string[]): string | null {
  if (kind === 'interface') return pageWords(key);
  const id = kind === 'notices' ? messageIds.find((known) => known === key) : undefined;
  if (id === undefined) return null;
  const { required, optional, wording } = messages[id];
  const slots = [
    required.length === 0 ? 'No slots.' : `Every variant uses ${listed(required)}.`,
    ...(optional.length === 0 ? [] : [`It may use ${listed(optional)}.`]),
  ];
  return `${slots.join(' ')} In English: ${wording.en}`;
}

/** The English wording of these is the pages' own. */
function pageWords(key: string | undefined): string | null {
  const [, slots = null] = Object.entries<readonly string[]>(interfaceMessages).find(([id]) => id === key) ?? [];
  if (slots === null) return null;
  return `Words of the pages. ${slots.length === 0 ? 'No slots.' : `Every wording uses ${listed(slots)}.`}`;
}

function listed(slots: readonly string[]): string {
  return slots.map((slot) => `{$${slot}}`).join(', ');
}
