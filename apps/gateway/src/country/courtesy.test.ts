import { describe, expect, test } from 'vitest';
import { courtesyIn } from './courtesy.ts';
import { courtesyWords } from './courtesy-words.ts';
import { crisisIn } from './distress/crisis-in.ts';

describe('a message that only greets', () => {
  test.each([
    ...[
      'hello',
      'Hello!',
      'Hi there 👋',
      'hey, good morning',
      'Tere',
      'tere õhtust!',
      'TERE HOMMIKUST',
      'привет',
      'Здравствуйте.',
      'Добрый день!',
    ],
    ...[
      'Hallo',
      'Guten Tag',
      'GRÜSS GOTT',
      'مرحبا',
      'مَرحَبًا',
      'أهلا',
      'السلام عليكم',
      'Bonjour',
      'merhaba',
      'Günaydın!',
      'ሰላም',
      'नमस्ते',
      'ⴰⵣⵓⵍ',
    ],
    ...['hola', '你好！', 'Hello, how are you?'],
  ])('is known: "%s"', (text) => {
    expect(courtesyIn(text)).toBe('greeting');
  });
});

describe('a message that only thanks', () => {
  test.each([
    ...[
      'thank you',
      'Thanks!',
      'ok, thanks',
      'Thank you very much 🙏',
      'hello, thank you',
      'aitäh',
      'AITAH',
      'suur tänu!',
      'спасибо',
      'Большое спасибо)',
    ],
    ...[
      'danke',
      'Vielen Dank!',
      'شكرا',
      'شُكرًا',
      'merci',
      'Merci beaucoup !',
      'teşekkürler',
      'tesekkur ederim',
      'አመሰግናለሁ',
      'धन्यवाद',
      'ⵜⴰⵏⵎⵎⵉⵔⵜ',
    ],
    ...['谢谢', 'gracias'],
  ])('is known: "%s"', (text) => {
    expect(courtesyIn(text)).toBe('thanks');
  });
});

describe('whatever else stands in a message makes it a question', () => {
  test.each([
    ...[
      '',
      '?',
      '👋',
      'hello passport',
      'hello, I want to die',
      'thank you for nothing, I will end it tonight',
      'thanks but where is the office?',
      'hi 5',
    ],
    ...[
      'hello 😢',
      'hello 🔪',
      'tere, ma ei taha enam elada',
      'aitäh, kus see on?',
      'привет, помогите',
      'danke, das war es für immer',
      'no thanks',
      'good',
    ],
    ...['شكرا، ماذا أفعل', 'merci de me dire combien', 'goodbye', 'hello '.repeat(20), 'Hallo Hilfe', 'tag der wahl'],
  ])('"%s"', (text) => {
    expect(courtesyIn(text)).toBeNull();
  });
});

test('no greeting and no thanks is heard as a cry for help', () => {
  const phrases = Object.values(courtesyWords).flatMap(({ greeting, thanks }) => [...greeting, ...thanks]);
  expect(phrases.length).toBeGreaterThan(200);
  expect(phrases.filter((phrase) => crisisIn(phrase) !== null)).toEqual([]);
});
