import { createHash } from 'node:crypto';
import { charter, charterRules, clauses } from '@parlance/charter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningGateway, startGateway } from './running-gateway.ts';
import { samplePackOf } from './sample-country.ts';
import { createCountry } from '../../apps/gateway/src/country/country.ts';
import { createCardsUpstream } from '../../apps/gateway/src/upstream/cards/cards-upstream.ts';

const script = '<script>alert(1)</script>';
const basis = { jurisdiction: 'EE', instrument: `Act ${script}`, article: '§ "1" onmouseover=x', url: 'https://example.org/a?b&c' };
const rule = samplePackOf().restrictions[0]!;

const addition = { basis, inForce: '2020-01-01', place: 'start', when: 'always', scope: rule.scope, text: { en: 'Said.' } } as const;

const pack = samplePackOf({
  additions: [
    { ...addition, id: 'ee.ai', purpose: 'ai-notice' },
    { ...addition, id: 'ee.label', purpose: 'source-label' },
  ],
  restrictions: [
    { ...rule, basis, rationale: { en: `Because ${script}` } },
    { ...rule, id: 'ee.law.2.old', reviewBy: '2026-01-01' },
    { ...rule, id: 'ee.law.3.coming', inForce: '2027-01-01' },
    { ...rule, id: 'ee.law.4.link', basis: { ...basis, url: 'javascript:alert(1)' } },
  ],
});
const keys = [
  {
    id: 'k-1',
    purpose: 'education',
    about: `For ${script}`,
    office: 'School <b>Board</b>',
    sector: null,
    age_band: 'any-age',
    expires: null,
  },
  { id: 'k-2', purpose: 'odd', about: '', office: 'Old Office', sector: 'x', age_band: 'under-18', expires: '2026-01-01T00:00:00.000Z' },
] as const;

let place: RunningGateway;

beforeAll(async () => {
  place = await startGateway({ upstreamUrl: 'http://model.example:8000/v1', country: createCountry(pack, new Map()), purposes: keys });
});
afterAll(() => place.close());

async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(place.url + path, { headers });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
    headers: response.headers,
  };
}

const jsonOf = async (path: string): Promise<Record<string, unknown>> => JSON.parse((await get(path)).text) as Record<string, unknown>;

const paths = [
  '/transparency',
  '/transparency/charter',
  '/transparency/packs',
  `/transparency/packs/${pack.digest}`,
  '/transparency/packs/compare',
  '/transparency/instructions',
  '/transparency/purposes',
  '/transparency/system',
];

describe.each(paths)('%s', (path) => {
  test.each(['en', 'et', 'ru'])('is a page in %s without script, that names its language', async (language) => {
    const { status, type, text, headers } = await get(`${path}?lang=${language}`);
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${language}" dir="ltr">`));
    expect(text).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/\{\w+\}|transparency\.[a-z]/);
  });

  test('is data where that is asked for', async () => {
    const { status, type, text } = await get(`${path}?format=json`);
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(Object.keys(JSON.parse(text) as object).length).toBeGreaterThan(0);
  });

  test.each([
    '?lang=%3Cscript%3E&format=%3Cscript%3E',
    '?lang=en&lang=ru&format=json&format=x',
    `?sector=${'x'.repeat(5000)}`,
    '?__proto__=1&page=-1e9',
    '?page=1e400&from=%00&to=',
  ])('stands with %s', async (query) => {
    const { status, text } = await get(path + query);
    expect(status).toBe(200);
    expect(text).not.toContain('<script');
  });
});

describe('what is not there', () => {
  test.each([
    ['/transparency/nothing', 'There is no such page.'],
    ['/transparency/%3Cscript%3E', 'There is no such page.'],
    ['/transparency/packs/sha256:0', 'No such version has been in force here.'],
    ['/transparency/packs/..%2f..%2ftrust.yaml', 'No such version has been in force here.'],
    ['/transparency/packs/__proto__', 'No such version has been in force here.'],
    [`/transparency/packs/compare?from=${pack.digest}&to=sha256:1`, 'No such version has been in force here.'],
    [`/transparency/packs/compare?from=%3Cscript%3E&to=${pack.digest}`, 'No such version has been in force here.'],
  ])('%s is told on a page with all that there is', async (path, sentence) => {
    const { status, text } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    expect(status).toBe(404);
    expect(text).toContain(sentence);
    expect(text).toContain('href="/transparency/charter?lang=en"');
    expect(text).not.toContain('<script');
  });

  test('is told in the language of the browser, and as data in the envelope of every error', async () => {
    expect((await get('/transparency/nothing', { 'accept-language': 'et' })).text).toContain('Sellist lehte ei ole.');
    const { status, text } = await get('/transparency/packs/nothing?format=json');
    expect([status, JSON.parse(text)]).toMatchObject([404, { error: { code: 'not_found' } }]);
  });
});

test('each page leads to the first one from its foot', async () => {
  for (const path of ['/?lang=en', '/services?lang=en', '/verify?lang=en'])
    expect((await get(path, { accept: 'text/html' })).text, path).toContain('<a href="/transparency?lang=en">Transparency</a>');
});

describe('the charter', () => {
  test('is published in the bytes of its digest', async () => {
    const response = await fetch(`${place.url}/charter`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(charter.digest);
  });

  test('shows every clause in English, and of each whether code, a request, a judge or a measure stands behind it', async () => {
    const { text } = await get('/transparency/charter?lang=et');
    for (const { id } of clauses) expect(text, id).toContain(`<div id="${id}"><p lang="en" dir="ltr">`);
    const clause = (id: string): string => text.slice(text.indexOf(`id="${id}"`)).split('</ul>')[0] ?? '';
    const mannersOf = (id: string) => [...clause(id).matchAll(/data-manner="(\w+)"/g)].map(([, manner]) => manner);
    expect(mannersOf('no-terrorism')).toEqual(['asked', 'measured']);
    expect(mannersOf('notices-carry-no-content')).toEqual(['code']);
    expect(text).toContain('Punktid on kirjutatud inglise keeles; neid ei ole ühessegi teise keelde tõlgitud');
    expect(text).toContain(charter.digest);
  });

  test('is a list of folded clauses with the way to each part above it, its version, and that no log here says since when', async () => {
    const { text } = await get('/transparency/charter?lang=en');
    expect(text.match(/<details class="clause">/g)).toHaveLength(clauses.length);
    expect(text).not.toContain('<details class="clause" open');
    for (const [, id = ''] of text.matchAll(/<a class="chip" href="#([\w-]+)"/g)) expect(text, id).toContain(` id="${id}"`);
    const redLines = clauses.filter(({ kind }) => kind === 'red-line').length;
    expect(text).toContain(`href="#red-line">Red lines (${redLines})</a>`);
    expect(text).toMatch(
      new RegExp(`<dd dir="auto">${charter.version.replaceAll('.', '\\.')}</dd>.*in this version, since</dt><dd dir="auto">not known</dd>`),
    );
  });
});

describe('a rule of the charter', () => {
  const rules = Object.values(charterRules);

  test('can be read with what it does, when, its clauses with their authority, its author, its version, who decides and the way to object', async () => {
    const { text } = await get('/transparency/charter?lang=en');
    for (const { id, clauses: served, since } of rules) {
      const card = text.slice(text.indexOf(`<section class="notice rule-card" id="${id}"`)).split('</section>')[0] ?? '';
      for (const part of ['<p class="rationale">', 'When it acts', 'Rests on the clause', 'the authors of the charter'])
        expect(card, `${id}: ${part}`).toContain(part);
      for (const clause of served) expect(card).toContain(`href="#${clause}"`);
      expect(card).toMatch(/Level of authority: <bdi>(highest \(root\)|user)</);
      expect(card).toContain(`<bdi>${since}</bdi>`);
      expect(card).toContain('the operator of this service');
      expect(card).toMatch(new RegExp(`href="/object\\?lang=en&amp;rule=${id.replaceAll('.', '\\.')}`));
    }
  });

  test.each(['/transparency', '/transparency/packs'])('is listed on %s, with the way to its card', async (path) => {
    const { text } = await get(`${path}?lang=et`);
    for (const { id } of rules) expect(text).toContain(`<a href="/transparency/charter?lang=et#${id}">`);
  });

  test('is data with the name that it has in notices', async () => {
    const { rules: told } = (await jsonOf('/transparency/charter?format=json')) as { rules: { id: string; acting: { rule: string }[] }[] };
    expect(told.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    expect(told[0]?.acting).toEqual([{ rule: `charter.safety-resources@${charter.version}`, since: null, leaf: null }]);
  });

  test('that no pack can have is not in the list of the laws', async () => {
    expect((await get(`/transparency/packs/${pack.digest}?lang=en`)).text).toContain('href="/transparency/charter?lang=en#charter-rules"');
  });
});

describe('where the tests are', () => {
  test('is told, and what no test has measured', async () => {
    const { text } = await get('/transparency/charter?lang=en');
    expect(text).toContain('in the public source of this program');
    expect(text).toContain('No result is published here of how well a language model keeps a clause.');
    expect(text).not.toContain('No language model is connected');
  });

  test('stands beside a sentence that no language model is connected, where none is', async () => {
    const other = await startGateway({ upstream: createCardsUpstream('EE') });
    expect(await (await fetch(`${other.url}/transparency/charter?lang=en`)).text()).toContain(
      'No language model is connected on this server',
    );
    await other.close();
  });
});

describe('a pack', () => {
  test('has its laws escaped, whatever they are called, and links to web addresses alone', async () => {
    for (const path of [`/transparency/packs/${pack.digest}?lang=en`, '/transparency?lang=en']) {
      const { text } = await get(path);
      expect(text).toContain('Act &lt;script>alert(1)&lt;/script>');
      expect(text).not.toMatch(/<script|href="javascript/);
    }
  });

  test('has what ran out and what is still to come marked as inactive, and not among what acts today', async () => {
    const { text } = await get(`/transparency/packs/${pack.digest}?lang=en`);
    expect(text).toContain('it had to be reviewed by <bdi>January 1, 2026</bdi>');
    expect(text).toContain('Inactive until <bdi>January 1, 2027</bdi>');
    const { restrictions } = (await jsonOf(`/transparency/packs/${pack.digest}?format=json`)) as {
      restrictions: { id: string; state: string }[];
    };
    expect(restrictions.map(({ state }) => state)).toEqual(['active', 'expired', 'pending', 'active']);
    const { leftOut } = (await jsonOf('/transparency?format=json')) as { leftOut: { id: string }[] };
    expect(leftOut.map(({ id }) => id)).toEqual(['ee.law.1.words', 'ee.law.4.link']);
  });

  test('says of each rule since when the law holds, since when it is applied, and what it takes for it to act', async () => {
    const { text } = await get(`/transparency/packs/${pack.digest}?lang=en`);
    const card = (id: string): string => text.slice(text.indexOf(`id="${id}"`)).split('</section>')[0] ?? '';
    expect(card('ee.law.1.words')).toMatch(
      /Law in force since<\/dt>.*January 1, 2020.*in this version, since<\/dt><dd dir="auto">not known/,
    );
    expect(card('ee.law.1.words')).toContain('only where words or patterns that the rule lists stand in the answer');
    expect(card('ee.ai')).toContain('only when a language model answers');
    expect(card('ee.label')).toContain('in every answer');
    expect(text).toContain('The rule itself finds what it lists and nothing more');
  });

  test('that is an example promises nothing in the name of an office, and one that is not does', async () => {
    const { text } = await get(`/transparency/packs/${pack.digest}?lang=en`);
    expect(text).toContain('Objections would be decided by');
    expect(text).toContain('no office named in it has agreed');
    expect(text).not.toContain('Objections are decided by');
    const country = createCountry(samplePackOf({ status: { review: 'reviewed', note: { en: 'Reviewed' } } }), new Map());
    const other = await startGateway({ upstreamUrl: 'http://model.example/v1', country });
    const reviewed = await (await fetch(`${other.url}/transparency/packs/${pack.digest}?lang=en`)).text();
    expect(reviewed).toContain('Objections are decided by');
    expect(reviewed).not.toContain('has agreed');
    await other.close();
  });

  test('that nobody has signed is reviewed by nobody, on a line of its own', async () => {
    for (const path of ['/transparency/packs', `/transparency/packs/${pack.digest}`])
      expect((await get(`${path}?lang=en`)).text).toContain('<dt>Reviewed by</dt><dd dir="auto">nobody</dd>');
  });

  test('says who would decide about objections, and leads there', async () => {
    const { text } = await get(`/transparency/packs/${pack.digest}?lang=en`);
    expect(text).toContain('Chancellor');
    expect(text).toMatch(/href="\/object\?lang=en&amp;rule=ee\.law\.1\.words%40/);
  });

  test('that no log states is the one in force all the same, and nobody is said to have signed it', async () => {
    expect(await jsonOf('/transparency/packs?format=json')).toMatchObject({
      id: 'EE',
      versions: [{ digest: pack.digest, change: null, signedBy: [], from: null, leaf: null }],
    });
  });
});

describe('what a model is told', () => {
  test('is the same text as the layers of a turn, with who has authority', async () => {
    const { layers } = (await jsonOf('/transparency/instructions?format=json')) as {
      layers: { name: string; instructs: boolean; text: string }[];
    };
    expect(layers.map(({ name, instructs }) => [name, instructs])).toEqual([
      ['charter', true],
      ['country', false],
      ['sector', false],
      ['reader', false],
      ['knowledge', false],
    ]);
    for (const { id, statement } of clauses.filter(({ enforcedBy }) => enforcedBy.includes('prompt')))
      expect(layers[0]?.text).toContain(`clause.${id}: ${statement}`);
  });

  test('is stricter for readers under 18, and as usual for what is no age', async () => {
    const textAt = async (age: string) => JSON.stringify(await jsonOf(`/transparency/instructions?format=json&age=${age}`));
    expect(await textAt('under-13')).toContain('under_18.');
    expect(await textAt('over-9000')).not.toContain('under_18.');
  });
});

describe('who uses it', () => {
  test('is told by purpose and office, escaped, and a key that is over is last and marked', async () => {
    const { text } = await get('/transparency/purposes?lang=en');
    expect(text).toContain('School &lt;b>Board&lt;/b>');
    expect(text).toContain('<dd dir="auto">Education</dd>');
    expect(text.indexOf('Old Office')).toBeGreaterThan(text.indexOf('School'));
    expect(text).toContain('<p class="inactive">Expired</p>');
  });
});

describe('what runs here', () => {
  test('names the host of the model and no key, path or address beyond', async () => {
    const { text } = await get('/transparency/system?lang=en');
    expect(text).toContain('model.example:8000');
    for (const secret of ['upstream-key', '/v1', '/nonexistent', 'PARLANCE_', process.cwd()]) expect(text).not.toContain(secret);
    expect(await jsonOf('/transparency/system?format=json')).toMatchObject({
      leaving: 'minimise',
      answering: { host: 'model.example:8000', jurisdiction: null },
      log: { state: 'sound', entries: '0', checkpoint: null, hasQuorum: null },
    });
  });

  test('tells what leaves under each policy, and that nothing does where the server stands at home', async () => {
    const cases = [
      [{ egress: 'refuse' }, 'one that holds an identifier below is not sent'],
      [{ egress: 'home-only' }, 'Questions stay: one that would have to leave is refused.'],
      [{ jurisdiction: 'EE' }, 'Questions stay: the server stands in the country'],
    ] as const;
    for (const [parts, sentence] of cases) {
      const other = await startGateway({ upstreamUrl: 'http://model.example/v1', ...parts });
      expect(await (await fetch(`${other.url}/transparency/system?lang=en`)).text()).toContain(sentence);
      await other.close();
    }
  });
});
