import { encodeBase64 } from '../encoding/base64.ts';
import { decodeText, encodeText } from '../encoding/text.ts';
import { type Algorithm, parseVerifierKey, type VerifierKey } from '../note/verifier-key.ts';
import { accept, type Parsed, refuse } from '../parsed.ts';
import { type Policy, type PolicyGroup, type PolicyLog, type PolicyWitness } from './policy.ts';

export type PolicyCode =
  | 'policy_too_long'
  | 'policy_character'
  | 'policy_not_terminated'
  | 'policy_keyword'
  | 'policy_line'
  | 'policy_key'
  | 'policy_key_type'
  | 'policy_duplicate_key'
  | 'policy_duplicate_name'
  | 'policy_unknown_name'
  | 'policy_member_twice'
  | 'policy_threshold'
  | 'policy_two_quorums'
  | 'policy_no_quorum';

/** "It is strongly recommended that an implementation supports at least up to 32 logs, 32 witnesses, and 32 groups." */
export const largestPolicy = 100_000;

interface Draft {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  readonly groups: PolicyGroup[];
  /** Witnesses and groups share one name space. */
  readonly names: Set<string>;
  /** Who is a member of some group: "each defined name can be listed as a group member at most once". */
  readonly members: Set<string>;
  quorum: string | null | undefined;
}

/**
 * Reads a policy. Octets, not characters: "processing the policy file does not require unicode awareness". The last line needs its newline like every other,
 * so that a file cut off in the middle of a name is no policy.
 */
export function parsePolicy(policy: Uint8Array | string): Parsed<Policy, PolicyCode> {
  const octets = typeof policy === 'string' ? encodeText(policy) : policy;
  if (octets.length > largestPolicy) return refuse('policy_too_long');
  if (!octets.every(isAllowed)) return refuse('policy_character');
  const lines = Array.from(octets, (octet) => String.fromCharCode(octet))
    .join('')
    .split('\n');
  if (lines.pop() !== '') return refuse('policy_not_terminated');
  const draft: Draft = { logs: [], witnesses: [], groups: [], names: new Set(['none']), members: new Set(), quorum: undefined };
  for (const line of lines) {
    const items = line.split(/[ \t]+/).filter((item) => item !== '');
    const [keyword] = items;
    if (keyword === undefined || keyword.startsWith('#')) continue;
    const fault = readLine(draft, keyword, items.slice(1));
    if (fault !== undefined) return refuse(fault);
  }
  const { logs, witnesses, groups, quorum } = draft;
  return quorum === undefined ? refuse('policy_no_quorum') : accept({ logs, witnesses, groups, quorum });
}

/** "The allowed octet values are 0x09 (tab), 0x0A (newline), 0x20-0x7E, and 0x80-0xFF." */
function isAllowed(octet: number): boolean {
  return octet === 0x09 || octet === 0x0a || (octet >= 0x20 && octet !== 0x7f);
}

function readLine(draft: Draft, keyword: string, items: readonly string[]): PolicyCode | undefined {
  switch (keyword) {
    case 'log':
      return readLog(draft, items);
    case 'witness':
      return readWitness(draft, items);
    case 'group':
      return readGroup(draft, items);
    case 'quorum':
      return readQuorum(draft, items);
    default:
      return 'policy_keyword';
  }
}

/** `log <vkey> [<url>]` */
function readLog({ logs }: Draft, [vkey, url, ...more]: readonly string[]): PolicyCode | undefined {
  if (vkey === undefined || more.length > 0) return 'policy_line';
  const key = readKey(vkey, 'ed25519', logs);
  if (!key.ok) return key.code;
  logs.push({ key: key.value, url: url ?? null });
  return undefined;
}

/** `witness <name> <vkey> [<url>]` */
function readWitness({ witnesses, names }: Draft, [name, vkey, url, ...more]: readonly string[]): PolicyCode | undefined {
  if (name === undefined || vkey === undefined || more.length > 0) return 'policy_line';
  if (names.has(name)) return 'policy_duplicate_name';
  const key = readKey(vkey, 'cosignature/v1', witnesses);
  if (!key.ok) return key.code;
  names.add(name);
  witnesses.push({ name, key: key.value, url: url ?? null });
  return undefined;
}

/** `group <name> all|any|<k> <name>...` */
function readGroup({ groups, names, members: taken }: Draft, [name, rule, ...members]: readonly string[]): PolicyCode | undefined {
  if (name === undefined || rule === undefined || members.length === 0) return 'policy_line';
  if (names.has(name)) return 'policy_duplicate_name';
  for (const member of members) {
    if (member === 'none' || !names.has(member)) return 'policy_unknown_name';
    if (taken.has(member)) return 'policy_member_twice';
    taken.add(member);
  }
  const threshold = thresholdOf(rule, members.length);
  if (threshold === undefined) return 'policy_threshold';
  names.add(name);
  groups.push({ name, threshold, members });
  return undefined;
}

/** `quorum <name>` */
function readQuorum(draft: Draft, [name, ...more]: readonly string[]): PolicyCode | undefined {
  if (name === undefined || more.length > 0) return 'policy_line';
  if (draft.quorum !== undefined) return 'policy_two_quorums';
  if (!draft.names.has(name)) return 'policy_unknown_name';
  draft.quorum = name === 'none' ? null : name;
  return undefined;
}

function thresholdOf(rule: string, members: number): number | undefined {
  if (rule === 'any') return 1;
  if (rule === 'all') return members;
  const threshold = /^[1-9][0-9]{0,5}$/.test(rule) ? Number(rule) : 0;
  return threshold >= 1 && threshold <= members ? threshold : undefined;
}

/** "Two vkeys are considered duplicate if they wrap the same underlying public key, even if they differ by key name and key id." */
function readKey(octets: string, algorithm: Algorithm, others: readonly { readonly key: VerifierKey }[]): Parsed<VerifierKey, PolicyCode> {
  const text = decodeText(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)));
  const key = text === undefined ? undefined : parseVerifierKey(text);
  if (key === undefined || !key.ok) return refuse('policy_key');
  const { publicKey } = key.value;
  if (key.value.algorithm !== algorithm) return refuse('policy_key_type');
  if (others.some((other) => encodeBase64(other.key.publicKey) === encodeBase64(publicKey))) return refuse('policy_duplicate_key');
  return key;
}
