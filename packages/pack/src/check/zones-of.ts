import { z } from 'zod';

const zoneList = z.array(z.string()).catch([]);

/** The time zones (IANA) of a country (ISO 3166-1); empty where nothing is known of it. Of ECMA-402: some engines have them as a property, others as a method. */
export function zonesOf(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale('und', { region: country });
  const method: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown = typeof method === 'function' ? Reflect.apply(method, locale, []) : Reflect.get(locale, 'timeZones');
  return zoneList.parse(zones);
}
