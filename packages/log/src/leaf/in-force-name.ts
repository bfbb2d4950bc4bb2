import { type LeafOf } from './leaf.ts';

/**
 * The name of a leaf in the file of what is in force: `rule ee.tubs.17@1.4.0 sha256:...`, and of a release that was signed also its class and signers,
 * `release EE@1.4.0 sha256:... legal a.example+c74f20a3,b.example+af0cfe78`, because the same files under other signatures are a release of their own.
 */
export function inForceName(leaf: LeafOf<'release' | 'rule'>): string {
  const name = `${leaf.leaf} ${leaf.id}@${leaf.version} ${leaf.digest}`;
  return leaf.leaf === 'rule' || leaf.signed_by.length === 0 ? name : `${name} ${leaf.change ?? 'unclassed'} ${leaf.signed_by.join(',')}`;
}
