import fc from 'fast-check';
import { expect, test } from 'vitest';
import { propertyRuns } from '../../../../../../tests/property-runs.ts';
import { checkTry } from './check-try.ts';
import { readTask } from './task.ts';

/** Reckoned beside the code, by the plainest rules: a number over a number, never shortened. */
type Pair = readonly [over: bigint, under: bigint];

interface Written {
  readonly text: string;
  readonly worth: Pair;
}

const isSame = ([a, b]: Pair, [c, d]: Pair): boolean => a * d === c * b;

const whole = fc.bigInt({ min: 0n, max: 10_000n }).map((value): Written => ({ text: `${value}`, worth: [value, 1n] }));
const broken = fc
  .record({ over: fc.bigInt({ min: 0n, max: 60n }), under: fc.bigInt({ min: 1n, max: 60n }) })
  .map(({ over, under }): Written => ({ text: `${over}/${under}`, worth: [over, under] }));
const mixed = fc
  .record({ part: fc.bigInt({ min: 1n, max: 40n }), over: fc.bigInt({ min: 1n, max: 11n }), more: fc.bigInt({ min: 1n, max: 11n }) })
  .map(({ part, over, more }): Written => ({ text: `${part} ${over}/${over + more}`, worth: [part * (over + more) + over, over + more] }));
const decimal = fc
  .record({
    front: fc.bigInt({ min: 0n, max: 9999n }),
    back: fc.stringMatching(/^\d{1,2}$/),
    point: fc.constantFrom(',', '.', '٫'),
  })
  .map(({ front, back, point }): Written => ({
    text: `${front}${point}${back}`,
    worth: [BigInt(`${front}${back}`), 10n ** BigInt(back.length)],
  }));

const plain = fc.oneof(whole, broken, decimal, mixed);

const reckoned: Readonly<Record<string, (one: Pair, other: Pair) => Pair>> = {
  '+': ([a, b], [c, d]) => [a * d + c * b, b * d],
  '-': ([a, b], [c, d]) => [a * d - c * b, b * d],
  '*': ([a, b], [c, d]) => [a * c, b * d],
  ':': ([a, b], [c, d]) => [a * d, b * c],
};

const spellings: Readonly<Record<string, readonly string[]>> = {
  '+': ['+', ' + ', ' plus '],
  '-': ['-', ' - ', ' − ', ' – '],
  '*': [' * ', ' × ', ' · ', ' x ', ' X ', ' х '],
  ':': [' : ', ' ÷ '],
};

function joined([first, other]: readonly [Written, Written], sign: string, spelling: number): Written {
  const signs = spellings[sign] ?? [sign];
  const worth = reckoned[sign]?.(first.worth, other.worth) ?? [0n, 1n];
  return { text: `${first.text}${signs[spelling % signs.length] ?? sign}${other.text}`, worth };
}

const bracketed = ({ text, worth }: Written): Written => ({ text: `(${text})`, worth });

/** Sums of any depth, with brackets round each part, so that nothing but the reckoning is tried. */
const sum = fc.letrec<{ readonly sum: Written; readonly part: Written }>((tie) => ({
  part: fc.oneof({ maxDepth: 3 }, plain, tie('sum').map(bracketed)),
  sum: fc
    .record({ first: tie('part'), sign: fc.constantFrom('+', '-', '*', ':'), other: tie('part'), spelling: fc.nat(20) })
    .filter(({ sign, other }) => sign !== ':' || other.worth[0] !== 0n)
    .map(({ first, sign, other, spelling }) => joined([first, other], sign, spelling)),
})).sum;

/** A chain without brackets: `*` and `:` go before `+` and `-`, from left to right. */
const chain = fc
  .array(
    fc.record({ sign: fc.constantFrom('+', '-', '*', ':'), number: whole.filter(({ worth }) => worth[0] !== 0n), spelling: fc.nat(20) }),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((parts): Written => {
    const products: Written[] = [];
    for (const [index, { sign, number, spelling }] of parts.entries()) {
      const last = products.at(-1);
      if (index === 0 || last === undefined) products.push(number);
      else if (sign === '*' || sign === ':') products.splice(-1, 1, joined([last, number], sign, spelling));
      else products.push({ text: `${sign} ${number.text}`, worth: sign === '-' ? [-number.worth[0], 1n] : number.worth });
    }
    return {
      text: products.map(({ text }) => text).join(' '),
      worth: products.map(({ worth }) => worth).reduce((total, worth) => reckoned['+']?.(total, worth) ?? total),
    };
  });

const scripts = ['0', '٠', '۰', '०', '０'];
const inScript = (text: string, zero: string): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));

const answerTo = ([over, under]: Pair): string => (under < 0n ? `${-over}/${-under}` : `${over}/${under}`);

/** "3 - 1 + 1" may be the third of a list: then what would be right of the rest is not called wrong. */
const wrongIn = (text: string): readonly string[] => (/^\d{1,3}(?:[.,]\d+)? ?[-−–:÷]/.test(text) ? ['wrong', 'unknown'] : ['wrong']);

const exercise = fc.record({
  asked: fc.oneof(sum, chain).filter(({ text }) => text.length < 100),
  zero: fc.constantFrom(...scripts),
});

test('a sum in any script is right with what it is worth, and wrong with anything else', () => {
  fc.assert(
    fc.property(exercise, plain, fc.bigInt({ min: 1n, max: 9n }), ({ asked, zero }, other, delta) => {
      const task = readTask(inScript(asked.text, zero));
      // Nothing is lost by not knowing, but a sum with a bracket round each part can be known.
      expect(task).not.toBeNull();
      const [over, under] = asked.worth;
      expect(checkTry(task, inScript(answerTo(asked.worth), zero)).kind).toBe('right');
      expect(wrongIn(asked.text)).toContain(checkTry(task, answerTo([over + delta, under])).kind);
      expect(isSame(other.worth, asked.worth) ? ['right'] : wrongIn(asked.text)).toContain(checkTry(task, other.text).kind);
    }),
    { numRuns: propertyRuns(6_000) },
  );
});

test('two sums with a sign between them hold if and only if they are worth the same', () => {
  fc.assert(
    fc.property(exercise, exercise, ({ asked }, { asked: other }) => {
      const kinds = isSame(asked.worth, other.worth) ? ['holds'] : wrongIn(asked.text);
      expect(kinds).toContain(checkTry(null, `${asked.text} = ${other.text}`).kind);
      expect(kinds).toContain(checkTry(null, `${asked.text} = ${asked.text} = ${other.text}`).kind);
    }),
    { numRuns: propertyRuns(6_000) },
  );
});

test('an equation is right with its one solution, and wrong with anything else', () => {
  const parts = fc.record({ a: whole, b: plain, x: plain, other: plain }).filter(({ a }) => a.worth[0] !== 0n);
  fc.assert(
    fc.property(parts, ({ a, b, x, other }) => {
      const right = joined([joined([a, x], '*', 0), b], '+', 1);
      const [over, under] = right.worth;
      const task = readTask(`${a.text}x + ${b.text} = ${over}/${under}`);
      expect(checkTry(task, `x = ${x.text}`).kind).toBe('right');
      expect(checkTry(task, `x = ${other.text}`).kind).toBe(isSame(x.worth, other.worth) ? 'right' : 'wrong');
    }),
    { numRuns: propertyRuns(6_000) },
  );
});

test('whatever signs come together, nothing breaks, and nothing is right where no task was read', () => {
  const noise = fc.string({ unit: fc.constantFrom(...'0123456789+-*/:^()%=x?.,½²٣ \n'.split('')), maxLength: 24 });
  fc.assert(
    fc.property(noise, noise, (one, other) => {
      const { kind } = checkTry(readTask(one), other);
      if (readTask(one) === null) expect(kind).not.toBe('right');
      expect(checkTry(null, `${one}\n${other}`).kind).not.toBe('right');
    }),
    { numRuns: propertyRuns(20_000) },
  );
});
