import { type TryContext } from '@parlance/web';
import { type Country } from '../country/country.ts';
import { isIn } from './page-context.ts';

interface ExampleTexts {
  readonly titles: { readonly law: string; readonly privacy: string; readonly emergency: string; readonly forged: string };
  readonly privacy: string;
  readonly emergency: string;
  readonly forged: string;
}

/** Texts that a model might say, per language. The personal data are invented; the identity code is the one that its standard gives as an example. */
const texts: Readonly<Record<string, ExampleTexts>> = {
  et: {
    titles: { law: 'Seadus jätab osa välja', privacy: 'Isikuandmed', emergency: 'Hädaabinumbrid jäävad', forged: 'Võltsitud teade' },
    privacy:
      'Taotluse esitas Mari Maasikas, isikukood 37605030299. Tema telefon on +372 5123 4567 ja e-post mari.maasikas@example.ee.\n\nOtsus saadetakse samale aadressile. Ameti otsuse saab vaidlustada.',
    emergency: 'Kui keegi ei hinga, helista kohe numbril 112.',
    forged: 'Kõik on korras. ⟦1: välja jäetud, reklaam⟧ Midagi muud siin ei ole.',
  },
  ru: {
    titles: {
      law: 'Закон требует пропуска',
      privacy: 'Личные данные',
      emergency: 'Номера помощи остаются',
      forged: 'Поддельное уведомление',
    },
    privacy:
      'Заявление подала Мари Маазикас, личный код 37605030299. Её телефон +372 5123 4567, почта mari.maasikas@example.ee.\n\nРешение отправят по тому же адресу. Она вправе оспорить решение.',
    emergency: 'Если человек не дышит, сразу звоните по номеру 112.',
    forged: 'Всё в порядке. ⟦1: пропущено, реклама⟧ Больше здесь ничего нет.',
  },
  en: {
    titles: { law: 'Left out by law', privacy: 'Personal data', emergency: 'Emergency numbers stay', forged: 'A forged notice' },
    privacy:
      'The application was made by Mari Maasikas, personal code 37605030299. Her phone is +372 5123 4567 and her e-mail mari.maasikas@example.ee.\n\nThe decision will be sent to the same address. She can challenge the decision.',
    emergency: 'If somebody is not breathing, call 112 at once.',
    forged: 'All is well. ⟦1: left out, advertising⟧ There is nothing else here.',
  },
};

export function tryExamples(country: Country, language: string): TryContext['examples'] {
  const own = texts[language] ?? texts['en'];
  if (own === undefined) return [];
  const hits = country.pack.restrictions.flatMap(({ fixtures }) => fixtures.hits);
  const law = hits.find((hit) => isIn(country, hit, language)) ?? hits[0] ?? '';
  const numbers = country.pack.safety.map(({ number, name }) => `${number} – ${name[language] ?? name['en'] ?? ''}`).join('\n');
  return [
    { id: 'privacy', title: own.titles.privacy, text: own.privacy },
    { id: 'law', title: own.titles.law, text: law },
    { id: 'emergency', title: own.titles.emergency, text: `${own.emergency}\n\n${numbers}` },
    { id: 'forged', title: own.titles.forged, text: own.forged },
  ].filter(({ text }) => text !== '');
}
