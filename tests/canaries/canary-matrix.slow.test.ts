import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { minimalPack } from '../../packages/pack/src/check/minimal-pack.ts';
import { type MockUpstream, plainStream, startMockUpstream } from '../gateway/mock-upstream.ts';
import { parlance, type Run, stopAll } from '../process/run-parlance.ts';
import { type AskingRoute, placesBack, placesIn, type PlantedPlace, question } from './planted-places.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-canaries-'));
const data = join(folder, 'data');
let upstream: MockUpstream;
let server: Run;
let address = '';
let key = '';

/** The minimal pack, and a rule that leaves out what looks like a canary. */
function writePack(): string {
  const pack = join(folder, 'pack');
  const rule = (minimalPack['restrictions/tobacco-promotion.yaml'] ?? '')
    .replace('tobacco-promotion', 'canaries')
    .replace(/match:[\s\S]*/, 'match:\n  patterns: ["canary-\\\\d{6}"]\nfixtures:\n')
    .concat('  hits: [see canary-100000, the canary-200000, a canary-300000]\n  misses: [see a canary, canary 100, no canary at all]\n');
  for (const [path, text] of [...Object.entries(minimalPack), ['restrictions/canaries.yaml', rule] as const]) {
    mkdirSync(dirname(join(pack, path)), { recursive: true });
    writeFileSync(join(pack, path), text);
  }
  return pack;
}

beforeAll(async () => {
  upstream = await startMockUpstream();
  server = parlance(['serve'], {
    PARLANCE_DATA: data,
    PARLANCE_PACKS: writePack(),
    PARLANCE_UPSTREAM: upstream.url,
    PARLANCE_UPSTREAM_TIMEOUT: '5',
    PARLANCE_PAGE_QUESTIONS: '0',
    PARLANCE_LOG: 'debug',
  });
  await vi.waitUntil(() => server.printed().includes('In a browser') || server.child.exitCode !== null, { timeout: 60_000 });
  if (server.child.exitCode !== null) throw new Error(server.printed());
  address = /http:\/\/127\.0\.0\.1:\d+/.exec(server.printed())?.[0] ?? '';
  key = readFileSync(join(data, 'development-key'), 'utf8').trim();
}, 90_000);

afterAll(async () => {
  await stopAll();
  await upstream.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every secret that was planted so far, with where. */
const planted = new Map<string, string>();
let number = 100_000;

function newSecret(where: string): string {
  const secret = `canary-${(number += 7)}`;
  planted.set(secret, where);
  return secret;
}

interface Cell {
  readonly place: PlantedPlace;
  readonly route: AskingRoute;
  readonly stream: boolean;
}

async function ask({ place, route, stream }: Cell, secret: string): Promise<string> {
  const { body = question(route, 'What is it about?'), headers = {}, query = '', raw } = place.sent?.(secret, route) ?? {};
  upstream.play(place.says?.(secret) ?? plainStream('Yes.'));
  const isPage = route === 'POST /ask';
  const json = raw ?? JSON.stringify({ model: 'parlance', stream, ...body });
  const response = await fetch(address + route.slice('POST '.length) + query, {
    method: 'POST',
    body: isPage ? new URLSearchParams(Object.entries(body).map(([name, value]) => [name, String(value)])) : json,
    headers: isPage ? headers : { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
  });
  return `${response.status} ${JSON.stringify([...response.headers])} ${await response.text()}`;
}

const cells = [...placesIn, ...placesBack].flatMap((place) =>
  place.routes.flatMap((route) =>
    (route === 'POST /ask' ? [true] : [false, true]).map((stream) => ({
      name: `${place.name}, ${route}, ${stream ? 'streamed' : 'whole'}`,
      ...{ place, route, stream },
    })),
  ),
);

describe('a secret in', () => {
  test.each(cells)('$name is in no byte and no header that goes out', async ({ name, ...cell }) => {
    const secret = newSecret(name);
    const told = await ask(cell, secret);
    const isShownBack = cell.place.shownBackBy?.includes(cell.route) === true;
    expect([told.slice(0, 3), told.includes(secret.slice('canary-'.length))]).toEqual([expect.stringMatching(/^\d{3}$/), isShownBack]);
  });
});

/** Every byte below a folder, each file by its path. */
function bytesBelow(root: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path, readFileSync(path)] as const);
}

describe('of all that was planted', () => {
  test('nothing is in a line that was logged, or in any file of database, journal and log', async () => {
    expect(planted.size).toBeGreaterThan(100);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    const files = bytesBelow(data);
    // Both were written when the server ended: usage to the database, and the record of every answer to the log.
    for (const kept of ['state', 'log']) expect(files.some(([path]) => path.startsWith(join(data, kept)))).toBe(true);
    const lines = server.printed();
    expect(lines).toContain('Server listening');
    for (const [secret, where] of planted) {
      const digits = secret.slice('canary-'.length);
      expect([where, lines.includes(digits)]).toEqual([where, false]);
      for (const [path, bytes] of files) if (bytes.includes(secret)) expect.fail(`${where} is in ${path}`);
    }
  });

  test('what the upstream was sent was in the requests, or nothing was tried', () => {
    const sent = upstream.requests.map(({ text }) => text).join('\n');
    const asked = [...planted].filter(([, where]) => where.startsWith('a question,'));
    expect(asked.length).toBeGreaterThan(5);
    for (const [secret] of asked) expect(sent).toContain(secret);
  });
});
