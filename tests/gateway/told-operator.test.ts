import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCountry } from '../../apps/gateway/src/country/country.ts';
import { openStore, type Store } from '../../apps/gateway/src/store/store.ts';
import { textOf as spacedText } from '../pages/asking.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';
import { samplePackOf } from './sample-country.ts';

let folder: string;
let store: Store;
let named: RunningGateway;
let unnamed: RunningGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-operator-'));
  store = await openStore({ databaseUrl: null, dataFolder: folder });
  const parts = { upstreamUrl: 'http://127.0.0.1:9/v1', register: store.register };
  const organisation = { name: 'Office <of> tests', retention_days: 7 };
  named = await startGateway({ ...parts, country: createCountry(samplePackOf(), new Map(), organisation) });
  unnamed = await startGateway({ ...parts, country: createCountry(samplePackOf({ id: 'MA' }), new Map()) });
}, 60_000);
afterAll(async () => {
  await named.close();
  await unnamed.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

const textOf = (html: string): string => spacedText(html).replaceAll(/\s+/g, ' ');
const page = async ({ url }: RunningGateway, path: string): Promise<string> => (await fetch(`${url}${path}?lang=en`)).text();

describe('who runs the service', () => {
  test.each(['/transparency/system', '/transparency', '/'])('is named on %s as the settings name them', async (path) => {
    expect(await page(named, path)).toContain('Run by: <bdi>Office &lt;of');
    expect(textOf(await page(unnamed, path))).toContain('Run by: not named in the settings');
  });

  test('keeps what was written in objections no longer than the pack and the organisation allow', async () => {
    expect(textOf(await page(named, '/transparency/system'))).toContain('until 7 days after the decision');
    expect(textOf(await page(unnamed, '/transparency/system'))).toContain('until 30 days after the decision');
  });
});

describe('the register', () => {
  test('offers statements after the DSA only in a country of the European Economic Area', async () => {
    expect(await page(named, '/transparency/register')).toContain('/statements.json');
    expect(await page(unnamed, '/transparency/register')).not.toContain('/statements.json');
  });

  test('says what "at least" means, and that a number may fall', async () => {
    const text = textOf(await page(named, '/transparency/register'));
    expect(text).toContain('“≥ 20” means at least 20');
    expect(text).toContain('A number can fall here while the log grows');
  });
});
