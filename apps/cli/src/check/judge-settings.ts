import { judgeAddress, type JudgeAddressCode } from '@parlance/pack/node';
import { badUsage } from './bad-usage.ts';

export interface JudgeFlags {
  readonly judge?: string;
  readonly judgeModel?: string;
}

export interface JudgeSettings {
  /** With `/chat/completions`. */
  readonly address: URL;
  readonly model: string;
  readonly key: string | null;
}

const received: Readonly<Record<JudgeAddressCode, string>> = {
  'no-address': 'no such address',
  'not-encrypted': 'http to another machine',
  credentials: 'an address with a user or password',
  query: 'an address with a query or fragment',
};

/** Null where no model is configured. Flags win over the environment; an empty variable is none. Throws `bad_usage`. */
export function judgeSettings(flags: JudgeFlags, environment: Readonly<Record<string, string | undefined>>): JudgeSettings | null {
  const base = flags.judge ?? filled(environment['PARLANCE_JUDGE']);
  const model = flags.judgeModel ?? filled(environment['PARLANCE_JUDGE_MODEL']);
  if (base === undefined && model === undefined) return null;
  if (base === undefined) throw badUsage('--judge-model', '--judge <base url> with it (or PARLANCE_JUDGE)', 'none');
  if (model === undefined) throw badUsage('--judge', '--judge-model <name> with it (or PARLANCE_JUDGE_MODEL)', 'none');
  if (!/^[^\p{C}\s]{1,200}$/u.test(model)) throw badUsage('--judge-model', 'the name of a model without spaces', 'something else');
  return { address: addressIn(base), model, key: keyIn(environment['PARLANCE_JUDGE_KEY']) };
}

/** The address itself is not repeated: it may hold a password. */
function addressIn(base: string): URL {
  const address = judgeAddress(base);
  if (address.ok) return address.value;
  throw badUsage(
    '--judge',
    'an https address, or an http address of this machine, such as http://localhost:11434/v1',
    received[address.code],
  );
}

function keyIn(text: string | undefined): string | null {
  const key = filled(text);
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) throw badUsage('PARLANCE_JUDGE_KEY', 'ASCII without spaces', 'something else');
  return key ?? null;
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
