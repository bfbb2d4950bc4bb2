import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ParlanceObject, parlanceObject } from '@parlance/wire';
import { asking, startGateway, type TestGateway } from './running-gateway.ts';

let cards: TestGateway;

beforeAll(async () => {
  cards = await startGateway();
});

afterAll(() => cards.close());

type Asked = OpenAI.ChatCompletionCreateParamsNonStreaming;

const questions = [
  { language: 'et', question: 'Kuidas taotleda vanemahüvitist?', title: 'Vanemahüvitis' },
  { language: 'ru', question: 'Как получить паспорт?', title: 'Паспорт' },
  { language: 'en', question: 'How do I register a new address?', title: 'residence' },
] as const;

interface Answer {
  readonly text: string;
  readonly parlance: ParlanceObject;
}

async function whole(gateway: TestGateway, body: Record<string, unknown>): Promise<Answer> {
  const answer = await gateway.client.chat.completions.create(body as unknown as Asked);
  return {
    text: answer.choices[0]?.message.content ?? '',
    parlance: parlanceObject.parse((answer as unknown as { parlance: unknown }).parlance),
  };
}

async function streamed(
  gateway: TestGateway,
  body: Record<string, unknown>,
): Promise<Answer & { readonly chunks: readonly OpenAI.ChatCompletionChunk[] }> {
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const each of await gateway.client.chat.completions.create({ ...(body as unknown as Asked), stream: true })) chunks.push(each);
  const last = chunks.at(-1) as unknown as { parlance: unknown };
  return {
    text: chunks.map((each) => each.choices[0]?.delta.content ?? '').join(''),
    parlance: parlanceObject.parse(last.parlance),
    chunks,
  };
}

describe('the official client, without a model', () => {
  test.each(questions)('is answered in $language with a card, sources and dates', async ({ language, question, title }) => {
    const { text, parlance } = await whole(cards, asking(question));
    expect(text).toContain(title);
    expect(parlance).toMatchObject({
      language,
      ending: 'done',
      changes: { omitted: 0, added: 0 },
      egress: { policy: 'home', classes: {} },
    });
    expect(parlance.sources.length).toBeGreaterThan(0);
    for (const source of parlance.sources) expect(text).toContain(source.retrieved);
  });

  test.each(questions)('gets the same streamed in $language', async ({ question }) => {
    const [first, second] = await Promise.all([whole(cards, asking(question)), streamed(cards, asking(question))]);
    expect(second.text).toBe(first.text);
    // Each answer has a record of its own.
    expect({ ...second.parlance, receipt: null }).toEqual({ ...first.parlance, receipt: null });
    expect(second.parlance.receipt?.status).toBe('promised');
  });

  test('is told the office when the pack does not know', async () => {
    const { text } = await whole(cards, asking('What is the capital of Peru?'));
    expect(text).toContain('1247');
  });

  test('hears that no language model wrote it', async () => {
    expect((await whole(cards, asking('What is the capital of Peru?'))).text).toContain('not written by a language model');
  });

  test('lists parlance and what the upstream offers', async () => {
    expect((await cards.client.models.list()).data.map(({ id }) => id)).toEqual(['parlance', 'parlance-cards']);
  });
});

describe('the official client, when it is wrong', () => {
  test('raises AuthenticationError for a wrong key', async () => {
    const stranger = new OpenAI({ baseURL: `${cards.address}/v1`, apiKey: 'pk-parlance-wrong', maxRetries: 0 });
    await expect(stranger.chat.completions.create(asking('Hi') as unknown as Asked)).rejects.toBeInstanceOf(OpenAI.AuthenticationError);
  });

  test('raises NotFoundError for an unknown model', async () => {
    await expect(whole(cards, asking('Hi', { model: 'gpt-none' }))).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  test('raises BadRequestError for empty messages, and names the field', async () => {
    await expect(whole(cards, asking('Hi', { messages: [] }))).rejects.toMatchObject({
      status: 400,
      code: 'invalid_request',
      param: 'messages',
    });
  });
});
