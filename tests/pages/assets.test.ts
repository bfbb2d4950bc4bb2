import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from '../gateway/running-gateway.ts';

let gateway: RunningGateway;

beforeAll(async () => {
  gateway = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1' });
});

afterAll(async () => {
  await gateway.close();
});

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** As it comes over the socket: nothing is decoded on the way. */
async function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> {
  const asking = request(gateway.url + path, { method, headers }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) };
}

const decoded = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };

/** Addresses of everything that the start page loads, as it names them. */
async function named(): Promise<readonly string[]> {
  const html = (await get('/?lang=en')).body.toString('utf8');
  const loaded = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? '');
  const phrases = /data-phrases="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(loaded).toHaveLength(2);
  return [...loaded, `/assets/phrases/${phrases}`];
}

describe('what the pages load', () => {
  test('comes in the coding that the browser takes, and is the same in each', async () => {
    for (const path of [...(await named()), '/assets/verify.js', '/assets/verifier.js']) {
      const plain = await get(path);
      expect(plain.status).toBe(200);
      expect(plain.headers['content-encoding']).toBeUndefined();
      for (const coding of ['br', 'gzip'] as const) {
        const { headers, body } = await get(path, { 'accept-encoding': coding });
        expect([headers['content-encoding'], headers.vary]).toEqual([coding, 'accept-encoding']);
        expect(body.length).toBeLessThan(plain.body.length / 2);
        expect(decoded[coding](body).equals(plain.body)).toBe(true);
        expect(headers.etag).not.toBe(plain.headers.etag);
      }
    }
  });

  test('is kept for good under the address that names its digest, and for minutes under any other', async () => {
    for (const path of await named()) expect((await get(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/assets/chat.js', '/assets/chat.js?v=', '/assets/chat.js?v=0123456789abcdef', '/assets/chat.js?v=a&v=b'])
      expect((await get(path)).headers['cache-control']).toBe('public, max-age=300');
  });

  test('is not sent again to who has it, in the coding in which they have it', async () => {
    for (const coding of ['br', 'gzip', 'identity']) {
      const { headers } = await get('/assets/chat.js', { 'accept-encoding': coding });
      const tag = headers.etag ?? '';
      expect(tag).toMatch(/^"[^"]+"$/);
      for (const held of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const again = await get('/assets/chat.js', { 'accept-encoding': coding, 'if-none-match': held });
        expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, tag]);
      }
      for (const held of ['"other"', tag.slice(1, -1), '', `${tag.slice(0, -1)}x"`])
        expect((await get('/assets/chat.js', { 'accept-encoding': coding, 'if-none-match': held })).status).toBe(200);
    }
    const packed = (await get('/assets/chat.js', { 'accept-encoding': 'br' })).headers.etag ?? '';
    expect((await get('/assets/chat.js', { 'accept-encoding': 'gzip', 'if-none-match': packed })).status).toBe(200);
  });

  test('is told about without being sent', async () => {
    const whole = await get('/assets/chat.js', { 'accept-encoding': 'br' });
    const head = await get('/assets/chat.js', { 'accept-encoding': 'br' }, 'HEAD');
    expect([head.status, head.body.length, head.headers.etag]).toEqual([200, 0, whole.headers.etag]);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
  });
});

describe('phrases', () => {
  test('hold the words and laws of a pack in a language, and nothing that anybody asked or was told', async () => {
    const secret = 'A question that nobody else asks';
    await (await fetch(`${gateway.url}/ask`, { method: 'POST', body: new URLSearchParams({ q: secret, lang: 'en' }) })).text();
    const [, , path = ''] = await named();
    const text = (await get(path)).body.toString('utf8');
    for (const part of ['class="notice', 'What was changed, and why', 'The charter of this service']) expect(text).toContain(part);
    expect(text).not.toContain(secret);
    expect(text).not.toMatch(/page-(?!0{8})/);
  });

  test('are the same for everybody, and others in another language', async () => {
    const idOf = async (language: string): Promise<string> =>
      /data-phrases="([^"]+)"/.exec((await get(`/?lang=${language}`)).body.toString('utf8'))?.[1] ?? '';
    expect(await idOf('en')).toBe(await idOf('en'));
    expect(await idOf('et')).not.toBe(await idOf('en'));
  });

  test.each(['/assets/phrases/0123456789abcdef', '/assets/phrases/x', '/assets/phrases/..%2fparlance.css'])(
    'that are not in use are not found: %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('a page that is whole', () => {
  test.each(['/?lang=en', '/services?lang=en', '/verify?lang=en'])(
    '%s comes compressed to who takes that, and is kept by nobody',
    async (path) => {
      const plain = await get(path);
      for (const coding of ['br', 'gzip'] as const) {
        const { headers, body } = await get(path, { 'accept-encoding': coding });
        expect([headers['content-encoding'], headers.vary, headers['cache-control']]).toEqual([coding, 'accept-encoding', 'no-store']);
        expect(body.length).toBeLessThan(plain.body.length / 2);
        expect(decoded[coding](body).toString('utf8')).toContain('</html>');
      }
    },
  );
});
