import { CodedError } from '@parlance/core';
import { formatVerifierKey } from '../note/verifier-key.ts';
import { parsePolicy } from './parse-policy.ts';
import { type Policy } from './policy.ts';

/** The file that `parsePolicy` reads, for names of ASCII. Throws `policy_malformed` when it could not be read again. */
export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const lines = [
    ...logs.map(({ key, url }) => ['log', formatVerifierKey(key), ...(url === null ? [] : [url])]),
    ...witnesses.map(({ name, key, url }) => ['witness', name, formatVerifierKey(key), ...(url === null ? [] : [url])]),
    ...groups.map(({ name, threshold, members }) => ['group', name, String(threshold), ...members]),
    ['quorum', quorum ?? 'none'],
  ];
  const text = lines.map((items) => `${items.join(' ')}\n`).join('');
  if (!parsePolicy(text).ok) throw new CodedError('policy_malformed', 'no policy has these names, keys or groups');
  return text;
}
