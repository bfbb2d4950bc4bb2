import { luhnDigit, machineReadableDigit, mod1110Digit, verhoeffDigit, weightedSum } from './check-digits.ts';
import { padded, type Random } from './random.ts';

type Draw = (random: Random) => string;

/** Draws until the check digit exists: some methods leave numbers without one. */
function until(random: Random, draw: () => string | null): string {
  for (let tries = 0; tries < 1000; tries++) {
    const drawn = draw();
    if (drawn !== null) return drawn;
  }
  throw new Error(`no number after a thousand draws, ${random.digits(1)}`);
}

const below10 = (check: number, digits: string): string | null => (check < 10 ? `${digits}${check}` : null);

/** Estonia and Lithuania: two rounds of weights modulo 11 (EVS 585). */
function balticCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const digits = `${random.pick([3, 4])}${yy}${mm}${dd}${random.digits(3)}`;
  const first = weightedSum(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const second = weightedSum(digits, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11;
  return `${digits}${first < 10 ? first : second % 10}`;
}

function latvianCode(random: Random): string {
  return until(random, () => {
    const { yy, mm, dd } = random.birth();
    const digits = `${dd}${mm}${yy}1${random.digits(3)}`;
    return below10((1101 - weightedSum(digits, [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11, digits);
  });
}

function finnishCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const serial = padded(random.between(2, 899), 3);
  return `${dd}${mm}${yy}-${serial}${'0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(`${dd}${mm}${yy}${serial}`) % 31)}`;
}

function norwegianCode(random: Random): string {
  return until(random, () => {
    const { yy, mm, dd } = random.birth();
    const digits = `${dd}${mm}${yy}${padded(random.between(0, 499), 3)}`;
    const first = (11 - (weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11;
    const second = (11 - (weightedSum(`${digits}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return first < 10 && second < 10 ? `${digits}${first}${second}` : null;
  });
}

/** Since 2007 numbers are given out without a check digit. */
function danishCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  return `${dd}${mm}${yy}-${random.between(0, 3)}${random.digits(3)}`;
}

/** Exactly one digit stands twice among the first ten. */
function germanTaxNumber(random: Random): string {
  const order = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].sort(() => random.below(3) - 1);
  const start = order[0] === '0' ? [...order.slice(1), '0'] : order;
  const digits = [...start.slice(0, 5), start[2], ...start.slice(5, 9)].join('');
  return `${digits}${mod1110Digit(digits)}`;
}

function germanInsurance(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const letter = random.letters(1);
  const digits = `${random.pick(['12', '14', '53', '65'])}${dd}${mm}${yy}`;
  const serial = random.digits(2);
  const crossSum = (value: number): number => Math.floor(value / 10) + (value % 10);
  const written = `${digits}${padded(letter.charCodeAt(0) - 64, 2)}${serial}`;
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const check = Array.from(written).reduce((sum, digit, index) => sum + crossSum(Number(digit) * (weights[index] ?? 0)), 0) % 10;
  return `${digits}${letter}${serial}${check}`;
}

function germanHealthInsurance(random: Random): string {
  const letter = random.letters(1);
  const digits = random.digits(8);
  const written = `${padded(letter.charCodeAt(0) - 64, 2)}${digits}`;
  const check =
    Array.from(written).reduce((sum, digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
      return sum + (product > 9 ? product - 9 : product);
    }, 0) % 10;
  return `${letter}${digits}${check}`;
}

function frenchCode(random: Random): string {
  const { yy, mm } = random.birth();
  const digits = `${random.pick([1, 2])}${yy}${mm}${random.pick(['75', '13', '69', '33', '59'])}${padded(random.between(1, 500), 3)}${padded(random.between(1, 900), 3)}`;
  return `${digits}${padded(97 - Number(BigInt(digits) % 97n), 2)}`;
}

const spanishLetter = (value: number): string => 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(value % 23);

function italianCode(random: Random): string {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const { yy } = random.birth();
  const consonants = 'BCDFGLMNPRSTVZ';
  const code = `${random.letters(6, consonants)}${yy}${random.letters(1, 'ABCDEHLMPRST')}${padded(random.between(1, 28), 2)}${random.pick(['H501', 'F205', 'L219', 'D612', 'F839'])}`;
  const valueOf = (character: string): number => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65);
  const sum = Array.from(code).reduce(
    (total, character, index) => total + (index % 2 === 0 ? (odd[valueOf(character)] ?? 0) : valueOf(character)),
    0,
  );
  return `${code}${String.fromCharCode(65 + (sum % 26))}`;
}

function polishCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const digits = `${yy}${mm}${dd}${random.digits(4)}`;
  return `${digits}${(10 - (weightedSum(digits, [1, 3, 7, 9]) % 10)) % 10}`;
}

function polishTaxNumber(random: Random): string {
  return until(random, () => {
    const digits = `${random.pick(['525', '113', '677', '782', '894'])}${random.digits(6)}`;
    return below10(weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11, digits);
  });
}

function polishIdentityCard(random: Random): string {
  const letters = `${random.pick(['A', 'C', 'D'])}${random.letters(2, 'ABCDEFGHIJKLMNPRSTUVWXYZ')}`;
  const digits = random.digits(5);
  const letterSum = Array.from(letters).reduce((sum, letter, index) => sum + parseInt(letter, 36) * ([7, 3, 1][index] ?? 0), 0);
  return `${letters}${(letterSum + weightedSum(digits, [7, 3, 1, 7, 3])) % 10}${digits}`;
}

function dutchCode(random: Random): string {
  return until(random, () => {
    const digits = `${random.between(1, 2)}${random.digits(7)}`;
    return below10(weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11, digits);
  });
}

function belgianCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const digits = `${yy}${mm}${dd}${padded(random.between(1, 997), 3)}`;
  return `${digits}${padded(97 - (Number(digits) % 97), 2)}`;
}

function portugueseTaxNumber(random: Random): string {
  const digits = `${random.pick([1, 2])}${random.digits(7)}`;
  const rest = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return `${digits}${rest < 2 ? 0 : 11 - rest}`;
}

function portugueseSocialSecurity(random: Random): string {
  const digits = `1${random.digits(9)}`;
  return `${digits}${9 - (weightedSum(digits, [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]) % 10)}`;
}

function britishHealthNumber(random: Random): string {
  return until(random, () => {
    const digits = `4${random.digits(8)}`;
    return below10((11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11, digits);
  });
}

function ukrainianTaxNumber(random: Random): string {
  const days = random.between(14_700, 36_000);
  const digits = `${days}${random.digits(4)}`;
  return `${digits}${(weightedSum(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) % 11) % 10}`;
}

function turkishCode(random: Random): string {
  const digits = `${random.between(1, 9)}${random.digits(8)}`;
  const [odd, even] = [0, 1].map((side) =>
    Array.from(digits).reduce((sum, digit, index) => (index % 2 === side ? sum + Number(digit) : sum), 0),
  );
  const tenth = ((((odd ?? 0) * 7 - (even ?? 0)) % 10) + 10) % 10;
  return `${digits}${tenth}${((odd ?? 0) + (even ?? 0) + tenth) % 10}`;
}

function turkishTaxNumber(random: Random): string {
  const digits = `${random.between(1, 9)}${random.digits(8)}`;
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const shifted = (Number(digit) + 9 - index) % 10;
    const part = (shifted * 2 ** (9 - index)) % 9;
    return total + (shifted !== 0 && part === 0 ? 9 : part);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

function indianTaxNumber(random: Random): string {
  return `${random.letters(3, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')}P${random.letters(1)}${random.between(1, 9)}${random.digits(3)}${random.letters(1)}`;
}

function indianCode(random: Random): string {
  const digits = `${random.between(2, 9)}${random.digits(10)}`;
  return `${digits}${verhoeffDigit(digits)}`;
}

function japaneseCode(random: Random): string {
  const digits = random.digits(11);
  const rest = weightedSum(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return `${digits}${rest <= 1 ? 0 : 11 - rest}`;
}

function koreanCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const digits = `${yy}${mm}${dd}${random.pick([1, 2])}${random.digits(5)}`;
  const check = (11 - (weightedSum(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10;
  return `${digits.slice(0, 6)}-${digits.slice(6)}${check}`;
}

function chineseCode(random: Random): string {
  const { year, mm, dd } = random.birth();
  const digits = `${random.pick(['110101', '310104', '440305', '510104', '330106'])}${year}${mm}${dd}${random.digits(3)}`;
  return `${digits}${'10X98765432'.charAt(weightedSum(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11)}`;
}

function brazilianDigit(digits: string, weights: readonly number[]): number {
  const rest = weightedSum(digits, weights) % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function brazilianCode(random: Random): string {
  const digits = random.digits(9);
  const first = brazilianDigit(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]);
  const second = brazilianDigit(`${digits}${first}`, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
  return `${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}-${first}${second}`;
}

function brazilianHealthNumber(random: Random): string {
  return until(random, () => {
    const digits = `7${random.digits(13)}`;
    const check = (11 - (weightedSum(digits, [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
    return below10(check, digits);
  });
}

function greekTaxNumber(random: Random): string {
  const digits = `${random.pick([0, 1])}${random.digits(7)}`;
  return `${digits}${(weightedSum(digits, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10}`;
}

function romanianCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const digits = `${random.pick([1, 2])}${yy}${mm}${dd}${padded(random.pick([40, 12, 35, 22, 26]), 2)}${padded(random.between(1, 999), 3)}`;
  const rest = weightedSum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return `${digits}${rest === 10 ? 1 : rest}`;
}

function bulgarianCode(random: Random): string {
  const { yy, mm, dd } = random.birth();
  const digits = `${yy}${mm}${dd}${random.digits(3)}`;
  return `${digits}${(weightedSum(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10}`;
}

/** Ten digits since 1954, divisible by eleven. */
function czechCode(random: Random): string {
  return until(random, () => {
    const { yy, mm, dd } = random.birth();
    const digits = `${padded(Math.max(Number(yy), 55), 2)}${mm}${dd}${random.digits(3)}`;
    const check = Number(digits) % 11;
    return check < 10 ? `${digits.slice(0, 6)}/${digits.slice(6)}${check}` : null;
  });
}

function britishTaxReference(random: Random): string {
  const digits = random.digits(9);
  return `${'21987654321'.charAt(weightedSum(digits, [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11)}${digits}`;
}

function withLuhn(digits: string): string {
  return `${digits}${luhnDigit(digits)}`;
}

function dated(random: Random, order: (birth: ReturnType<Random['birth']>) => string, serial: number): string {
  return withLuhn(`${order(random.birth())}${random.digits(serial)}`);
}

/** Numbers of people that a public definition lets one make, by the name that the sentences use. */
export const numbers: Readonly<Record<string, Draw>> = {
  isikukood: balticCode,
  asmenskodas: balticCode,
  personaskods: (random) => dashed(latvianCode(random), 6),
  hetu: finnishCode,
  personnummer: (random) => dated(random, ({ yy, mm, dd }) => `${yy}${mm}${dd}`, 3).replace(/^(\d{6})/, '$1-'),
  personnummer12: (random) => `19${dated(random, ({ yy, mm, dd }) => `${yy}${mm}${dd}`, 3).replace(/^(\d{6})/, '$1-')}`,
  fodselsnummer: norwegianCode,
  cpr: danishCode,
  idnr: germanTaxNumber,
  svnr: germanInsurance,
  kvnr: germanHealthInsurance,
  ausweis: (random) => {
    const serial = `L${random.letters(1, 'CFGHJKLMNPRTVWXYZ')}${random.digits(2)}${random.letters(1, 'CFGHJKLMNPRTVWXYZ')}${random.digits(4)}`;
    return `${serial}${machineReadableDigit(serial)}`;
  },
  nir: frenchCode,
  dni: (random) => {
    const digits = `${random.between(1, 7)}${random.digits(7)}`;
    return `${digits}${spanishLetter(Number(digits))}`;
  },
  nie: (random) => {
    const lead = random.below(3);
    const digits = random.digits(7);
    return `${'XYZ'.charAt(lead)}${digits}${spanishLetter(Number(`${lead}${digits}`))}`;
  },
  nss: (random) => {
    const digits = `28${random.between(1, 9)}${random.digits(7)}`;
    return `${digits}${padded(Number(BigInt(digits) % 97n), 2)}`;
  },
  codicefiscale: italianCode,
  pesel: polishCode,
  nip: polishTaxNumber,
  dowod: polishIdentityCard,
  bsn: dutchCode,
  rijksregister: belgianCode,
  nif: portugueseTaxNumber,
  niss: portugueseSocialSecurity,
  nino: (random) => `${random.pick(['AB', 'CE', 'JK', 'PW', 'SR'])}${random.digits(6)}${random.letters(1, 'ABCD')}`,
  utr: britishTaxReference,
  nhs: britishHealthNumber,
  ssn: (random) => `${padded(random.between(1, 665), 3)}-${padded(random.between(1, 99), 2)}-${padded(random.between(1, 9999), 4)}`,
  itin: (random) => `9${random.digits(2)}-${random.between(70, 88)}-${random.digits(4)}`,
  rnokpp: ukrainianTaxNumber,
  tckn: turkishCode,
  vkn: turkishTaxNumber,
  zehut: (random) => withLuhn(`${random.pick([0, 2, 3])}${random.digits(7)}`),
  aadhaar: indianCode,
  pan: indianTaxNumber,
  mynumber: japaneseCode,
  rrn: koreanCode,
  ric: chineseCode,
  cpf: brazilianCode,
  cns: brazilianHealthNumber,
  amka: (random) => dated(random, ({ yy, mm, dd }) => `${dd}${mm}${yy}`, 4),
  afm: greekTaxNumber,
  cnp: romanianCode,
  egn: bulgarianCode,
  rodnecislo: czechCode,
  card: (random) => withLuhn(`${random.pick(['4', '51', '55'])}${random.digits(14)}`.slice(0, 15)),
};

function dashed(digits: string, at: number): string {
  return `${digits.slice(0, at)}-${digits.slice(at)}`;
}
