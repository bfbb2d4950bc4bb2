import { isIP } from 'node:net';
import { z } from 'zod';
import { countryCodes } from './country-codes.ts';

/** Every value arrives as text, from the environment or from the file. Surrounding blanks are never part of it. */
const text = z.string().trim().min(1);

/** Decimal digits only: no sign, no exponent, no hexadecimal, so that what is written is what is meant. */
export function wholeNumber(least: number, most: number) {
  return text
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
}

export function seconds(most: number) {
  return text
    .regex(/^\d{1,9}(\.\d{1,3})?$/)
    .transform(Number)
    .refine((value) => value > 0 && value <= most);
}

export const hostName = text.max(253).regex(/^[0-9A-Za-z:][0-9A-Za-z.:_-]*$/);

/** What may stand in the origin of a log, which is a line of every checkpoint and the name of a key. */
export const logName = text.max(200).regex(/^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/);

export const folder = text.refine((path) => !path.includes('\0'));

/** IP addresses and networks in CIDR notation. */
export const addressList = text
  .transform((list) => list.split(',').map((each) => each.trim()))
  .refine((addresses) => addresses.every(isNetwork));

function isNetwork(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (version === 4 ? 32 : 128));
}

/** A key travels in an HTTP header, which holds visible ASCII only. */
export const headerSecret = text.max(4096).regex(/^[\x21-\x7e]+$/);

/** Short ones can be guessed by whoever may try for long. */
export const longSecret = headerSecret.min(32);

/** 32 bytes in hexadecimal digits. */
export const hexKey = text.toLowerCase().regex(/^[0-9a-f]{64}$/);

export const modelName = text.max(256).regex(/^\P{Cc}+$/u);

export const countryCode = text.toUpperCase().refine((code) => countryCodes.has(code));

/** The text of a `custom` issue below is the mend, which is more exact than the one of the settings table. */
export const upstreamUrl = text
  .refine((url) => URL.canParse(url) && /^https?:\/\//i.test(url), { abort: true })
  .refine((url) => !hasCredentials(url), {
    error: 'Take the user name and password out of the address; a key belongs in PARLANCE_UPSTREAM_KEY.',
  })
  .refine((url) => !/[?#]/.test(url), { error: 'Leave out what begins with ? or #.' })
  .refine((url) => !/\/(chat\/completions|completions|models|responses|embeddings|moderations)\/*$/.test(url), {
    error: 'Give the base of the server, which ends before /chat/completions, for example http://127.0.0.1:11434/v1.',
  })
  .transform((url) => url.replace(/\/+$/, ''));

export const databaseUrl = text.refine((url) => URL.canParse(url) && /^postgres(ql)?:\/\//.test(url));

function hasCredentials(url: string): boolean {
  const parsed = new URL(url);
  return parsed.username !== '' || parsed.password !== '';
}
