import { CodedError } from '@parlance/core';
import { type Choices, defaultNames } from '@parlance/pack';

/** Adds `reading_level=easy` to the choices before it. Whether the value is one that can be chosen, the resolution says. */
export function collectChoice(written: string, before: Choices = {}): Choices {
  const [name = '', value = ''] = written.split(/=(.*)/s);
  const known = defaultNames.find((each) => each === name);
  if (known === undefined || value === '')
    throw new CodedError('bad_usage', `--user: expected one of ${defaultNames.map((each) => `${each}=<value>`).join(', ')}`);
  return { ...before, [known]: value };
}
