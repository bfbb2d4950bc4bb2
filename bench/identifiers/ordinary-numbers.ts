import { padded, type Random } from './random.ts';

/** A number of a thing, a day, a place or a sum; none identifies a person. The forms were written from daily life before any check of this gateway was looked at. */
export const ordinaryNumbers = {
  invoice: (random: Random) => random.digits(random.between(6, 12)),
  order: (random: Random) => `${random.between(1, 9)}${random.digits(random.between(8, 10))}`,
  grouped: (random: Random) => random.pick([groups(random, [3, 3, 3]), groups(random, [4, 4, 4]), groups(random, [3, 3, 4])]),
  reference: (random: Random) => random.pick([`2024/${random.digits(6)}`, `${random.digits(3)}-${random.digits(3)}-${random.digits(3)}`]),
  date: (random: Random) =>
    random.pick([dayOf(random, '.'), dayOf(random, '/'), dayOf(random, ''), `${random.between(1990, 2029)}${monthAndDay(random)}`]),
  amount: (random: Random) =>
    random.pick([
      `${random.between(1, 999)} ${random.digits(3)} ${random.digits(3)},${random.digits(2)}`,
      `${random.between(1, 999)},${random.digits(3)}.${random.digits(2)}`,
    ]),
  isbn13: (random: Random) => isbn13(random),
  isbn10: (random: Random) => isbn10(random),
  coordinate: (random: Random) => `${random.between(-89, 89)}.${random.digits(6)}, ${random.between(-179, 179)}.${random.digits(6)}`,
  timetable: (random: Random) =>
    Array.from({ length: 4 }, () => `${padded(random.between(0, 23), 2)}:${padded(random.between(0, 59), 2)}`).join(' '),
  phoneLike: (random: Random) =>
    random.pick([`0${random.digits(9)}`, `0${random.digits(8)}`, `0${random.digits(2)} ${random.digits(3)} ${random.digits(4)}`]),
  moment: (random: Random) => random.pick([`17${random.digits(8)}`, `17${random.digits(11)}`]),
  parcel: (random: Random) =>
    random.pick([`${random.letters(2)}${random.digits(9)}${random.letters(2)}`, random.digits(random.between(13, 20))]),
  count: (random: Random) => `${random.between(1, 99)} ${random.digits(3)} ${random.digits(3)}`,
  address: (random: Random) => `${random.between(1, 223)}.${random.between(0, 255)}.${random.between(0, 255)}.${random.between(1, 254)}`,
  article: (random: Random) => withEanDigit(`${random.between(1, 9)}${random.digits(11)}`),
} satisfies Readonly<Record<string, (random: Random) => string>>;

function groups(random: Random, sizes: readonly number[]): string {
  return sizes.map((size) => random.digits(size)).join(' ');
}

function monthAndDay(random: Random): string {
  return `${padded(random.between(1, 12), 2)}${padded(random.between(1, 28), 2)}`;
}

function dayOf(random: Random, between: string): string {
  return [padded(random.between(1, 28), 2), padded(random.between(1, 12), 2), String(random.between(1950, 2029))].join(between);
}

/** The check digit of an article number (EAN-13): weights 1 and 3. */
function withEanDigit(digits: string): string {
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function isbn13(random: Random): string {
  const digits = withEanDigit(`978${random.digits(9)}`);
  return random.pick([
    digits,
    `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7, 9)}-${digits.slice(9, 12)}-${digits.slice(12)}`,
  ]);
}

function isbn10(random: Random): string {
  const digits = random.digits(9);
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${digits}${check === 10 ? 'X' : check}`;
}
