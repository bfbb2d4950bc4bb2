import { be } from './countries/be.ts';
import { bg } from './countries/bg.ts';
import { br } from './countries/br.ts';
import { cn } from './countries/cn.ts';
import { cz } from './countries/cz.ts';
import { de } from './countries/de.ts';
import { dk } from './countries/dk.ts';
import { ee } from './countries/ee.ts';
import { es } from './countries/es.ts';
import { fi } from './countries/fi.ts';
import { fr } from './countries/fr.ts';
import { gb } from './countries/gb.ts';
import { gr } from './countries/gr.ts';
import { il } from './countries/il.ts';
import { india } from './countries/india.ts';
import { it } from './countries/it.ts';
import { jp } from './countries/jp.ts';
import { kr } from './countries/kr.ts';
import { lt } from './countries/lt.ts';
import { lv } from './countries/lv.ts';
import { ma } from './countries/ma.ts';
import { nl } from './countries/nl.ts';
import { no } from './countries/no.ts';
import { pl } from './countries/pl.ts';
import { pt } from './countries/pt.ts';
import { ro } from './countries/ro.ts';
import { se } from './countries/se.ts';
import { tr } from './countries/tr.ts';
import { ua } from './countries/ua.ts';
import { us } from './countries/us.ts';
import { countryIdentifiers } from './country-identifiers.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { type Identifier } from './identifier.ts';
import { paymentCard } from './payment-card.ts';
import { phone } from './phone.ts';

const countries = [
  ...[ee, lv, lt, fi, se, no, dk, de, fr, es, it, pl, nl, be, pt],
  ...[gb, us, ua, tr, ma, il, india, jp, kr, cn, br, gr, ro, bg, cz],
] as const;
type OfCountries = (typeof countries)[number]['identifiers'];
type KeysOf<Union> = Union extends unknown ? Extract<keyof Union, string> : never;

const worldwide = { iban, card: paymentCard, phone, email } as const;

export type IdentifierId = KeysOf<OfCountries> | keyof typeof worldwide;

const known = Object.fromEntries([...countries.flatMap(countryIdentifiers), ...Object.values(worldwide)].map((one) => [one.id, one]));
if (!isComplete(known)) throw new RangeError('an identifier that a country states is missing');

/** Every recogniser there is. A pack switches on the ones of its country and the global ones. */
export const identifiers: Readonly<Record<IdentifierId, Identifier>> = known;

function isComplete(record: Readonly<Record<string, Identifier>>): record is Readonly<Record<IdentifierId, Identifier>> {
  return [...countries.map((country) => country.identifiers), worldwide]
    .flatMap((named) => Object.keys(named))
    .every((id) => Object.hasOwn(record, id));
}

export function isIdentifierId(id: string): id is IdentifierId {
  return Object.hasOwn(identifiers, id);
}

const [first = 'iban', ...others] = Object.keys(identifiers).filter(isIdentifierId);
/** Ids by country, then those without a country. */
export const identifierIds: readonly [IdentifierId, ...IdentifierId[]] = [first, ...others];
