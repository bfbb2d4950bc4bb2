import { decodeBase64, decodeText, digestOfBytes } from '@parlance/core';
import { encodeBase64, encodeUtf8 } from '@parlance/core/bytes';
import { z } from 'zod';
import { type PackFiles } from '../../format/pack-files.ts';
import { preAuthenticationEncoding } from '../envelope.ts';
import { everyone, released, type Signing, trustText, today } from './released-pack.ts';
import { testSigner } from './signers.ts';

/** One threat, or one honest case: what lies there and whom the operator trusts. What a verifier has to say of it stands with its name. */
export interface Threat {
  readonly pack: PackFiles;
  readonly before: PackFiles | null;
  readonly trust: string;
  readonly today: string;
}

export interface ThreatOptions extends Signing {
  readonly pack?: PackFiles;
  /** `trust.yaml` with more lines, or made of that with the four people. */
  readonly trust?: string | ((text: string) => string);
  readonly today?: string;
  /** Whether the pack before is at hand for whoever verifies. */
  readonly isBeforeAtHand?: boolean;
  /** What happens to the files after they were signed. */
  readonly then?: (files: Map<string, Uint8Array>) => void | Promise<void>;
}

const texts = (files: Readonly<Record<string, string>>): PackFiles =>
  new Map(Object.entries(files).map(([path, written]) => [path, encodeUtf8(written)]));

const facts = {
  'pack.yaml': 'id: EE\nversion: 1.0.0\ncharter: 0.2.0\n',
  'locale/en.yaml': 'register: {value: formal, guideline: tone-register}\n',
  'privacy.yaml': 'minimise: [iban]\nretention: {max_days: 30}\n',
  'restrictions/tobacco.yaml': 'id: ee.reks.17.tobacco\nscope: {sectors: [education], audience: all}\n',
  'safety.yaml': 'resources:\n  - {id: emergency, number: "112"}\n',
};

/** A pack as small as signatures care for. */
export const first = texts(facts);

/** The next one, in which only the tone differs, unless more is said. */
export function next(more: Readonly<Record<string, string>> = {}): PackFiles {
  const tone = {
    'pack.yaml': facts['pack.yaml'].replace('1.0.0', '1.1.0'),
    'locale/en.yaml': facts['locale/en.yaml'].replace('formal', 'neutral'),
  };
  return texts({ ...facts, ...tone, ...more });
}

/** Enough for a change in tone. */
export const byTwo = everyone.slice(0, 2);

export async function threat(options: ThreatOptions = {}): Promise<Threat> {
  const { pack = first, trust = '', today: day = today, before = null, isBeforeAtHand = true, then } = options;
  const files = new Map(await released(pack, options));
  await then?.(files);
  const text = typeof trust === 'string' ? await trustText(trust) : trust(await trustText());
  return { pack: files, before: isBeforeAtHand ? before : null, trust: text, today: day };
}

/** The entry of a key in `trust.yaml`. */
export async function trusted(name: string, person: string, more: string): Promise<string> {
  return `  - {key: ${(await testSigner(name)).vkey}, person: ${person}, ${more}}\n`;
}

function textOf(files: PackFiles, path: string): string {
  return decodeText(files.get(path) ?? new Uint8Array()) ?? '';
}

/** Changes the text of a file. */
export function edit(path: string, change: (text: string) => string): (files: Map<string, Uint8Array>) => void {
  return (files) => {
    files.set(path, encodeUtf8(change(textOf(files, path))));
  };
}

const envelope = z.looseObject({ payload: z.string(), payloadType: z.string() });

export interface Resigning {
  readonly by: string;
  readonly payload?: (text: string) => string;
  readonly payloadType?: string;
  /** Instead of the encoding of DSSE. */
  readonly message?: (payload: Uint8Array) => Uint8Array;
}

/** Puts another payload or type into an envelope and has it signed by whoever does that. */
export function resign(
  path: string,
  { by, payload: change = (text) => text, payloadType, message }: Resigning,
): (files: Map<string, Uint8Array>) => Promise<void> {
  return async (files) => {
    const old = envelope.parse(JSON.parse(textOf(files, path)));
    const payload = encodeUtf8(change(decodeText(decodeBase64(old.payload) ?? new Uint8Array()) ?? ''));
    const type = payloadType ?? old.payloadType;
    const signer = await testSigner(by);
    const signature = encodeBase64(await signer.sign(message?.(payload) ?? preAuthenticationEncoding(type, payload)));
    files.set(
      path,
      encodeUtf8(
        `{"payload":"${encodeBase64(payload)}","payloadType":"${type}","signatures":[{"keyid":"${signer.keyId}","sig":"${signature}"}]}\n`,
      ),
    );
  };
}

/** The release names the reviews that lie there now. */
export function renamed(by = 'rita.release'): (files: Map<string, Uint8Array>) => Promise<void> {
  return async (files) => {
    const digests = [...files].flatMap(([path, bytes]) => (path.startsWith('reviews/') ? [digestOfBytes(bytes)] : [])).sort();
    const list = `"reviews":${JSON.stringify(digests)}`;
    await resign('pack.sig', { by, payload: (text) => text.replace(/"reviews":\[[^\]]*\]/, list) })(files);
  };
}

export function inTurn(
  ...steps: readonly ((files: Map<string, Uint8Array>) => void | Promise<void>)[]
): (files: Map<string, Uint8Array>) => Promise<void> {
  return async (files) => {
    for (const step of steps) await step(files);
  };
}

/** Changes a statement and leaves the signature as it was. */
export function tamper(path: string, from: string, to: string): (files: Map<string, Uint8Array>) => void {
  return edit(path, (text) =>
    text.replace(/(?<="payload":")[^"]*/, (payload) =>
      encodeBase64(encodeUtf8((decodeText(decodeBase64(payload) ?? new Uint8Array()) ?? '').replace(from, to))),
    ),
  );
}
