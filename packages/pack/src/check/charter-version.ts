import { type Check, issueIn } from './check-context.ts';

/** A pack is written for one version of the charter and loads with no other (S15). */
export const charterVersion: Check = ({ draft, pack, charterVersion: expected }) => {
  if (pack.charter === expected || pack.charter === '') return [];
  const facts = {
    code: 'other-charter',
    expected,
    received: pack.charter,
    mend: `Review the pack against charter ${expected}, then write charter: ${expected}.`,
  };
  return [issueIn(draft, 'pack.yaml', { rule: 'S15', path: 'charter', ...facts })];
};
