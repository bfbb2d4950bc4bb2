import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig, type Environment } from './read-config.ts';

const noFile = (path: string): string => {
  throw new Error(`no file ${path}`);
};

const read = (environment: Environment, file?: string) =>
  readConfig(
    file === undefined ? environment : { PARLANCE_CONFIG: 'parlance.yaml', ...environment },
    file === undefined ? noFile : () => file,
  );

const fieldsOf = (environment: Environment, file?: string) => read(environment, file).issues.map(({ field }) => field);

describe('what is accepted', () => {
  test('an empty environment gives the defaults', () => {
    expect(read({})).toEqual({
      issues: [],
      config: {
        mode: 'development',
        host: '127.0.0.1',
        port: 7311,
        data: './data',
        packs: './packs',
        country: null,
        releases: null,
        trust: null,
        packReload: 5000,
        metrics: null,
        ...{ pageQuestions: 120, turnKey: null },
        trustedProxies: [],
        organisation: null,
        egress: 'minimise',
        keys: null,
        upstream: null,
        embeddings: null,
        classifier: null,
        bodyLimit: 4 * 1024 * 1024,
        log: 'info',
        databaseUrl: null,
        logName: 'localhost/parlance',
        witnesses: null,
        logAddKey: null,
      },
    });
  });

  test('every setting is read from the environment', () => {
    const { config } = read({
      PARLANCE_MODE: 'production',
      PARLANCE_HOST: '::',
      PARLANCE_METRICS_HOST: '::1',
      PARLANCE_METRICS_PORT: '9464',
      PARLANCE_PORT: '0',
      PARLANCE_DATA: '/var/lib/parlance',
      PARLANCE_PACKS: '/srv/packs',
      PARLANCE_COUNTRY: 'de',
      PARLANCE_RELEASES: '/srv/releases',
      PARLANCE_TRUST: '/etc/trust.yaml',
      PARLANCE_PACK_RELOAD: '0',
      PARLANCE_ORGANISATION: '/etc/organisation.yaml',
      PARLANCE_EGRESS: 'refuse',
      PARLANCE_KEYS: '/etc/keys.yaml',
      PARLANCE_UPSTREAM: 'https://models.example/v1/',
      PARLANCE_UPSTREAM_KEY: 'sk-123',
      PARLANCE_UPSTREAM_MODEL: 'llama3:8b',
      PARLANCE_UPSTREAM_JURISDICTION: 'ee',
      PARLANCE_UPSTREAM_TIMEOUT: '1.5',
      PARLANCE_EMBEDDINGS: 'http://127.0.0.1:8080/v1',
      PARLANCE_EMBEDDINGS_KEY: 'e-1',
      PARLANCE_EMBEDDINGS_MODEL: 'bge-m3',
      PARLANCE_EMBEDDINGS_JURISDICTION: 'de',
      PARLANCE_CLASSIFIER: 'http://127.0.0.1:8081/v1/',
      PARLANCE_CLASSIFIER_KIND: 'moderations',
      PARLANCE_CLASSIFIER_KEY: 'c-1',
      PARLANCE_CLASSIFIER_MODEL: 'safeguard',
      PARLANCE_CLASSIFIER_JURISDICTION: 'ee',
      PARLANCE_CLASSIFIER_BUDGET: '500',
      PARLANCE_CLASSIFIER_CONCURRENCY: '2',
      PARLANCE_BODY_LIMIT: '2048',
      PARLANCE_LOG: 'debug',
      PARLANCE_LOG_NAME: 'log.example.org/answers',
      PARLANCE_LOG_ADD_KEY: 'k'.repeat(32),
      PARLANCE_WITNESSES: '/etc/witnesses.txt',
      ...{ PARLANCE_PAGE_QUESTIONS: '7', PARLANCE_TURN_KEY: 'AB'.repeat(32) },
      PARLANCE_TRUSTED_PROXIES: '10.0.0.5, 2001:db8::/32',
      DATABASE_URL: 'postgres:///parlance?host=/run/postgresql',
    });
    expect(config).toEqual({
      mode: 'production',
      metrics: { host: '::1', port: 9464 },
      host: '::',
      port: 0,
      data: '/var/lib/parlance',
      packs: '/srv/packs',
      country: 'DE',
      releases: '/srv/releases',
      trust: '/etc/trust.yaml',
      packReload: 0,
      ...{ pageQuestions: 7, turnKey: Buffer.alloc(32, 0xab) },
      trustedProxies: ['10.0.0.5', '2001:db8::/32'],
      organisation: '/etc/organisation.yaml',
      egress: 'refuse',
      keys: '/etc/keys.yaml',
      upstream: { baseUrl: 'https://models.example/v1', key: 'sk-123', model: 'llama3:8b', jurisdiction: 'EE', timeout: 1500 },
      embeddings: { baseUrl: 'http://127.0.0.1:8080/v1', key: 'e-1', model: 'bge-m3', jurisdiction: 'DE' },
      classifier: {
        ...{ baseUrl: 'http://127.0.0.1:8081/v1', kind: 'moderations', key: 'c-1', model: 'safeguard', jurisdiction: 'EE' },
        ...{ budget: 500, concurrency: 2 },
      },
      bodyLimit: 2048,
      log: 'debug',
      logName: 'log.example.org/answers',
      logAddKey: createHash('sha256').update('k'.repeat(32)).digest(),
      witnesses: '/etc/witnesses.txt',
      databaseUrl: 'postgres:///parlance?host=/run/postgresql',
    });
  });

  test('the file gives settings by their short names', () => {
    const { config } = read({}, '# ours\nport: 8000\nupstream: "http://127.0.0.1:11434/v1"\nupstream_key: 0123\nlog:\n');
    expect(config).toMatchObject({ port: 8000, log: 'info', upstream: { baseUrl: 'http://127.0.0.1:11434/v1', key: '0123' } });
  });

  test('the environment wins over the file', () => {
    expect(read({ PARLANCE_PORT: '1' }, 'port: 2\nhost: ::1').config).toMatchObject({ port: 1, host: '::1' });
  });

  test('an empty value in the environment leaves the value of the file', () => {
    expect(read({ PARLANCE_PORT: ' ' }, 'port: 2').config?.port).toBe(2);
  });

  test('an empty file is no problem', () => {
    expect(read({}, '\n# nothing\n').issues).toEqual([]);
  });

  test('names of other programs are not looked at', () => {
    expect(read({ PATH: '/bin', PORT: 'x', PARLANCE_SLOW_TESTS: '1' }).issues).toEqual([]);
  });
});

describe('what is refused', () => {
  test.each([
    ['PARLANCE_MODE', 'prod'],
    ['PARLANCE_HOST', 'http://127.0.0.1'],
    ['PARLANCE_HOST', 'a b'],
    ['PARLANCE_PORT', '65536'],
    ['PARLANCE_PORT', '-1'],
    ['PARLANCE_PORT', '0x50'],
    ['PARLANCE_PORT', '1e3'],
    ['PARLANCE_PORT', '80.5'],
    ['PARLANCE_DATA', 'a\0b'],
    ['PARLANCE_UPSTREAM', '127.0.0.1:11434'],
    ['PARLANCE_UPSTREAM', 'file:///etc/passwd'],
    ['PARLANCE_UPSTREAM', 'http://'],
    ['PARLANCE_UPSTREAM', 'http://127.0.0.1/v1?key=1'],
    ['PARLANCE_UPSTREAM', 'http://127.0.0.1/v1/chat/completions'],
    ['PARLANCE_PAGE_QUESTIONS', '-1'],
    ['PARLANCE_PAGE_QUESTIONS', 'many'],
    ['PARLANCE_TRUSTED_PROXIES', 'proxy.example'],
    ['PARLANCE_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['PARLANCE_TRUSTED_PROXIES', '10.0.0.5,'],
    ['PARLANCE_TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['PARLANCE_UPSTREAM_TIMEOUT', '0'],
    ['PARLANCE_UPSTREAM_TIMEOUT', '60s'],
    ['PARLANCE_UPSTREAM_TIMEOUT', '3601'],
    ['PARLANCE_BODY_LIMIT', '4MiB'],
    ['PARLANCE_BODY_LIMIT', '1023'],
    ['PARLANCE_LOG', 'INFO'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['DATABASE_URL', 'localhost'],
  ])('%s does not take %j', (name, value) => {
    expect(fieldsOf({ [name]: value })).toEqual([name]);
  });

  test.each(['EST', 'UK', 'EU', 'XX', 'Estonia'])('%s is not the code of a country', (value) => {
    expect(fieldsOf({ PARLANCE_UPSTREAM: 'http://127.0.0.1/v1', PARLANCE_UPSTREAM_JURISDICTION: value })).toEqual([
      'PARLANCE_UPSTREAM_JURISDICTION',
    ]);
  });

  test.each(['two words', 'line\nbreak', 'ключ'])('the key %j cannot travel in a header', (value) => {
    expect(fieldsOf({ PARLANCE_UPSTREAM: 'http://127.0.0.1/v1', PARLANCE_UPSTREAM_KEY: value })).toEqual(['PARLANCE_UPSTREAM_KEY']);
  });

  test('all problems are reported at once, with the place in the file', () => {
    const fields = fieldsOf({ PARLANCE_PORT: 'x', PARLANCE_LOGS: 'info' }, 'mode: production\n\nport: y\nhots: x\nbody_limit: 1\n');
    expect(fields).toEqual([
      'parlance.yaml:4 hots',
      'PARLANCE_LOGS',
      'parlance.yaml:3 port',
      'parlance.yaml:5 body_limit',
      'PARLANCE_PORT',
    ]);
  });

  test.each([
    ['PARLANCE_PROT', 'Did you mean PARLANCE_PORT?'],
    ['parlance_upstream', 'Did you mean PARLANCE_UPSTREAM?'],
    ['PARLANCE_UPSTREAM_TOKEN', 'Did you mean PARLANCE_UPSTREAM_KEY?'],
  ])('the unknown name %s gets the nearest known one', (name, mend) => {
    expect(read({ [name]: '1' }).issues).toEqual([{ field: name, value: '(set, hidden)', expected: 'the name of a setting', mend }]);
  });

  test.each([
    ['upstream-key: k', 'Did you mean upstream_key?'],
    ['config: other.yaml', 'Remove it; `parlance serve --help` lists the settings.'],
    ['__proto__: x', 'Remove it; `parlance serve --help` lists the settings.'],
  ])('the unknown key of %j is refused', (file, mend) => {
    expect(read({}, file).issues.map((issue) => issue.mend)).toEqual([mend]);
  });

  test('a file that cannot be read is one problem and hides no other', () => {
    expect(
      readConfig({ PARLANCE_CONFIG: 'gone.yaml', PARLANCE_PORT: 'x' }, noFile).issues.map(({ field, value }) => [field, value]),
    ).toEqual([
      ['PARLANCE_CONFIG', '"gone.yaml"'],
      ['PARLANCE_PORT', '"x"'],
    ]);
  });

  test('settings of an upstream without an upstream are not ignored in silence', () => {
    expect(fieldsOf({ PARLANCE_UPSTREAM_MODEL: 'llama3' }, 'upstream_key: k')).toEqual([
      'parlance.yaml:1 upstream_key',
      'PARLANCE_UPSTREAM_MODEL',
    ]);
  });

  test.each([
    ['port: 1\nport: 2', 'parlance.yaml:2'],
    ['- port', 'parlance.yaml'],
    ['7311', 'parlance.yaml'],
    ['port: [1]', 'parlance.yaml:1 port'],
    ['host: &a h\ndata: *a', 'parlance.yaml:2 data'],
    ['port: 1\nlog: "info', 'parlance.yaml:2'],
    ['port: 1\n---\nport: 2', 'parlance.yaml:2'],
    ['? [a]\n: b', 'parlance.yaml'],
    ['['.repeat(60_000), 'parlance.yaml'],
    ['['.repeat(5_000), 'parlance.yaml'],
    ['- '.repeat(8_000), 'parlance.yaml'],
  ])('the file %.30j is refused with its place', (file, field) => {
    expect(fieldsOf({}, file)).toEqual([field]);
  });
});

describe('secrets', () => {
  const canary = 'canary-7f3a';

  test.each<[Environment, string | undefined]>([
    [{ PARLANCE_UPSTREAM: 'http://127.0.0.1/v1', PARLANCE_UPSTREAM_KEY: `${canary} ` + 'x y' }, undefined],
    [{ PARLANCE_UPSTREAM_KEY: canary }, undefined],
    [{ PARLANCE_UPSTREM_KEY: canary }, undefined],
    [{ PARLANCE_UPSTREAM: `http://user:${canary}@127.0.0.1/v1` }, undefined],
    [{ PARLANCE_UPSTREAM: `sk-${canary}` }, undefined],
    [{ DATABASE_URL: `mysql://user:${canary}@127.0.0.1/x` }, undefined],
    [{ PARLANCE_LOG_ADD_KEY: canary, PARLANCE_TURN_KEY: canary }, undefined],
    [{ PARLANCE_LOG_ADD_KEY: `${canary.repeat(4)} ${canary}` }, undefined],
    [{}, `log_add_key: ${canary}`],
    [{}, `upstream_key: ${canary}`],
    [{}, `upstream_kee: ${canary}`],
    [{}, `upstream_key: "${canary}`],
    [{}, `upstream_key: [${canary}]`],
    [{}, `upstream_key: *${canary}`],
    [{}, `upstream_key: ${canary}: ${canary}`],
    [{}, `database_url: ${canary}`],
    [{}, canary],
  ])('no issue of %j %j shows a secret', (environment, file) => {
    const { issues } = read(environment, file);
    expect(issues.length).toBeGreaterThan(0);
    expect(JSON.stringify(issues)).not.toContain(canary);
  });
});

test('the key to add leaves with is long, and only its hash is kept', () => {
  const key = 'k'.repeat(32);
  const { config } = read({ PARLANCE_LOG_ADD_KEY: key });
  expect(config?.logAddKey).toEqual(createHash('sha256').update(key).digest());
  expect(JSON.stringify(config)).not.toContain(key);
  expect(fieldsOf({ PARLANCE_LOG_ADD_KEY: key.slice(1) })).toEqual(['PARLANCE_LOG_ADD_KEY']);
});

test('any environment and file give a configuration or issues, never both and never an exception', () => {
  const value = fc.oneof(fc.string(), fc.constantFrom('0', '7311', 'production', 'http://a/v1', 'EE'));
  const names = [
    'PARLANCE_PORT',
    'PARLANCE_UPSTREAM',
    'PARLANCE_UPSTREAM_JURISDICTION',
    'PARLANCE_UPSTREAM_TIMEOUT',
    'DATABASE_URL',
    'PARLANCE_X',
  ];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), fc.option(fc.string()), (environment, file) => {
      const { config, issues } = read(environment, file ?? undefined);
      expect(config === null).toBe(issues.length > 0);
    }),
    { numRuns: 1000 },
  );
});
