import { type PurposesFacts } from '@parlance/web';
import { type Gateway } from '../gateway.ts';
import { developmentOffice } from '../store/development-key.ts';

/** What each key is for and who answers for it, those that are over last. */
export function purposesFacts({ purposes, now }: Pick<Gateway, 'purposes' | 'now'>): PurposesFacts {
  const at = now();
  const keys = purposes.map((key) => ({
    ...key,
    isExpired: key.expires !== null && new Date(key.expires) <= at,
    isNobodys: key.office === developmentOffice,
  }));
  return { keys: [...keys.filter(({ isExpired }) => !isExpired), ...keys.filter(({ isExpired }) => isExpired)] };
}
