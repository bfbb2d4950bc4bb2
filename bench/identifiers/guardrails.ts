import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finder, type Found } from './figures.ts';

const version = '0.2.1';
const folder = join(tmpdir(), `parlance-guardrails-${version}`);
const check = join(folder, 'node_modules/@openai/guardrails/dist/checks/pii.js');

/** Of the PII check, which is regular expressions and asks no network. */
interface PiiModule {
  readonly PIIConfig: { parse(config: { readonly entities: readonly string[]; readonly block: boolean }): unknown };
  readonly pii: (
    context: object,
    text: string,
    config: unknown,
  ) => Promise<{ readonly info: { readonly detected_entities?: Readonly<Record<string, readonly string[]>> } }>;
}

export interface Guardrails {
  readonly name: string;
  finder(country: string): Finder;
}

/** What the check has for identifiers in any country, and what for one. Its names of countries are those of its entities. */
const everywhere = ['CREDIT_CARD', 'EMAIL_ADDRESS', 'IBAN_CODE', 'PHONE_NUMBER'];
const ofCountry: Readonly<Record<string, readonly string[]>> = {
  ES: ['ES_NIF', 'ES_NIE'],
  FI: ['FI_PERSONAL_IDENTITY_CODE'],
  GB: ['UK_NHS', 'UK_NINO'],
  IN: ['IN_PAN', 'IN_AADHAAR', 'IN_VEHICLE_REGISTRATION', 'IN_VOTER', 'IN_PASSPORT'],
  IT: ['IT_FISCAL_CODE', 'IT_DRIVER_LICENSE', 'IT_VAT_CODE', 'IT_PASSPORT', 'IT_IDENTITY_CARD'],
  KR: ['KR_RRN'],
  PL: ['PL_PESEL'],
  US: ['US_DRIVER_LICENSE', 'US_ITIN', 'US_PASSPORT', 'US_SSN'],
};

/** Installs the package into a folder of its own on first use. Null, with a word on the standard error, where that cannot be. */
export function openGuardrails(): Guardrails | null {
  if (!existsSync(check)) {
    mkdirSync(folder, { recursive: true });
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--prefix', folder];
    spawnSync('npm', ['install', ...flags, `@openai/guardrails@${version}`], { stdio: 'ignore' });
  }
  if (!existsSync(check)) {
    console.error('@openai/guardrails could not be installed; it is left out.');
    return null;
  }
  const { pii, PIIConfig } = createRequire(import.meta.url)(check) as PiiModule;
  return {
    name: `@openai/guardrails ${version}`,
    finder: (country) => {
      const config = PIIConfig.parse({ entities: [...everywhere, ...(ofCountry[country] ?? [])], block: false });
      return async (text) => {
        const { info } = await pii({}, text, config);
        return places(text, Object.values(info.detected_entities ?? {}).flat());
      };
    },
  };
}

/** The check tells what it found and not where, in the text's NFKC: each unit of that is traced back to the character that it comes from. */
function places(text: string, found: readonly string[]): readonly Found[] {
  const origin: number[] = [];
  let read = '';
  let at = 0;
  for (const character of text) {
    const normal = character.normalize('NFKC');
    for (let unit = 0; unit < normal.length; unit++) origin.push(at);
    read += normal;
    at += character.length;
  }
  origin.push(at);
  return found.flatMap((value) => {
    const all: Found[] = [];
    for (let start = read.indexOf(value); start !== -1; start = read.indexOf(value, start + 1)) {
      all.push({ start: origin[start] ?? at, end: origin[start + value.length] ?? at });
    }
    return all;
  });
}
