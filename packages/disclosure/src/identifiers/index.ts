import { email } from './email.ts';
import { estonianPersonalCode } from './estonian-personal-code.ts';
import { iban } from './iban.ts';
import { type Identifier } from './identifier.ts';
import { phone } from './phone.ts';

/** Every recogniser there is. A pack switches on the ones of its country and the global ones. */
export const identifierIds = ['ee.isikukood', 'iban', 'phone', 'email'] as const;
export type IdentifierId = (typeof identifierIds)[number];

export const identifiers = {
  'ee.isikukood': estonianPersonalCode,
  iban,
  phone,
  email,
} as const satisfies Record<IdentifierId, Identifier>;
