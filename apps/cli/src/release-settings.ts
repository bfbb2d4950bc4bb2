import { CodedError } from '@parlance/core';
import { Option } from 'commander';

export function trustOption(): Option {
  return new Option('--trust <file>', "the operator's keys and roles, trust.yaml").env('PARLANCE_TRUST').makeOptionMandatory();
}

/** For commands that look at signatures only when they are given releases. */
export function optionalTrustOption(): Option {
  return new Option('--trust <file>', "the operator's keys and roles, trust.yaml; needed where a released pack is measured against").env(
    'PARLANCE_TRUST',
  );
}

export function anewOption(): Option {
  return new Option('--anew', 'follow a last step that does not verify, with the sign-offs of the strictest class').default(false);
}

export function releasesOption(): Option {
  return new Option('--releases <folder>', 'the folder of released packs and their history').env('PARLANCE_RELEASES');
}

export function beforeOption(): Option {
  return new Option(
    '--before <pack>',
    'the pack that this one follows: a folder, or EE@0.1.0 out of --releases; by default the last one of --releases, if it is set',
  );
}

export function todayOption(): Option {
  return new Option('--today <day>', 'the day of today, YYYY-MM-DD')
    .default(new Date().toISOString().slice(0, 10))
    .argParser(dayOf('--today'));
}

export const exitCodes = '\nExit codes: 0 done (warnings allowed), 1 issues, 2 wrong usage.';

/** Reads a day, or throws `bad_usage`. */
export function dayOf(flag: string): (text: string) => string {
  return (text) => {
    const date = new Date(`${text}T00:00:00Z`);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
    throw new CodedError('bad_usage', `${flag}: expected a day, YYYY-MM-DD, received ${text.slice(0, 40)}`);
  };
}
