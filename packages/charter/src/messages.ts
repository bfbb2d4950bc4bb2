import { additionMessages } from './messages/addition.ts';
import { ageMessages } from './messages/age.ts';
import { answerMessages } from './messages/answer.ts';
import { cardMessages } from './messages/card.ts';
import { causeMessages } from './messages/cause.ts';
import { changesMessages } from './messages/changes.ts';
import { endingMessages } from './messages/ending.ts';
import { informationTypeMessages } from './messages/information-type.ts';
import { omissionMessages } from './messages/omission.ts';
import { purposeMessages } from './messages/purpose.ts';
import { safetyMessages } from './messages/safety.ts';
import { unjudgedMessages } from './messages/unjudged.ts';
import { useMessages } from './messages/use.ts';
import { type MessageDefinition } from './message.ts';
import { type MessageId } from './message-ids.ts';

/**
 * Every message that people meet, in Unicode MessageFormat 2 (LDML 48).
 * Slots take text, except `omitted`, `added` and `sentences`, which take whole numbers; an optional slot without a value is given the empty text.
 */
export const messages: Readonly<Record<MessageId, MessageDefinition>> = {
  ...omissionMessages,
  ...unjudgedMessages,
  ...additionMessages,
  ...changesMessages,
  ...informationTypeMessages,
  ...purposeMessages,
  ...causeMessages,
  ...endingMessages,
  ...answerMessages,
  ...safetyMessages,
  ...cardMessages,
  ...ageMessages,
  ...useMessages,
};
