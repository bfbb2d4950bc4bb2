import { expect, test } from 'vitest';
import { sampleCountry } from './sample-country.ts';
import { type LiveGateway } from '../../apps/gateway/src/gateway.ts';
import { ruleFinder } from '../../apps/gateway/src/objections/challenged-rule.ts';

const digestOf = (number: number): string => `sha256:${String(number).padStart(64, '0')}`;

function counting(find: (digest: string) => ReturnType<LiveGateway['countries']['find']> = () => Promise.resolve(new Map())) {
  const asked: string[] = [];
  const country = sampleCountry();
  const countries: LiveGateway['countries'] = {
    current: () => country,
    refused: () => null,
    find: (digest) => {
      asked.push(digest);
      return find(digest);
    },
  };
  return { asked, rules: ruleFinder(countries) };
}

test('a pack that many ask for at once is read once, and what is no digest is not looked for', async () => {
  const { asked, rules } = counting();
  const find = (pack: string) => rules.find({ rule: 'x@1', pack });
  await Promise.all([...Array.from({ length: 20 }, () => find(digestOf(1))), find(''), find('../x'), find('sha256:0')]);
  expect(asked).toEqual([digestOf(1)]);
});

test('one that could not be read is looked for again', async () => {
  const { asked, rules } = counting(() => Promise.reject(new Error('disk')));
  for (let time = 0; time < 2; time++) await expect(rules.find({ rule: 'x@1', pack: digestOf(1) })).rejects.toThrow('disk');
  expect(asked).toHaveLength(2);
});

test('one that has to be read is told as far until then', () => {
  const { rules } = counting();
  expect([rules.isFar(digestOf(1)), rules.isFar('x'), rules.isFar(sampleCountry().pack.digest)]).toEqual([true, false, false]);
});

test('an addition is told by what it adds, and what is left out by why', async () => {
  const [restriction] = sampleCountry().pack.restrictions;
  if (restriction === undefined) throw new Error('the sample pack has a restriction');
  const { basis, scope } = restriction;
  const country = sampleCountry({
    additions: [
      {
        id: 'ee.label',
        purpose: 'source-label',
        basis,
        inForce: '2020-01-01',
        place: 'start',
        when: 'always',
        scope,
        text: { en: 'Said.' },
      },
    ],
  });
  const rules = ruleFinder({ current: () => country, refused: () => null, find: () => Promise.resolve(null) });
  const { digest, version } = country.pack;
  const found = (id: string) => rules.find({ rule: `${id}@${version}`, pack: digest });
  expect(await found('ee.label')).toMatchObject({ added: { en: 'Said.' }, rationale: null, isExample: true });
  expect(await found(restriction.id)).toMatchObject({ added: null, rationale: { en: 'The law forbids it.' } });
});
