import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatVerifierKey, verifierKey } from '../note/verifier-key.ts';
import { log, policy, witnesses } from '../testing/actors.ts';
import { formatPolicy } from './format-policy.ts';
import { parsePolicy } from './parse-policy.ts';
import { isQuorum, keysOf, type Policy } from './policy.ts';

function key(place: number, algorithm: 'ed25519' | 'cosignature/v1' = 'cosignature/v1'): string {
  return formatVerifierKey(
    verifierKey(
      `w${place}.example`,
      algorithm,
      Uint8Array.from({ length: 32 }, () => place),
    ),
  );
}

function parsed(text: string | Uint8Array): Policy {
  const policy = parsePolicy(text);
  if (!policy.ok) throw new Error(policy.code);
  return policy.value;
}

/** Whether these witnesses are enough, by the names of the policy. */
function isEnough(policy: Policy, names: readonly string[]): boolean {
  const signed = policy.witnesses.filter(({ name }) => names.includes(name));
  return isQuorum(
    policy,
    signed.map(({ key }) => ({ key, timestamp: 5n })),
  );
}

const example = [
  `log ${key(9, 'ed25519')}`,
  ...[1, 2, 3].map((place) => `witness X${place} ${key(place)}`),
  'group X-witnesses 2 X1 X2 X3',
  '',
  ...[4, 5, 6].map((place) => `witness Y${place} ${key(place)}`),
  'group Y-witnesses any Y1 Y2 Y3'.replaceAll(/Y(\d)/g, (_, digit) => `Y${Number(digit) + 3}`),
  '',
  'group X-and-Y all X-witnesses Y-witnesses',
  'quorum X-and-Y',
  '',
].join('\n');

describe('the policy of the specification', () => {
  test.each([
    ['nobody', [], false],
    ['two X', ['X1', 'X3'], false],
    ['all X', ['X1', 'X2', 'X3'], false],
    ['all Y', ['Y4', 'Y5', 'Y6'], false],
    ['one X and one Y', ['X2', 'Y5'], false],
    ['two X and one Y', ['X1', 'X2', 'Y6'], true],
    ['everybody', ['X1', 'X2', 'X3', 'Y4', 'Y5', 'Y6'], true],
  ])('with the cosignatures of %s', (_, names, expected) => {
    expect(isEnough(parsed(example), names)).toBe(expected);
  });
});

describe('a policy', () => {
  test('is read whatever its white space and comments, also in bytes that are no UTF-8', () => {
    const spaced = `\t# comment ÿ\n \n  log\t${key(9, 'ed25519')}   https://log.example \nquorum\t none\t\n`;
    expect(parsed(spaced).logs[0]?.url).toBe('https://log.example');
    const bytes = Uint8Array.from([0x23, 0xff, 0x0a, ...new TextEncoder().encode(`witness \u212a ${key(1)}\nquorum \u212a\n`)]);
    expect(parsed(bytes).witnesses[0]?.name).toBe('\u00e2\u0084\u00aa');
  });

  test('handles names as octets: a Kelvin sign is no K', () => {
    expect(parsePolicy(`witness \u212a ${key(1)}\nwitness K ${key(2)}\nquorum K\n`).ok).toBe(true);
    expect(parsePolicy(`witness \u212a ${key(1)}\nquorum K\n`)).toEqual({ ok: false, code: 'policy_unknown_name' });
  });

  test('may have 32 logs, 32 witnesses and 32 groups', () => {
    const numbers = Array.from({ length: 32 }, (_, place) => place + 1);
    const text = [
      ...numbers.map((place) => `log ${key(place, 'ed25519')}`),
      ...numbers.map((place) => `witness w${place} ${key(place)}`),
      ...numbers.map((place) => `group g${place} any w${place}${place > 1 ? ` g${place - 1}` : ''}`),
      'quorum g32\n',
    ].join('\n');
    expect(isEnough(parsed(text), ['w1'])).toBe(true);
    expect(isEnough(parsed(text), [])).toBe(false);
    expect(keysOf(parsed(text))).toHaveLength(64);
  });

  test('of more than a hundred thousand octets is not looked at', () => {
    expect(parsePolicy(`# ${'x'.repeat(99_985)}\nquorum none\n`)).toMatchObject({ ok: true });
    expect(parsePolicy(`# ${'x'.repeat(99_986)}\nquorum none\n`)).toEqual({ ok: false, code: 'policy_too_long' });
  });

  test('comes back from what it was written as', () => {
    expect(parsed(formatPolicy({ ...policy, quorum: null })).quorum).toBeNull();
    expect(formatPolicy(parsed(formatPolicy(policy)))).toBe(formatPolicy(policy));
    expect(formatPolicy(policy)).toContain(`log ${formatVerifierKey(log)}\nwitness w1 ${formatVerifierKey(witnesses[0])}\n`);
    expect(() => formatPolicy({ ...policy, quorum: 'nobody' })).toThrow('no policy');
  });

  test('reaches its quorum exactly when enough members of each group did', () => {
    const thresholds = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }));
    fc.assert(
      fc.property(thresholds, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), ([left, right, top], signed) => {
        const text = [
          ...signed.map((_, place) => `witness w${place} ${key(place)}`),
          `group left ${left} w0 w1 w2`,
          `group right ${right} w3 w4 w5`,
          `group top ${top} left right`,
          'quorum top\n',
        ].join('\n');
        const count = (part: readonly boolean[]) => part.filter(Boolean).length;
        const expected = Number(count(signed.slice(0, 3)) >= left) + Number(count(signed.slice(3)) >= right) >= top;
        expect(
          isEnough(
            parsed(text),
            signed.flatMap((has, place) => (has ? [`w${place}`] : [])),
          ),
        ).toBe(expected);
      }),
    );
  });

  test('counts a witness only by its own name, id and kind of key', () => {
    const [first] = policy.witnesses;
    const asked: Policy = { ...policy, quorum: 'w1' };
    const withKey = (changes: object) => isQuorum(asked, [{ key: { ...first!.key, ...changes }, timestamp: 5n }]);
    expect(withKey({})).toBe(true);
    expect(withKey({ name: 'witness.example/w9' })).toBe(false);
    expect(withKey({ keyId: 1 })).toBe(false);
    expect(withKey({ algorithm: 'ed25519' })).toBe(false);
  });
});
