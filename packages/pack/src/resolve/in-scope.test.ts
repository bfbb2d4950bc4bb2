import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Scope } from '../pack.ts';
import { actsIn, isInScope, type ReaderScope } from './in-scope.ts';

const sectors = ['citizen-services', 'education', 'research', 'journalism'];
const some = fc.subarray(sectors, { minLength: 1 });
const audiences = fc.constantFrom<Scope['audience']>('all', 'under-18', 'adult');
const scopes: fc.Arbitrary<Scope> = fc.record({ sectors: fc.oneof(fc.constant('all' as const), some), audience: audiences });
const readers: fc.Arbitrary<ReaderScope> = fc.record({ sector: fc.constantFrom(...sectors), audience: audiences });

describe('an exception', () => {
  test('never widens a restriction, whoever reads and wherever', () => {
    fc.assert(
      fc.property(scopes, some, readers, (scope, excepted, reader) => {
        const without = isInScope(scope, reader);
        const withIt = isInScope({ ...scope, except: { sectors: excepted } }, reader);
        expect(withIt).toBe(without && !excepted.includes(reader.sector));
      }),
    );
  });

  test('that grows takes away more and gives nothing back', () => {
    fc.assert(
      fc.property(fc.record({ scope: scopes, first: some, second: some, reader: readers }), ({ scope, first, second, reader }) => {
        const one = { ...scope, except: { sectors: first } };
        const both = { ...scope, except: { sectors: [...first, ...second] } };
        expect(isInScope(both, reader) && !isInScope(one, reader)).toBe(false);
      }),
    );
  });
});

test('a rule of all sectors acts also in a sector that nobody thought of when it was written', () => {
  expect(actsIn({ sectors: 'all', audience: 'all' }, 'banking')).toBe(true);
  expect(actsIn({ sectors: 'all', audience: 'all', except: { sectors: ['education'] } }, 'banking')).toBe(true);
});
