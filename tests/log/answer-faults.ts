import { type AuditFaultCode } from '@parlance/log/node';
import { type AnsweredRecord, answered, omission, pack, recordFolder } from './recorded-folder.ts';
import { type SeededFault } from './seeded-fault.ts';

const digest = `sha256:${'5'.repeat(64)}`;

/** The real log writes whatever it is given: receipts, journal, leaves and promises all agree, and the answer is wrong. */
function given(fault: string, code: AuditFaultCode, more: Partial<AnsweredRecord>): SeededFault {
  return { fault, code, seed: () => recordFolder({ more: [answered('wrong', more)] }) };
}

function changed(fault: string, code: AuditFaultCode, edit: Partial<AnsweredRecord['edits'][number]>): SeededFault {
  return given(fault, code, { edits: [{ ...omission, ...edit } as AnsweredRecord['edits'][number]] });
}

/** What a gateway that works, and works wrongly, writes. */
export const answerFaults: readonly SeededFault[] = [
  changed('a rule was applied that was never public', 'rule_missing', { rule: 'ee.secret@1.0.0' }),
  changed('a rule was applied for another cause than the public one', 'rule_cause_differs', { cause: 'operator', basis: null }),
  changed('a rule was applied under another law than the public one', 'rule_basis_differs', {
    basis: { ...omission.basis!, article: '§ 99' },
  }),
  changed('a rule left out another type of information than the public one', 'rule_type_differs', { type: 'gambling' }),
  changed('a rule was applied before it was in force', 'rule_not_in_force', { rule: `ee.tubs.18@${pack.version}` }),
  {
    ...given('a rule of one pack was applied under another', 'rule_pack_differs', {
      edits: [omission],
      pack: { id: 'YY', version: pack.version, digest },
    }),
    also: ['release_missing'],
  },
  given('a pack was used that was never released', 'release_missing', {
    edits: [omission],
    pack: { id: pack.id, version: pack.version, digest },
  }),
  given('a charter was used that was never released', 'release_missing', { edits: [omission], charter: { version: '9.9.9', digest } }),
  { fault: 'one answer is recorded twice', code: 'record_twice', seed: () => recordFolder({ more: [answered('plain-0')] }) },
  {
    fault: 'a promise is past its deadline, and the answer is not in the log',
    code: 'promise_broken',
    now: 40,
    seed: () => recordFolder({ isLeftWaiting: true }),
  },
  {
    fault: 'a question was neither answered nor settled',
    code: 'intent_unsettled',
    now: 40,
    seed: () => recordFolder({ isLeftOpen: true }),
  },
];
