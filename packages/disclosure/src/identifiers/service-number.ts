import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/max';

/** Number plans give these to services: nobody has one at home or in a pocket. Personal numbers (`PERSONAL_NUMBER`) are not among them. */
const ofServices: ReadonlySet<string> = new Set(['TOLL_FREE', 'SHARED_COST', 'PREMIUM_RATE', 'UAN']);

/** Whether a valid number belongs to a service by its very form, as 0800 does (R10): only the full number plans tell. */
export function isServiceNumber(number: string, country: CountryCode): boolean {
  const type = parsePhoneNumber(number, country)?.getType();
  return type !== undefined && ofServices.has(type);
}
