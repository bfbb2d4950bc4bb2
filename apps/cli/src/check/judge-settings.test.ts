import { describe, expect, test } from 'vitest';
import { judgeSettings } from './judge-settings.ts';

const base = 'https://models.example/v1';
const address = new URL(`${base}/chat/completions`);

describe('a model', () => {
  test('is none where none is named, also by an empty variable', () => {
    expect(judgeSettings({}, {})).toBeNull();
    expect(judgeSettings({}, { PARLANCE_JUDGE: '', PARLANCE_JUDGE_MODEL: '', PARLANCE_JUDGE_KEY: 'k' })).toBeNull();
  });

  test('is named by flags or by the environment, and flags win', () => {
    const environment = { PARLANCE_JUDGE: 'https://other.example', PARLANCE_JUDGE_MODEL: 'other', PARLANCE_JUDGE_KEY: 'sk-1' };
    expect(judgeSettings({ judge: base, judgeModel: 'a/b:c' }, environment)).toEqual({ address, model: 'a/b:c', key: 'sk-1' });
    expect(judgeSettings({ judge: base }, environment)).toEqual({ address, model: 'other', key: 'sk-1' });
    expect(judgeSettings({}, { ...environment, PARLANCE_JUDGE: base })).toEqual({ address, model: 'other', key: 'sk-1' });
  });

  test('without a key is asked without one', () => {
    expect(judgeSettings({ judge: base, judgeModel: 'm' }, { PARLANCE_JUDGE_KEY: '' })?.key).toBeNull();
  });
});

describe('wrong usage names what is missing', () => {
  test.each([
    [{ judge: base }, {}, '--judge: expected --judge-model <name> with it (or PARLANCE_JUDGE_MODEL), received none'],
    [{ judgeModel: 'm' }, {}, '--judge-model: expected --judge <base url> with it (or PARLANCE_JUDGE), received none'],
    [{ judge: 'http://models.example', judgeModel: 'm' }, {}, /^--judge: expected an https address.* received http to another machine$/],
    [{ judge: '', judgeModel: 'm' }, {}, /received no such address$/],
    [{ judge: base, judgeModel: 'a\u001b[2J' }, {}, /^--judge-model: .* received something else$/],
    [{ judge: base, judgeModel: 'm' }, { PARLANCE_JUDGE_KEY: 'secret\nx: y' }, /^PARLANCE_JUDGE_KEY: .* received something else$/],
  ])('%j %j', (flags, environment, message) => {
    expect(() => judgeSettings(flags, environment)).toThrow(message);
  });

  test('and repeats no password', () => {
    expect(() => judgeSettings({ judge: 'https://user:secret@models.example', judgeModel: 'm' }, {})).toThrow(/^(?!.*secret)/);
  });
});
