import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carries, type SurfaceChannel } from '../../apps/gateway/src/surfaces/surface.ts';
import { type SpeakingRoute, speakingRoutes } from '../../apps/gateway/src/surfaces/surface-table.ts';
import { memoryLog } from './memory-log.ts';
import { chunk, cutAfter, done, type MockUpstream, type Script, slowly, startMockUpstream, stop, streamOf } from './mock-upstream.ts';
import { key, type RunningGateway, startGateway } from './running-gateway.ts';
import { creditNotice, noticesInText, type RuleCase, rules, splits } from './rule-cases.ts';
import { canary, sampleCountry, strangersCode } from './sample-country.ts';
import { studiedHere, studiedItem } from './studied-here.ts';
import { type ToldAnswer, toldBy } from './told-answer.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;
/** Endings, as they are recorded. */
const recorded: string[] = [];

beforeAll(async () => {
  upstream = await startMockUpstream();
  const log = memoryLog();
  gateway = await startGateway({
    upstreamUrl: upstream.url,
    country: sampleCountry({ additions: [creditNotice, ...noticesInText], ...studiedHere }),
    log: {
      ...log,
      settle: (answer) => {
        recorded.push(answer.record.ending);
        return log.settle(answer);
      },
    },
  });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});
beforeEach(() => {
  recorded.length = 0;
  upstream.requests.length = 0;
});

const asked = 'Hello, how are you?';

function bodyFor(route: SpeakingRoute, isStream: boolean): Readonly<Record<string, unknown>> {
  const facts = { model: 'parlance', stream: isStream };
  switch (route) {
    case 'POST /v1/chat/completions':
      return { ...facts, messages: [{ role: 'user', content: asked }] };
    case 'POST /v1/responses':
      return { ...facts, input: asked };
    case 'POST /v1/completions':
      return { ...facts, prompt: asked };
    case 'POST /study':
      return { q: asked, lang: 'en', item: studiedItem, age: 'any-age' };
    case 'POST /ask':
    case 'POST /try':
      return { q: asked, lang: 'en', speed: 'fast' };
  }
}

interface Surface {
  readonly route: SpeakingRoute;
  readonly isStream: boolean;
  readonly isPage: boolean;
  readonly name: string;
}

const surfaces: readonly Surface[] = (Object.keys(speakingRoutes) as SpeakingRoute[]).flatMap((route) => {
  const isPage = !route.startsWith('POST /v1/');
  return (isPage ? [true] : [false, true]).map((isStream) => ({
    route,
    isStream,
    isPage,
    name: `${route}, ${isStream ? 'streamed' : 'whole'}`,
  }));
});
/** Whose upstream is a server, and not a text that somebody pastes. */
const askingSurfaces = surfaces.filter(({ route }) => route !== 'POST /try');

function ask({ route, isStream, isPage }: Surface, more: Readonly<Record<string, string>> = {}, signal?: AbortSignal): Promise<Response> {
  const body = { ...bodyFor(route, isStream), ...more };
  return fetch(gateway.url + route.slice('POST '.length), {
    method: 'POST',
    ...(isPage
      ? { body: new URLSearchParams(body as Record<string, string>) }
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` } }),
    ...(signal === undefined ? {} : { signal }),
  });
}

async function told(surface: Surface, more?: Readonly<Record<string, string>>): Promise<ToldAnswer> {
  const answer = await toldBy(surface.route, await ask(surface, more));
  const { ending } = answer.parlance ?? {};
  // What is told of the ending is what is recorded of it.
  if (ending !== undefined) expect(recorded.at(-1)).toBe(ending);
  return answer;
}

/** What must not be seen in any byte. A bracket stands in every notice. */
function expectNoSecret({ raw }: ToldAnswer, { secrets }: RuleCase): void {
  const seen = raw + gateway.logged();
  for (const [secret] of secrets) if (secret.length > 1) expect(seen).not.toContain(secret);
}

/** A marker stands in its sentence, a notice on a line of its own. */
const footnotes = /\n+⟦\d+: [^⟧]*⟧/gu;

/** Undoes what is disclosed: the upstream's text must come out (R2). */
function inverted(text: string, { parlance }: ToldAnswer, { secrets }: RuleCase): string {
  const points = Array.from(text);
  const edits = (parlance?.disclosures ?? []).map(({ at, kind }, index) => ({
    at,
    before: kind === 'add' ? '' : (secrets[index]?.[0] ?? '?'),
  }));
  for (const { at, before } of edits.reverse()) points.splice(at[0], at[1] - at[0], before);
  return points.join('').replace(footnotes, '');
}

/** The answer is whole and true: no secret, a notice for each omission and no other, and edits that invert. */
function expectWhole(surface: Surface, answer: ToldAnswer, rule: RuleCase): void {
  const causes = rule.secrets.map(([, cause]) => cause);
  const text = answer.texts.content ?? '';
  expectNoSecret(answer, rule);
  expect([surface.name, answer.status, answer.code, answer.isWhole, recorded.at(-1)]).toEqual([surface.name, 200, null, true, 'done']);
  expect(text.match(footnotes) ?? []).toHaveLength(new Set(causes).size);
  expect(text.includes('because of law')).toBe(causes.includes('law'));
  if (surface.isPage) expect(answer.raw.match(/class="cut"/g) ?? []).toHaveLength(causes.length);
  else expectDisclosed(surface, answer, rule);
}

function expectDisclosed(surface: Surface, answer: ToldAnswer, rule: RuleCase): void {
  const causes = rule.secrets.map(([, cause]) => cause);
  expect(answer.parlance?.changes).toEqual({ omitted: causes.length, added: rule.added });
  expect(answer.parlance?.disclosures.flatMap(({ kind, cause }) => (kind === 'omit' ? [cause] : []))).toEqual(causes);
  expect(inverted(answer.texts.content ?? '', answer, rule)).toBe(rule.says);
  if (surface.isStream) expect(answer.onTheWay).toEqual(answer.parlance?.disclosures);
}

describe.each(Object.entries(rules))('with %s', (_kind, rule) => {
  const causes = rule.secrets.map(([, cause]) => cause);

  test('every surface tells the same text, however it is cut, with a notice if and only if something was left out, and the edits invert', async () => {
    const texts = new Set<string>();
    for (const surface of askingSurfaces)
      for (const split of Object.values(splits)) {
        upstream.play(streamOf([...split(rule).map((content) => chunk({ content })), stop, done]));
        const answer = await told(surface);
        texts.add(answer.texts.content ?? '');
        expectWhole(surface, answer, rule);
      }
    for (const speed of ['instant', 'fast']) {
      const page = surfaces.find(({ route }) => route === 'POST /try');
      if (page === undefined) throw new Error('there is no page to try');
      const answer = await told(page, { text: rule.says, speed });
      // The form shows again what the visitor pasted; the answer must not.
      texts.add(answer.texts.content ?? '');
      expect([answer.status, answer.isWhole, recorded.at(-1)]).toEqual([200, true, 'done']);
      expect(answer.raw.match(/class="cut"/g) ?? []).toHaveLength(causes.length);
    }
    expect(texts.size).toBe(1);
  });

  test.each(askingSurfaces.map((surface) => [surface.name, surface] as const))(
    '%s does not end well when the upstream is cut off',
    async (_name, surface) => {
      const [first = ''] = splits['inside what is left out']!(rule);
      for (const chunks of [[chunk({ content: rule.says })], [chunk({ content: first })], []]) {
        upstream.play(cutAfter(chunks));
        const answer = await told(surface);
        expectNoSecret(answer, rule);
        expect([answer.isWhole, recorded.at(-1)]).toEqual([false, 'outage']);
        if (surface.isPage) continue;
        expect([answer.code, answer.parlance?.ending]).toEqual(['upstream_truncated', 'outage']);
        expect(answer.raw).not.toContain('[DONE]');
        if (!surface.isStream) expect([answer.status, answer.texts]).toEqual([502, {}]);
        const omitted = answer.parlance?.changes.omitted ?? 0;
        if (surface.isStream)
          expect((answer.texts.content ?? '').match(footnotes)?.length ?? 0).toBe(new Set(causes.slice(0, omitted)).size);
      }
    },
  );

  test.each(askingSurfaces.map((surface) => [surface.name, surface] as const))(
    '%s is recorded as left when its client leaves, and the upstream is left too',
    async (_name, surface) => {
      const aborted = upstream.aborted();
      upstream.play(slowly([...splits['letter by letter']!(rule), ...Array<string>(500).fill('more ')], 5));
      const leaving = new AbortController();
      const reply = ask(surface, {}, leaving.signal).then(
        async (response) => {
          const parts: string[] = [];
          const decoder = new TextDecoder();
          try {
            for await (const part of response.body ?? []) {
              parts.push(decoder.decode(part, { stream: true }));
              leaving.abort();
            }
          } catch {
            // That is what leaving looks like.
          }
          return parts.join('');
        },
        () => '',
      );
      await expect.poll(() => upstream.requests.length).toBe(1);
      if (!surface.isStream) leaving.abort();
      const seen = await reply;
      await expect.poll(() => recorded, { timeout: 5000 }).toEqual(['client_gone']);
      await expect.poll(() => upstream.aborted()).toBe(aborted + 1);
      for (const [secret] of rule.secrets) if (secret.length > 1) expect(seen + gateway.logged()).not.toContain(secret);
    },
  );
});

describe('every channel of every surface', () => {
  const secretCall = (args: string) =>
    chunk({ tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'f', arguments: args } }] });
  const said: Readonly<Record<SurfaceChannel, (text: string) => Readonly<Record<string, unknown>>>> = {
    content: (text) => chunk({ content: text }),
    reasoning: (text) => chunk({ reasoning_content: text }),
    refusal: (text) => chunk({ refusal: text }),
    tool: (text) => secretCall(JSON.stringify({ x: text })),
  };
  const scripts = (channel: SurfaceChannel): readonly Script[] => {
    const rest = channel === 'reasoning' ? [chunk({ content: 'z' })] : [];
    const letters = Array.from(`x ${canary} y`).map((letter) => said[channel](letter));
    const cut = channel === 'tool' ? [secretCall('{"x":"x cana'), secretCall('ry-748159 y"}')] : letters;
    return [streamOf([said[channel](`x ${canary} y`), ...rest, stop, done]), streamOf([...cut, ...rest, stop, done])];
  };

  test.each(askingSurfaces.map((surface) => [surface.name, surface] as const))(
    '%s reads each channel that it has, and refuses what has no place in it',
    async (_name, surface) => {
      for (const channel of ['content', 'reasoning', 'refusal', 'tool'] as const)
        for (const script of scripts(channel)) {
          upstream.play(script);
          const answer = await told(surface);
          expect(answer.raw + gateway.logged()).not.toContain(canary);
          if (!carries(speakingRoutes[surface.route], channel)) {
            expect([answer.code, answer.isWhole, answer.texts, recorded.at(-1)]).toEqual(['upstream_malformed', false, {}, 'outage']);
            continue;
          }
          expect([answer.isWhole || surface.isPage, recorded.at(-1)]).toEqual([true, channel === 'refusal' ? 'upstream_refusal' : 'done']);
          expect(answer.texts[channel]).toContain('⟦1: left out');
          if (!surface.isPage) expect(answer.parlance?.disclosures.map((each) => [each.channel, each.cause])).toEqual([[channel, 'law']]);
        }
    },
  );

  test.each([
    ['POST /v1/chat/completions', { messages: [{ role: 'user', content: asked }], response_format: { type: 'json_object' } }],
    ['POST /v1/responses', { input: asked, text: { format: { type: 'json_object' } } }],
  ] as const)('%s gives JSON as it is, or a refusal with its cause, streamed and whole (R14)', async (route, body) => {
    const post = async (stream: boolean) =>
      toldBy(route, await gateway.post({ model: 'parlance', ...body, stream }, { path: route.slice('POST '.length) }));
    for (const stream of [false, true]) {
      for (const [secret, status, ending] of [
        ['fine', 200, 'done'],
        [canary, 451, 'law'],
        [strangersCode, 403, 'charter'],
      ] as const) {
        upstream.play(streamOf([...Array.from(`{"a": "x ${secret}"}`).map((content) => chunk({ content })), stop, done]));
        const answer = await post(stream);
        expect([answer.status, answer.parlance?.ending, recorded.at(-1)]).toEqual([status, ending, ending]);
        expect(answer.texts).toEqual(status === 200 ? { content: '{"a": "x fine"}' } : {});
        if (status !== 200) expect(answer.raw).not.toContain(secret);
        expect(answer.parlance?.changes.omitted).toBe(status === 200 ? 0 : 1);
      }
    }
  });
});
