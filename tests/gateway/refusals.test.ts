import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf } from './answers.ts';
import { type MockUpstream, plainStream, startMockUpstream } from './mock-upstream.ts';
import { question, type RunningGateway, startGateway } from './running-gateway.ts';

let upstream: MockUpstream;
let gateway: RunningGateway;
beforeAll(async () => {
  upstream = await startMockUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
});
afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

async function told(answer: string, asked: object = {}) {
  upstream.play(plainStream(answer));
  const { status, texts, parlance } = await answerOf(await gateway.post({ ...question('Can you do that?'), ...asked }));
  return { status, text: texts['0:content'], parlance };
}

describe('a model that refuses in its own words', () => {
  test.each([
    "I'm sorry, but I can't help with that.",
    'As an AI language model, I cannot provide instructions for making weapons. If you have other questions, I’m happy to help.',
    '**I must decline.** This request goes against my guidelines.',
  ])('ends as its own refusal, and every character of it is told: %s', async (answer) => {
    const { status, text, parlance } = await told(answer);
    expect(status).toBe(200);
    expect(text).toBe(answer);
    expect(parlance).toMatchObject({ ending: 'upstream_refusal', changes: { omitted: 0, added: 0 }, disclosures: [] });
  });

  test('is heard in the language of the answer too, and not in another', async () => {
    const refusal = 'Vabandust, aga ma ei saa selles aidata.';
    expect((await told(refusal, { parlance: { language: 'et' } })).parlance?.ending).toBe('upstream_refusal');
    expect((await told(refusal, { parlance: { language: 'ru' } })).parlance?.ending).toBe('done');
  });

  test.each([
    'You cannot apply after 1 June. Call the office.',
    'I cannot see your file, but the office can open it for you.',
    'I am sorry to hear that. The office is open from nine to five.',
    `I can't help with that. ${'But here is all that I know of it, in many words. '.repeat(15)}`,
  ])('is none where something is answered: %s', async (answer) => {
    expect((await told(answer)).parlance?.ending).toBe('done');
  });

  test('is not told of an answer from which something was left out, whatever stood there', async () => {
    const secrets = ['canary-748', 'canary-748159'];
    for (const long of ['', 'x'.repeat(560)])
      for (const secret of secrets)
        expect((await told(`I'm sorry, but I can't help with that. ${long} It is ${secret}.`)).parlance).toMatchObject({
          ending: 'done',
          changes: { omitted: 1 },
        });
  });

  test('in JSON that was asked for is not looked for', async () => {
    const { parlance } = await told('{"text":"I\'m sorry, but I can\'t help with that."}', { response_format: { type: 'json_object' } });
    expect(parlance?.ending).toBe('done');
  });
});
