import libphonenumber from 'google-libphonenumber';

const util = libphonenumber.PhoneNumberUtil.getInstance();
const short = libphonenumber.ShortNumberInfo.getInstance();

/** What Google's libphonenumber says of the numbers of one country. It does not know every line, and still knows some retired numbers. */
export interface TelephoneFacts {
  readonly isEmergency: (number: string) => boolean;
  /** As a number of any kind, short or long. */
  readonly isKnown: (number: string) => boolean;
  /** One for which callers pay more than for any other call. */
  readonly isPremium: (number: string) => boolean;
}

/** Null where the library has nothing on the country (ISO 3166-1). */
export function telephoneFacts(country: string): TelephoneFacts | null {
  const region = util.getSupportedRegions().find((known) => known === country);
  if (region === undefined) return null;
  const isEmergency = (number: string): boolean => short.isEmergencyNumber(digitsOf(number), region);
  return {
    isEmergency,
    isKnown: (number) => isEmergency(number) || isNumberOf(digitsOf(number), region),
    isPremium: (number) => isPremiumIn(digitsOf(number), region),
  };
}

function digitsOf(number: string): string {
  return number.replaceAll(' ', '');
}

function isNumberOf(digits: string, region: libphonenumber.RegionCode): boolean {
  const number = parsed(digits, region);
  return number !== null && (short.isValidShortNumberForRegion(number, region) || util.isValidNumberForRegion(number, region));
}

function isPremiumIn(digits: string, region: libphonenumber.RegionCode): boolean {
  const number = parsed(digits, region);
  if (number === null) return false;
  return (
    util.getNumberType(number) === libphonenumber.PhoneNumberType.PREMIUM_RATE ||
    short.getExpectedCostForRegion(number, region) === libphonenumber.ShortNumberInfo.ShortNumberCost.PREMIUM_RATE
  );
}

function parsed(digits: string, region: libphonenumber.RegionCode): libphonenumber.PhoneNumber | null {
  try {
    return util.parse(digits, region);
  } catch {
    return null;
  }
}
