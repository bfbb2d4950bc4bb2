import { describe, expect, test } from 'vitest';
import { formatConfigIssues } from './config-issue.ts';
import { readConfig, type Environment } from './read-config.ts';

const read = (environment: Environment, file = '') => readConfig({ PARLANCE_CONFIG: 'parlance.yaml', ...environment }, () => file);

describe('the text of the issues', () => {
  test('names field, value, expectation and mend', () => {
    expect(formatConfigIssues(read({ PARLANCE_PORT: '99999', PARLANCE_LOG: 'loud' }).issues)).toBe(
      [
        '2 settings need mending:',
        '',
        '  PARLANCE_PORT = "99999"',
        '    expected: a whole number from 0 to 65535',
        '    mend:     Write digits only, for example 7311.',
        '',
        '  PARLANCE_LOG = "loud"',
        '    expected: `silent`, `error`, `warn`, `info` or `debug`',
        '    mend:     Write one of these words, in small letters.',
      ].join('\n'),
    );
  });

  test('has no control characters, whatever stood in the settings', () => {
    const text = formatConfigIssues(read({ 'PARLANCE_\u001b[2J': 'x', PARLANCE_MODE: '\u001b[31m\u0007' }, '"a\\e[2J": 1').issues);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  test('cuts a long value', () => {
    expect(read({ PARLANCE_MODE: 'x'.repeat(10_000) }).issues[0]?.value?.length).toBeLessThan(90);
  });
});
