import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type PackOnDisk, packOnDisk } from '../../apps/cli/src/testing/pack-on-disk.ts';
import { type FakeJudge, fakeJudge, judging } from '../../packages/pack/src/node/judge/testing/fake-judge.ts';
import { finished, stopAll } from './run-parlance.ts';

const today = ['--today', '2026-11-22'];
const packs: PackOnDisk[] = [];
const servers: FakeJudge[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const pack of packs.splice(0)) pack.remove();
});
afterAll(stopAll);

async function scene(...words: readonly string[]): Promise<{ readonly folder: string; readonly server: FakeJudge }> {
  const pack = packOnDisk();
  packs.push(pack);
  const server = await fakeJudge(judging(...words));
  servers.push(server);
  return { folder: pack.folder, server };
}

describe('parlance pack check with a model', () => {
  test('shows what the model finds, with exit 1, and how far it is', async () => {
    const { folder, server } = await scene('Call when life is in danger.');
    const { code, text } = await finished(['pack', 'check', ...today, folder, '--judge', server.base, '--judge-model', 'fair-1']);
    expect(code).toBe(1);
    expect(text).toMatch(/error {2}S16 {2}resources\.0\.what\.en\n.* a text that the model fair-1 judges otherwise \(propaganda\)\n/);
    expect(text).toMatch(/(\d+) of \1 texts and restrictions of .* put to fair-1\n/);
    expect(text).toContain(': 1 issue, 0 warnings');
    expect(server.asked[0]?.authorization).toBeUndefined();
  });

  test('is told by the environment as well, and finds nothing wrong with a right pack, with exit 0', async () => {
    const { folder, server } = await scene();
    const environment = { PARLANCE_JUDGE: server.base, PARLANCE_JUDGE_MODEL: 'fair-1', PARLANCE_JUDGE_KEY: 'sk-canary' };
    const { code, text } = await finished(['pack', 'check', ...today, folder], environment);
    expect({ code, asked: server.asked.length > 0 }).toEqual({ code: 0, asked: true });
    expect(text).toContain(': 0 issues, 0 warnings');
    expect(text).not.toContain('sk-canary');
    expect(new Set(server.asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer sk-canary']));
  });

  test.each(['json', 'sarif'])('writes its findings as %s', async (format) => {
    const { folder, server } = await scene('Call when life is in danger.');
    const args = ['pack', 'check', ...today, folder, '--format', format, '--judge', server.base, '--judge-model', 'fair-1'];
    const { code, text } = await finished(args);
    expect(code).toBe(1);
    // What is said of the progress goes to the other stream.
    const report = text.split('\n').filter((line) => !line.includes(' put to '));
    expect(JSON.stringify(JSON.parse(report.join('\n')))).toContain('judged-propaganda');
  });

  test('that cannot be reached is one warning, and the check stands', async () => {
    const { folder, server } = await scene();
    await server.close();
    servers.length = 0;
    const { code, text } = await finished(['pack', 'check', ...today, folder, '--judge', server.base, '--judge-model', 'fair-1']);
    expect(code).toBe(0);
    expect(text).toContain('because the server could not be reached');
    expect(text).toContain(': 0 issues, 1 warning in');
  });
});

describe('wrong usage ends with exit 2', () => {
  test.each([
    ['a model without an address', ['--judge-model', 'm'], '--judge <base url>'],
    ['an address without a model', ['--judge', 'http://localhost:1/v1'], '--judge-model <name>'],
    ['http to another machine', ['--judge', 'http://models.example/v1', '--judge-model', 'm'], 'https'],
    ['a watch', ['--watch', '--judge', 'http://localhost:1/v1', '--judge-model', 'm'], '--watch: expected no model with it'],
  ])('for %s', async (_name, args, message) => {
    const { code, text } = await finished(['pack', 'check', 'packs/ee', ...args]);
    expect(code).toBe(2);
    expect(text).toContain(message);
  });
});
