import { numbers } from './numbers.ts';
import { type Random } from './random.ts';

/** One case: a text, and the values in it that identify somebody. A text without any is a negative. */
export interface Case {
  readonly text: string;
  readonly finds: readonly string[];
}

/** Where the ten digits of a script begin. */
const zeros: Readonly<Record<string, number>> = { arab: 0x660, deva: 0x966, beng: 0x9e6, full: 0xff10 };

/**
 * Fills a sentence. `{name}` is a number made by its public definition, `{name!}` one with a wrong last character, `{name/3 3 5}` one in groups, `{name:deva}` one in
 * another script's digits. `{~name}` passes the same check and identifies nobody, as one number of ten does. `{=AB-###}` is a value of that form that identifies somebody, `{?####}` digits that identify nobody; `#` is a digit.
 */
export function expand(sentence: string, random: Random): Case {
  const finds: string[] = [];
  const text = sentence.replaceAll(/\{([^{}]+)\}/g, (_whole, written: string) => {
    const { value, counts } = filled(written, random);
    if (counts) finds.push(value);
    return value;
  });
  return { text, finds };
}

function filled(written: string, random: Random): { readonly value: string; readonly counts: boolean } {
  const [, body = written, script = ''] = /^(.*?)(?::(arab|deva|beng|full))?$/u.exec(written) ?? [];
  const inScript = (value: string): string => (script === '' ? value : value.replaceAll(/\d/g, (digit) => digitIn(script, Number(digit))));
  if (/^[=?]/.test(body)) {
    const value = body.slice(1).replaceAll(/#/g, (_mark, at: number) => (at === 0 ? String(random.between(1, 9)) : random.digits(1)));
    return { value: inScript(value), counts: body.startsWith('=') };
  }
  const [, chance, name = '', groups, broken] = /^(~)?(\w+)(?:\/([-\d ]+))?(!)?$/.exec(body) ?? [];
  const draw = numbers[name];
  if (draw === undefined) throw new Error(`no number is called ${name}`);
  const value = draw(random);
  const whole = broken === undefined ? value : withWrongEnd(value);
  return { value: inScript(groups === undefined ? whole : grouped(whole, groups)), counts: broken === undefined && chance === undefined };
}

function digitIn(script: string, digit: number): string {
  return String.fromCodePoint((zeros[script] ?? 0x30) + digit);
}

/** No check method lets two last characters pass that are one apart. */
function withWrongEnd(value: string): string {
  const last = value.slice(-1);
  const next = /\d/.test(last) ? String((Number(last) + 1) % 10) : String.fromCharCode(65 + ((last.charCodeAt(0) - 64) % 26));
  return value.slice(0, -1) + next;
}

/** `3-3 5`: three characters, a hyphen, three characters, a space, five characters. */
function grouped(value: string, groups: string): string {
  const plain = value.replaceAll(/[^\p{L}\d]/gu, '');
  let at = 0;
  return groups.replaceAll(/\d+/g, (size) => {
    at += Number(size);
    return plain.slice(at - Number(size), at);
  });
}
