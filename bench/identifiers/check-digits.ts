/** The published check digit methods, written from their definitions and not from a library, so that the cases also test the library. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return Array.from(digits).reduce((sum, digit, index) => sum + Number(digit) * (weights[index % weights.length] ?? 0), 0);
}

/** ISO/IEC 7812-1 annex B. */
export function luhnDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return (10 - (sum % 10)) % 10;
}

/** ISO/IEC 7064, MOD 11,10. */
export function mod1110Digit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}

/** J. Verhoeff, Error Detecting Decimal Codes (1969): the dihedral group of order ten. */
export function verhoeffDigit(digits: string): number {
  const inverse = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];
  let check = 0;
  Array.from(`${digits}0`)
    .reverse()
    .forEach((digit, index) => {
      check = dihedral(check, permuted(Number(digit), index));
    });
  return inverse[check] ?? 0;
}

function dihedral(left: number, right: number): number {
  if (left < 5) return right < 5 ? (left + right) % 5 : ((left + right - 5) % 5) + 5;
  return right < 5 ? ((left - 5 - right + 10) % 5) + 5 : (left - right + 10) % 5;
}

function permuted(digit: number, times: number): number {
  const step = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let value = digit;
  for (let count = 0; count < times % 8; count++) value = step[value] ?? 0;
  return value;
}

/** ICAO 9303: weights 7, 3, 1; letters count from 10. */
export function machineReadableDigit(text: string): number {
  const weights = [7, 3, 1];
  return Array.from(text).reduce((sum, character, index) => sum + parseInt(character, 36) * (weights[index % 3] ?? 0), 0) % 10;
}
