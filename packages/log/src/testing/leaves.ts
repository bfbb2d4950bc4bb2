import { parseLeaf } from '../leaf/parse-leaf.ts';
import { type Leaf } from '../leaf/leaf.ts';
import { mediationBytes } from '../receipt/mediation.ts';
import { changed, context } from './answers.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const basis = { jurisdiction: 'EE', instrument: 'Tubakaseadus', article: '§ 17 lg 1', url: 'https://www.riigiteataja.ee/akt/104042023011' };
const mediation = parseLeaf(mediationBytes(changed, context));
if (!mediation.ok) throw new Error('the sample record makes no leaf');

/** One leaf of each kind, two of rules. */
export const sampleLeaves: readonly Leaf[] = [
  {
    leaf: 'rule',
    v: 1,
    kind: 'omit',
    id: 'ee.tubs.17.tobacco-promotion',
    version: '2026.11.2',
    type: 'advertising',
    cause: 'law',
    basis,
    authority: 'Tarbijakaitse ja Tehnilise Järelevalve Amet',
    digest,
    pack: { id: 'ee', version: '2026.11.2', digest },
    in_force: '2024-01-01',
    review: '2027-01-01',
  },
  {
    leaf: 'rule',
    v: 1,
    kind: 'add',
    id: 'charter.ai-notice',
    version: '0.1.0',
    purpose: 'ai-notice',
    cause: 'charter',
    basis: null,
    authority: null,
    digest,
    pack: null,
    in_force: '2026-01-01',
    review: null,
  },
  { leaf: 'policy', v: 1, subject: 'retention', digest, url: 'https://gateway.example/policies/retention', from: '2026-11-21T13Z' },
  {
    leaf: 'release',
    v: 1,
    subject: 'pack',
    id: 'ee',
    version: '2026.11.2',
    digest,
    change: 'legal',
    signed_by: ['ministry.example+c74f20a3', 'ombudsman.example+af0cfe78'],
    evaluation: digest,
    from: '2026-11-21T13Z',
  },
  mediation.value,
  {
    leaf: 'tally',
    v: 1,
    period: '2026-11-21T13Z',
    answers: 40,
    changed: 3,
    omissions: 4,
    additions: 1,
    endings: { done: 38, outage: 2 },
    root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  },
  {
    leaf: 'amend',
    v: 1,
    position: '18446744',
    outcome: 'replaced',
    reason: 'court',
    authority: 'Riigikohus',
    replacement: '18446745',
    period: '2026-11-21',
  },
  { leaf: 'shred', v: 1, scope: 'person', reason: 'request', keys: '1-9', period: '2026-11-21T13Z' },
  {
    leaf: 'key',
    v: 1,
    action: 'add',
    use: 'interface',
    key: 'key_01J9Z3K4M5',
    purpose: 'Benefits: answers about applications',
    office: 'Sotsiaalkindlustusamet',
    from: '2026-11-21T13Z',
    until: null,
  },
  {
    leaf: 'access',
    v: 1,
    ground: 'court',
    authority: 'Harju Maakohus',
    basis,
    reference: '1-26-1234',
    approvals: 2,
    records: '1-9',
    period: '2026-11-21T13Z',
  },
];
