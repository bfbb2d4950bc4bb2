import { parsePolicy, verifyReceipt } from '@parlance/log/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvidence } from '../../apps/web/src/browser/evidence.ts';
import { readHtml } from '../../apps/web/src/testing/html-parts.ts';
import { startGateway, type TestGateway } from '../answers/running-gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterAll(() => gateway.close());

async function post(path: string, form: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(gateway.address + path, { method: 'POST', body: new URLSearchParams(form) });
  return response.text();
}

/** Verifies what the page holds, as the reader's browser does; the verdict and the steps that were made. */
async function verify(html: string): Promise<readonly string[]> {
  const part = (name: string): string => readHtml(new RegExp(`<code data-part="${name}">([^]*?)</code>`).exec(html)?.[1] ?? '').text;
  const { receipt, nonce, delivered } = readEvidence(part('receipt'), part('nonce'), part('delivered'));
  const policy = parsePolicy(await (await fetch(`${gateway.address}/log/policy.txt`)).text());
  if (!policy.ok || nonce === null || delivered === null) throw new Error('the page holds no evidence');
  const keys = policy.value.logs.map(({ key }) => key);
  const now = BigInt(Math.floor(Date.now() / 1000));
  const { verdict, steps } = await verifyReceipt(receipt, { policy: policy.value, keys, now, nonce, delivered });
  return [verdict.kind, ...steps.map(({ step }) => step)];
}

const promised = ['promised', 'receipt', 'delivered', 'promise', 'record', 'deadline'];

describe('an answer on the start page', () => {
  test.each([
    ['et', 'Kuidas taotleda vanemahüvitist?', 'Avalikus logis hiljemalt'],
    ['ru', 'Как получить паспорт?', 'Будет в открытом журнале не позднее'],
    ['en', 'How do I register a new address?', 'Will be in the public log by'],
  ])('in %s has a receipt that holds for what was shown', async (language, q, line) => {
    const html = await post('/ask', { lang: language, q });
    expect(readHtml(html).text).toContain(line);
    expect(await verify(html)).toEqual(promised);
  });
});

describe('an answer on /try', () => {
  test.each([
    ['cuts and additions', 'Her code is 38001085718 and her phone +372 5123 4567.'],
    ['markup', '</code><script>alert(1)</script> &amp; "quoted" \\n \\u0000'],
    ['controls and line ends', 'a\r\nb\rc\u0001\u0085d\u2028e\tf\u007f'],
    ['other scripts', 'مرحبا 😀 שלום \u202Eabc'],
  ])('with %s has a receipt that holds for what was shown', async (_name, text) => {
    expect(await verify(await post('/try', { lang: 'en', speed: 'instant', text }))).toEqual(promised);
  });

  test('names the keys that its check trusts', async () => {
    const policy = await (await fetch(`${gateway.address}/log/policy.txt`)).text();
    expect(readHtml(await post('/try', { lang: 'en', speed: 'instant', text: 'x' })).text).toContain(policy.trim());
  });
});

describe('the content security policy', () => {
  test('lets a script of this server run where there is one, never one in the page, and none on any other', async () => {
    const policyOf = async (path: string, init?: RequestInit): Promise<string> =>
      (await fetch(gateway.address + path, init)).headers.get('content-security-policy') ?? '';
    const body = new URLSearchParams({ q: 'x', text: 'x', speed: 'instant' });
    const post = { method: 'POST', body } as const;
    const scripted = await Promise.all([policyOf('/'), policyOf('/ask', post), policyOf('/verify'), policyOf('/try', post)]);
    for (const policy of scripted) {
      expect(policy).toContain("script-src 'self'; connect-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    }
    for (const policy of await Promise.all([policyOf('/services'), policyOf('/services/none'), policyOf('/try')])) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('script-src');
    }
  });
});
