import { stdnum } from 'stdnum';

/** Judges what is left of a candidate without spaces and punctuation: capitals and ASCII digits. */
export type Check = (compact: string) => boolean;

/** A validator of the library stdnum, which names the standard of each number. */
export function standard(country: string, name: string): Check {
  const validator = stdnum[country]?.[name];
  if (validator === undefined) throw new RangeError(`stdnum has no ${country} ${name}`);
  return (compact) => validator.validate(compact).isValid;
}

export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0);
}

/** ISO/IEC 7812-1 annex B, from the right: every second digit doubled, the digits of a product added. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const doubled = Number(digits.charAt(digits.length - 1 - index)) * (index % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether two digits each for year, month and day name a day that some century has. */
export function isDay(month: string, day: string): boolean {
  const [whichMonth, whichDay] = [Number(month), Number(day)];
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][whichMonth - 1];
  return days !== undefined && whichDay >= 1 && whichDay <= days;
}
