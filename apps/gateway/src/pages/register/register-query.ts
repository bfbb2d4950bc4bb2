import { registerFacets } from '@parlance/web';
import { z } from 'zod';
import { type Choice } from '../../register/cube/choose-classes.ts';
import { type EntryPlace } from '../../register/list/list-entries.ts';

/** What an address of the register asks for. */
export interface RegisterQuery {
  readonly choice: Choice;
  readonly before: EntryPlace | null;
  /** It names something that there is not; nothing of it is in `choice`. */
  readonly isStrange: boolean;
}

/** Names of laws are at most 300 letters, articles too. */
const longest = 700;
const value = z.string().max(longest);
/** `2026-11`; there is no thirteenth. */
const monthText = z.string().regex(/^(?:\d{4}-(?:0[1-9]|1[0-2]))?$/);
const fields = z.strictObject({
  ...Object.fromEntries(registerFacets.map((facet) => [facet, value.optional()])),
  month: monthText.optional(),
  before: value.optional(),
  lang: value.optional(),
});

/** A field that is empty, as a form sends it, is none. */
export function readRegisterQuery(query: unknown): RegisterQuery {
  const read = fields.safeParse(query);
  const nothing = { choice: {}, before: null, isStrange: true };
  if (!read.success) return nothing;
  const said = new Map(Object.entries(read.data).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''));
  const place = said.get('before');
  const before = place === undefined ? null : readPlace(place);
  if (place !== undefined && before === null) return nothing;
  const choice: Choice = Object.fromEntries(registerFacets.flatMap((facet) => (said.has(facet) ? [[facet, said.get(facet)]] : [])));
  return { choice, before, isStrange: false };
}

/** `2026-11 123 log.example.org/2026h2` */
const placePattern = /^(\d{4}-\d{2}) (0|[1-9]\d{0,17}) (\S{1,200})$/;

function readPlace(text: string): EntryPlace | null {
  const [, month, position, log] = placePattern.exec(text) ?? [];
  if (month === undefined || position === undefined || log === undefined) return null;
  return { log, month, position: BigInt(position) };
}

export function placeText({ log, month, position }: EntryPlace): string {
  return `${month} ${String(position)} ${log}`;
}
