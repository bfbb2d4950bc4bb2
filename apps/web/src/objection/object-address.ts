import { pageAddress } from '../page-address.ts';
import { type ChallengedPlace } from './objection-context.ts';

/** Members of an address that name what is objected to. */
export function placeQuery({ rule, pack, answer }: ChallengedPlace): Readonly<Record<string, string>> {
  return { rule, ...(pack !== '' && { pack }), ...(answer !== '' && { answer }) };
}

/** Where the form of objection to a rule is. */
export function objectAddress(place: ChallengedPlace, language: string): string {
  return pageAddress('/object', language, placeQuery(place));
}
