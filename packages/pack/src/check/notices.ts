import { fallbackLanguages, type MessageDefinition, type MessageId, messageIds, messages } from '@parlance/charter';
import { closeBracket, openBracket } from '@parlance/disclosure';
import { type PackIssue } from '../format/pack-issue.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { type TextFault } from './free-text.ts';
import { senseFaults } from './notice-sense.ts';
import { checkWording, type Wording } from './wording.ts';

/** A notice has no slot that could hold matched text (S11) and uses every slot that it must, in every variant, so that no wording hides an omission (S16). */
export const notices: Check = (context) => [...wrongNotices(context), ...missingNotices(context)];

function wrongNotices({ draft, pack }: CheckContext): readonly PackIssue[] {
  return [...pack.notices].flatMap(([language, wordings]) =>
    [...wordings].flatMap(([id, wording]) => {
      const known = messageIds.find((message) => message === id);
      if (known === undefined) return [];
      return noticeFaults(wording, language, known).map((fault) => issueIn(draft, `notices/${language}.yaml`, { path: id, ...fault }));
    }),
  );
}

function noticeFaults(wording: string, language: string, id: MessageId): readonly TextFault[] {
  // The charter's own wordings may leave out the number one, where a language has a word for it.
  if (Object.values(messages[id].wording).includes(wording)) return [];
  return [...wordingFaults(wording, messages[id]), ...senseFaults(language, id, wording)];
}

type Slots = Pick<MessageDefinition, 'required' | 'optional'>;

/** What is wrong with a wording whose slots are known. */
export function wordingFaults(wording: string, definition: Slots): readonly TextFault[] {
  const read = checkWording(wording);
  if ('code' in read) {
    const mend = 'Write the message in MessageFormat 2 with slots as {$name}, .input and .match only.';
    return [{ rule: 'S11', code: read.code, expected: read.expected, received: read.received, mend }];
  }
  return [...unknownSlots(read, definition), ...unusedSlots(read, definition), ...brackets(wording)];
}

function unknownSlots({ variables }: Wording, { required, optional }: Slots): readonly TextFault[] {
  const known = [...required, ...optional];
  const expected = known.length === 0 ? 'no slots' : `only: ${known.join(', ')}`;
  return variables
    .filter((slot) => !known.includes(slot))
    .map((slot) => ({ rule: 'S11', code: 'unknown-slot', expected, received: slot.slice(0, 40), mend: `Remove {$${slot.slice(0, 40)}}.` }));
}

function unusedSlots({ variants }: Wording, { required }: Slots): readonly TextFault[] {
  return required
    .filter((slot) => variants.some(({ shown, zero }) => !shown.has(slot) && !zero.has(slot)))
    .map((slot) => ({
      rule: 'S16',
      code: 'unused-slot',
      expected: `{$${slot}} in every variant`,
      received: 'a wording without it',
      mend: `Use {$${slot}} in every variant of the message.`,
    }));
}

function brackets(wording: string): readonly TextFault[] {
  if (!wording.includes(openBracket) && !wording.includes(closeBracket)) return [];
  const mend = 'Remove the bracket; the service puts it there.';
  return [{ rule: 'S16', code: 'bracket', expected: 'no brackets of notices', received: openBracket, mend }];
}

/** The charter itself speaks some languages; in the others only the pack can. */
function missingNotices({ draft, pack }: CheckContext): readonly PackIssue[] {
  const spoken: readonly string[] = fallbackLanguages;
  return [...pack.languages, ...pack.interfaceLanguages.keys()].flatMap((language) => {
    const file = `notices/${language}.yaml`;
    // A file that cannot be read has its own issue, and what it lacks is not known.
    if (spoken.includes(language) || (draft.sources.has(file) && !pack.notices.has(language))) return [];
    const missing = messageIds.filter((id) => pack.notices.get(language)?.has(id) !== true);
    if (missing.length === 0) return [];
    const facts = {
      code: 'missing-notice',
      expected: 'a wording of every message',
      received: `${missing.length} missing`,
      mend: `Translate ${missing.join(', ')}.`,
    };
    return [issueIn(draft, file, { rule: 'S16', path: '', ...facts })];
  });
}
