import { inLanguage } from '@parlance/disclosure';
import { type Contact, oncePer } from '@parlance/pack';
import { knownEmail, knownPhone, type KnownTexts, knownTexts, knownTitle } from '@parlance/web';
import { type Country } from '../country/country.ts';

/** What can be called, written to or asked for with one tap in an answer from the pack: verified fields of its contacts and cards, and nothing else. */
export const knownWords: (country: Country) => KnownTexts = oncePer((country: Country) => {
  const { contacts, services } = country.pack;
  const facts = services.flatMap((card) => card.facts);
  return knownTexts([
    ...[...contacts.values()].flatMap((contact) =>
      contact.phone === null ? [] : [knownPhone(contact.phone, beforePhone(country, contact))],
    ),
    ...facts.flatMap(({ number, text }) =>
      number === null
        ? []
        : [
            knownPhone(
              number,
              Object.values(text).flatMap((said) => endsOf(`${said} `)),
            ),
          ],
    ),
    ...[...contacts.values()].flatMap(({ email }) => (email === null ? [] : [knownEmail(email)])),
    ...services.flatMap(({ title }) => Object.values(title).map(knownTitle)),
  ]);
});

/** What stands before the number of an office: its name, or the words of the sentence that says who may know. */
function beforePhone({ pack, words }: Country, { name, phone, url }: Contact): readonly string[] {
  return pack.languages.flatMap((language) => {
    const office = inLanguage(name, language).text;
    const unknown = words(language).format('answer.unknown', { office, phone: phone ?? '', url });
    return [...endsOf(`${office}, `), ...endsOf(unknown.slice(0, unknown.indexOf(phone ?? '', unknown.indexOf(office) + office.length)))];
  });
}

const longest = 100;

/** From right to left, a number stands in an isolate (FSI). */
function endsOf(text: string): readonly string[] {
  const end = text.slice(-longest);
  return [end, `${end}\u2068`];
}
