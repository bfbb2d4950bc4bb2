import { type Life, type Owner } from '../process-life.ts';

let attempts = 0;

/** An owner with any number, to whom every other process has the same life. */
export function ownerWith(life: Life, pid = 4711): Owner {
  attempts += 1;
  return { identity: { pid, host: 'here', world: 'boot', born: '1' }, nonce: `n${attempts}`, lifeOf: () => life };
}
