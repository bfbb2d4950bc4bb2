import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { key } from './running-gateway.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomness(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)]!;
}

const odd: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1e308,
    1.5,
    99999999999999,
    '',
    'x',
    '\u0000',
    '\ud800',
    '⟦isikukood-1⟧',
    '37605030299',
    'Ma tahan surra',
    'постой',
    '🇪🇪'.repeat(50),
  ],
  ...[
    'a'.repeat(20_000),
    '1'.repeat(5000),
    [],
    {},
    [[]],
    [null],
    { type: 'text' },
    { type: 'text', text: 5 },
    ['x'],
    { toString: 'x' },
    { constructor: { prototype: 1 } },
  ],
];

const names = [
  'model',
  'messages',
  'role',
  'content',
  'stream',
  'n',
  'tools',
  'response_format',
  'parlance',
  'language',
  'sector',
  'audio',
  '__proto__',
  'constructor',
  '',
  'type',
  'text',
];

const bodies: readonly (() => unknown)[] = [
  () => ({ model: 'parlance', messages: [{ role: 'user', content: 'How do I get a passport?' }] }),
  () => ({
    model: 'mock-model',
    stream: true,
    stream_options: { include_usage: true },
    n: 2,
    messages: [
      { role: 'system', content: 'Be kind.' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Kood 37605030299' },
          { type: 'text', text: '🇪🇪' },
        ],
      },
    ],
  }),
  () => ({
    model: 'parlance',
    response_format: { type: 'json_object' },
    parlance: { language: 'ru', sector: 'citizen-services' },
    messages: [{ role: 'user', content: 'Ma tahan surra' }],
    tools: [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }],
  }),
];

/** Changes one place of a JSON value, somewhere below it. */
function mutate(value: unknown, random: () => number): unknown {
  if (random() < 0.2 || typeof value !== 'object' || value === null) return pick(random, odd);
  if (Array.isArray(value)) {
    const copy = value.map((each: unknown) => each);
    const at = Math.floor(random() * (copy.length + 1));
    copy[at] = at < copy.length ? mutate(copy[at], random) : pick(random, odd);
    return copy;
  }
  const entries = Object.entries(value);
  const change = random();
  const at = Math.floor(random() * entries.length);
  if (change < 0.2) return Object.fromEntries(entries.filter((_entry, index) => index !== at));
  if (change < 0.4) return Object.fromEntries([...entries, [pick(random, names), pick(random, odd)]]);
  return Object.fromEntries(entries.map(([name, member], index) => [name, index === at ? mutate(member, random) : member]));
}

function bodyOf(random: () => number): Buffer {
  let value = pick(random, bodies)();
  for (let rounds = Math.floor(random() * 4); rounds > 0; rounds--) value = mutate(value, random);
  let text = JSON.stringify(value);
  const kind = random();
  if (kind < 0.05) text = `${'['.repeat(Math.floor(random() * 5000))}${text}`;
  else if (kind < 0.1) text = text.replace('"messages"', `"deep":${'{"a":'.repeat(300)}1${'}'.repeat(300)},"messages"`);
  const bytes = Buffer.from(text);
  if (kind > 0.85)
    for (let flips = 1 + Math.floor(random() * 5); flips > 0; flips--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return kind > 0.97 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
}

const paths = [
  '/v1/chat/completions',
  '/v1/chat/completions',
  '/v1/chat/completions',
  '/v1/chat/completions',
  '/v1/models',
  '/packs/ee',
  '/packs/%00',
  '/readyz',
  '/%',
  '/v1/../x',
  '/?a=%FF',
  '//x',
  '/v1/completions',
  '*',
];
const types = [
  'application/json',
  'application/json',
  'application/json',
  'application/json; charset=latin1',
  'APPLICATION/JSON',
  'text/plain',
  '',
  'application/x-www-form-urlencoded',
  ';;;',
  'application/json\tx',
];
const methods = ['POST', 'POST', 'POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE', 'PROPFIND', 'FROB'];
const oddHeaders = [
  'expect: 100-continue',
  'x-a: \u00ff\u00fe',
  'accept-language: ,,;q=x',
  `cookie: ${'a'.repeat(3000)}`,
  'connection: keep-alive, foo',
  'upgrade: websocket',
  'content-encoding: gzip',
  'transfer-encoding: identity',
  'host: ',
  'range: bytes=0-1',
];

/** The bytes of one request over HTTP/1.1, mostly well framed. */
export function requestBytes(random: () => number): Buffer {
  if (random() < 0.01) return Buffer.from(Array.from({ length: 64 }, () => Math.floor(random() * 256)).concat([13, 10, 13, 10]));
  const method = random() < 0.9 ? 'POST' : pick(random, methods);
  const body = bodyOf(random);
  const type = random() < 0.9 ? 'application/json' : pick(random, types);
  const head = [
    `${method} ${random() < 0.8 ? '/v1/chat/completions' : pick(random, paths)} HTTP/1.1`,
    'host: localhost',
    ...(random() < 0.95 ? [`authorization: Bearer ${random() < 0.97 ? key : 'x'}`] : []),
    ...(type === '' ? [] : [`content-type: ${type}`]),
    ...(random() < 0.1 ? [pick(random, oddHeaders)] : []),
    `content-length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly isClosed: boolean;
}

/** A keep-alive connection that is opened again when the server closed it. */
export function createConnection(port: number): { send(bytes: Buffer): Promise<Reply | null>; close(): void } {
  let socket: Socket | null = null;
  return {
    async send(bytes) {
      if (socket === null || socket.destroyed) {
        socket = connect(port, '127.0.0.1');
        socket.on('error', () => undefined);
        await once(socket, 'connect');
      }
      const reply = await exchange(socket, bytes);
      if (reply === null || reply.isClosed || reply.status >= 400) {
        socket.destroy();
        socket = null;
      }
      return reply;
    },
    close: () => socket?.destroy(),
  };
}

function exchange(socket: Socket, bytes: Buffer): Promise<Reply | null> {
  const isHead = bytes.subarray(0, 5).toString() === 'HEAD ';
  return new Promise((resolve) => {
    let seen = Buffer.alloc(0);
    const finish = (reply: Reply | null): void => {
      clearTimeout(timer);
      socket.off('data', read).off('close', closed);
      resolve(reply);
    };
    const read = (part: Buffer): void => {
      seen = Buffer.concat([seen, part]);
      const reply = parseReply(seen, isHead);
      if (reply !== null) finish(reply);
    };
    const closed = (): void => {
      finish(parseReply(seen, true));
    };
    // A request whose body is shorter than it said waits for the rest: that is not the server's fault.
    const timer = setTimeout(() => {
      finish(null);
    }, 3000);
    socket.on('data', read).on('close', closed);
    socket.write(bytes);
  });
}

function parseReply(bytes: Buffer, isBodyless: boolean): Reply | null {
  const text = bytes.toString('latin1').replace(/^HTTP\/1\.1 100 [^\r]*\r\n\r\n/, '');
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = text.slice(0, end);
  const body = text.slice(end + 4);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  const type = /^content-type: *(.*)$/im.exec(head)?.[1] ?? '';
  const length = /^content-length: *(\d+)/im.exec(head)?.[1];
  const isClosed = /^connection: *close/im.test(head);
  const isWhole = isBodyless || status === 204 || (length === undefined ? body.endsWith('0\r\n\r\n') : body.length >= Number(length));
  return isWhole ? { status, type, body: Buffer.from(body, 'latin1').toString('utf8'), isClosed } : null;
}
