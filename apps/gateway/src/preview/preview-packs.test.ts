import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { charter } from '@parlance/charter';
import { readPackFolder } from '@parlance/pack/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PreviewInput, previewPacks } from './preview-packs.ts';
import { nextVersion, packWith } from './testing/pack-versions.ts';

const input: PreviewInput = {
  before: packWith(),
  after: packWith(nextVersion),
  upstream: null,
  sector: 'citizen-services',
  today: '2026-11-22',
  filter: { languages: null, mostPerLanguage: null },
  concurrency: 3,
  patience: 10_000,
  onProgress: () => undefined,
};

describe('a preview without a model', () => {
  test('tells what a fact, a restriction and an addition changed, and never what was left out', async () => {
    const { cases, rules } = await previewPacks(input);
    const [passport, unknown] = cases;
    expect(passport).toMatchObject({ status: 'changed', expectation: 'kept' });
    expect(passport?.text.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toContain('72');
    expect(passport?.disclosures.added.map(({ rule, what }) => [rule, what])).toEqual([
      ['ee.aia.50.ai-notice', 'legal-notice'],
      ['ee.reks.17.tobacco-promotion', 'advertising'],
    ]);
    expect(passport?.layers).toContainEqual({ layer: 'country', key: 'pack', before: 'EE 0.1.0', after: 'EE 0.2.0' });
    expect(unknown).toMatchObject({ asked: { in: 'after' }, expectation: 'kept' });
    expect(rules).toEqual({ newly: ['ee.aia.50.ai-notice', 'ee.reks.17.tobacco-promotion'], noLonger: [] });
    const told = JSON.stringify(cases, (name, value: unknown) => (name === 'layers' ? [] : value));
    expect(told).not.toMatch(/cheap passports/iu);
  });

  test('counts by language, with the cost of both versions', async () => {
    const { languages } = await previewPacks(input);
    expect(languages).toMatchObject([
      { language: 'en', cases: 2, changed: 2, failed: 0, broken: 0, unmet: 0, disclosuresAdded: 3, disclosuresRemoved: 0 },
    ]);
    const { before, after, percent } = languages[0]?.cost ?? {};
    expect([before?.isEstimated, after?.isEstimated]).toEqual([true, true]);
    expect(percent).toBeGreaterThan(0);
  });

  test('of a version with itself finds nothing', async () => {
    const { cases, languages, rules } = await previewPacks({ ...input, after: packWith() });
    expect(cases.map(({ status, layers }) => [status, layers])).toEqual([['same', []]]);
    expect(languages[0]).toMatchObject({ changed: 0, cost: { percent: 0 } });
    expect(rules).toEqual({ newly: [], noLonger: [] });
  });

  test('of a first version has nothing before', async () => {
    const preview = await previewPacks({ ...input, before: null });
    expect(preview.before).toBeNull();
    expect(preview.cases.map(({ status, expectation }) => [status, expectation])).toEqual([
      ['new', 'met'],
      ['new', 'met'],
    ]);
    expect(preview.languages[0]?.cost).toMatchObject({ before: null, percent: null });
  });

  test('finds the expectation that held and fails now, though the new version has dropped the case', async () => {
    const moved = packWith([
      ['services/passport.yaml', 'id: passport', 'id: travel'],
      ['evals/cases.yaml', '{card: passport}', '{card: travel}'],
    ]);
    const renamed = new Map([...moved].map(([path, bytes]) => [path.replace('services/passport', 'services/travel'), bytes]));
    const { cases, languages } = await previewPacks({ ...input, after: renamed });
    expect(cases.map(({ asked, expectation }) => [asked.in, expectation])).toEqual([
      ['after', 'mended'],
      ['before', 'broken'],
    ]);
    expect(languages[0]).toMatchObject({ broken: 1, unmet: 1 });
  });

  test('tells how far it is', async () => {
    const told: (readonly number[])[] = [];
    await previewPacks({ ...input, onProgress: (answered, of) => told.push([answered, of]) });
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  test.each([
    [
      'a new version that does not pass its checks',
      { after: packWith([['pack.yaml', `charter: ${charter.version}`, 'charter: 9.9.9']]) },
      'pack_not_loaded',
    ],
    ['an old version that cannot be read', { before: new Map() }, 'pack_not_loaded'],
    ['nothing to ask', { filter: { languages: ['zh'], mostPerLanguage: null } }, 'case_missing'],
  ])('is refused for %s', async (_title, parts, code) => {
    await expect(previewPacks({ ...input, ...parts })).rejects.toMatchObject({ code });
  });

  test('is made of an old version that today would not pass its checks', async () => {
    const old = packWith([['pack.yaml', `charter: ${charter.version}`, 'charter: 0.0.9']]);
    expect((await previewPacks({ ...input, before: old, after: packWith() })).cases).toMatchObject([{ status: 'same' }]);
  });
});

describe('a preview with a model', () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (request.method === 'GET') return response.end(JSON.stringify({ object: 'list', data: [{ id: 'wordy' }] }));
      bodies.push(body);
      const said = { choices: [{ index: 0, delta: { content: `Answer ${bodies.length}.` }, finish_reason: 'stop' }] };
      const usage = {
        choices: [],
        usage: { prompt_tokens: 100 * bodies.length, completion_tokens: 3, total_tokens: 100 * bodies.length + 3 },
      };
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return response.end(
        [said, usage]
          .map((each) => `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'wordy', ...each })}\n\n`)
          .join('') + 'data: [DONE]\n\n',
      );
    });
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const upstream = () => ({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    key: 'secret-key',
    model: null,
    jurisdiction: null,
    timeout: 5000,
  });

  test('asks the same words once, so that a model that words its answer anew shows no change', async () => {
    bodies.length = 0;
    const { cases, answeredBy } = await previewPacks({ ...input, after: packWith(), upstream: upstream() });
    expect(bodies).toHaveLength(1);
    expect(cases).toMatchObject([{ status: 'same' }]);
    expect(answeredBy).toMatchObject({ kind: 'openai', model: 'wordy' });
  });

  test('asks anew what is asked in other words, and tells the tokens that the upstream counted', async () => {
    bodies.length = 0;
    const preview = await previewPacks({ ...input, filter: { languages: null, mostPerLanguage: 1 }, upstream: upstream() });
    expect(bodies).toHaveLength(2);
    expect(preview.languages[0]?.cost).toMatchObject({
      before: { prompt: 100, isEstimated: false },
      after: { prompt: 200 },
      percent: 97.1,
    });
    expect(JSON.stringify(preview)).not.toContain('secret-key');
  });
});

const packs = join(import.meta.dirname, '../../../../packs');
const shipped = readdirSync(packs, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

test.each(shipped)('every case of the pack %s is met', async (name) => {
  const { cases } = await previewPacks({ ...input, before: null, after: await readPackFolder(join(packs, name)) }).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'case_missing') return { cases: [] };
      throw error;
    },
  );
  expect(cases.filter(({ expectation }) => expectation !== 'met').map(({ asked }) => asked.id)).toEqual([]);
});
