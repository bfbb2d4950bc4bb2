import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';
import { ownText } from './own-text.ts';

const options = { languages: ['et', 'ru', 'en'], fallback: 'et' };
const letter =
  'Teatame, et Teie taotlus elamisloa pikendamiseks on läbi vaadatud ja otsus tehakse teatavaks kolmekümne päeva jooksul.\nLisateavet saate meie kodulehelt ja teenindusest.';

describe('what a person said themselves', () => {
  test.each([
    ['a quotation', 'Что значит "Teie taotlus on läbi vaadatud ja tagasi lükatud"?', 'ru'],
    ['a quotation in low marks', 'What does „Teie taotlus on läbi vaadatud“ mean for me?', 'en'],
    ['an address', 'Kuidas saada abi https://www.example.org/how-to-get-help-with-your-residence-permit', 'et'],
    ['code', 'Miks see ei tööta?\n```\nfunction isResident(person) { return person.hasPermit && person.isAdult; }\n```', 'et'],
    ['lines of a reply', 'Что мне ответить?\n> Teie taotlus on läbi vaadatud ja tagasi lükatud.\n> Parimate soovidega', 'ru'],
    ['a pasted letter after the question', `What does this letter mean?\n\n${letter}`, 'en'],
    ['a pasted letter before the question', `${letter}\n\nЧто мне теперь делать?`, 'ru'],
  ])('is not %s', (_name, text, language) => {
    expect(detectLanguage(text, options).language).toBe(language);
  });

  test('is the whole text where it is nothing but a quotation', () => {
    expect(ownText('"Kuidas saada passi"')).toContain('Kuidas');
    expect(detectLanguage('"Kuidas saada passi"', options).language).toBe('et');
  });

  test.each(['"'.repeat(4000), '«'.repeat(4000), '`'.repeat(4000), '>\n'.repeat(2000), `a@${'a.'.repeat(2000)}`, 'www.'.repeat(1000)])(
    'is found in time (%#)',
    (text) => {
      expect(detectLanguage(text, options).confidence).toBeLessThanOrEqual(1);
    },
  );
});

describe('Russian and Arabic in Latin letters', () => {
  test.each(['kak poluchit pasport', 'mne nuzhen vrach', 'chto delat, esli ya poteryal dokumenty', 'Kogda mozhno golosovat?'])(
    '%s is Russian',
    (text) => {
      expect(detectLanguage(text, options)).toMatchObject({ language: 'ru', by: 'romanised' });
    },
  );

  test.each(['bghit njaded lpasseport', 'wach khassni chi wra9', 'fin nsjel weldi f lmdrasa', '3afak kifach ndir'])(
    '%s is Arabic',
    (text) => {
      expect(detectLanguage(text, { languages: ['ar', 'fr'], fallback: 'ar' })).toMatchObject({ language: 'ar', by: 'romanised' });
    },
  );

  test.each(['how do i vote', 'kas ma saan passi', 'Where is the nearest office?', 'kuidas ma saan tasuta abi'])('%s is not', (text) => {
    expect(detectLanguage(text, options).by).toBe('profile');
  });
});
