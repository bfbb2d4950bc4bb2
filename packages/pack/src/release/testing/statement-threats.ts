import { encodeUtf8 } from '@parlance/core/bytes';
import { type NamedThreat } from './release-threats.ts';
import { rollback } from './released-pack.ts';
import { edit, resign, tamper, threat } from './threat.ts';

const lars = 'reviews/lars.legal-beaf0ab0.json';
const swap = (from: string | RegExp, to: string) => edit('pack.sig', (text) => text.replace(from, to));
const payload = (from: string | RegExp, to: string) =>
  resign('pack.sig', { by: 'rita.release', payload: (text) => text.replace(from, to) });
const digest = `sha256:${'0'.repeat(64)}` as const;

/** Threats to the statements themselves: their days, their form and their signatures. */
export const statementThreats: Readonly<Record<string, NamedThreat>> = {
  // Time
  expired: ['expired', () => threat({ today: '2027-11-22' })],
  'not-yet': ['not-yet', () => threat({ release: { from: '2026-11-22' } })],
  'signed-tomorrow': ['future-day', () => threat({ release: { day: '2026-11-22', from: '2026-11-22' } })],
  'in-force-before-it-was-signed': ['wrong-value', () => threat({ release: { from: '2026-11-20' } })],
  'ends-before-it-begins': ['wrong-value', () => threat({ release: { until: '2026-11-20' } })],
  'day-that-does-not-exist': ['wrong-value', () => threat({ release: { until: '2027-02-30' } })],

  // Envelopes
  'tampered-payload': ['signature', () => threat({ then: tamper('pack.sig', '2027-11-21', '2099-11-21') })],
  'signature-over-the-payload-alone': [
    'signature',
    () => threat({ then: resign('pack.sig', { by: 'rita.release', message: (bytes) => bytes }) }),
  ],
  'signature-of-another-type': [
    'signature',
    () => threat({ then: resign('pack.sig', { by: 'rita.release', message: (bytes) => encodeUtf8(`DSSEv1 4 text ${bytes.length} `) }) }),
  ],
  'wrong-payload-type': ['payload-type', () => threat({ then: swap('pack-release+json', 'pack-review+json') })],
  'wrong-payload-type-signed': [
    'payload-type',
    () => threat({ then: resign('pack.sig', { by: 'rita.release', payloadType: 'application/json' }) }),
  ],
  'review-in-place-of-the-release': [
    'payload-type',
    () =>
      threat({
        then: (files) => {
          files.set('pack.sig', files.get(lars) ?? new Uint8Array());
        },
      }),
  ],
  'rollback-in-place-of-the-release': [
    'payload-type',
    () =>
      threat({
        then: async (files) => {
          files.set('pack.sig', await rollback({ to: digest, left: `sha256:${'1'.repeat(64)}` }));
        },
      }),
  ],
  'unknown-member-in-the-envelope': ['unknown-key', () => threat({ then: swap('{"payload"', '{"approved":true,"payload"') })],
  'unknown-member-beside-the-signature': ['unknown-key', () => threat({ then: swap('{"keyid"', '{"cert":"x","keyid"') })],
  'unknown-member-in-the-statement': ['unknown-key', () => threat({ then: payload('"v":1', '"note":"approved by the minister","v":1') })],
  'member-missing-in-the-statement': ['missing', () => threat({ then: payload('"charter":"0.2.0",', '') })],
  'statement-of-another-version-of-the-form': ['wrong-value', () => threat({ then: payload('"v":1', '"v":2') })],
  'member-twice-in-the-envelope': ['envelope-spelling', () => threat({ then: swap('{"payload"', '{"payload":"","payload"') })],
  'member-twice-in-the-statement': ['payload', () => threat({ then: payload('{"change"', '{"change":"default","change"') })],
  'non-canonical-payload': ['payload', () => threat({ then: payload('"v":1', '"v": 1') })],
  'non-canonical-envelope': ['envelope-spelling', () => threat({ then: swap('"payloadType":', '"payloadType": ') })],
  'envelope-without-its-newline': ['envelope-spelling', () => threat({ then: swap('\n', '') })],
  'envelope-behind-a-byte-order-mark': ['not-json', () => threat({ then: swap(/^/, '\ufeff') })],
  'envelope-that-is-a-list': ['wrong-value', () => threat({ then: swap(/^[^]*$/, '[]\n') })],
  'envelope-cut-short': ['not-json', () => threat({ then: edit('pack.sig', (text) => text.slice(0, -20)) })],
  'envelope-that-is-no-utf-8': [
    'not-json',
    () =>
      threat({
        then: (files) => {
          files.set('pack.sig', Uint8Array.of(0x7b, 0xff, 0x7d));
        },
      }),
  ],
  'envelope-of-a-megabyte': ['too-large', () => threat({ then: edit('pack.sig', (text) => `${' '.repeat(70_000)}${text}`) })],
  'base64-of-the-url-alphabet': ['base64', () => threat({ then: edit('pack.sig', (text) => text.replace(/"sig":"(.)/, '"sig":"-')) })],
  'base64-without-padding': ['base64', () => threat({ then: swap(/=="/, '"') })],
  'base64-with-loose-bits': [
    'base64',
    () => threat({ then: edit('pack.sig', (text) => text.replace(/(.)=="/, (_found, last: string) => `${last === 'x' ? 'y' : 'x'}=="`)) }),
  ],
  'base64-with-a-line-break': ['base64', () => threat({ then: swap('"sig":"', '"sig":"\\n') })],
  'two-signatures-by-one-key': ['wrong-value', () => threat({ then: edit('pack.sig', (text) => text.replace(/\[(\{.*\})\]/, '[$1,$1]')) })],
  'no-signature': ['wrong-value', () => threat({ then: swap(/\[\{.*\}\]/, '[]') })],
  'signature-that-is-empty': ['signature', () => threat({ then: swap(/"sig":"[^"]*"/, '"sig":""') })],
  'signature-of-zeros': ['signature', () => threat({ then: swap(/"sig":"[^"]*"/, `"sig":"${'A'.repeat(86)}=="`) })],
  'reviews-named-twice': ['wrong-value', () => threat({ then: payload(/"reviews":\["([^"]*)",/, '"reviews":["$1","$1",') })],
  'digest-in-capitals': [
    'wrong-value',
    () => threat({ then: payload(/"digest":"sha256:[0-9a-f]*"/, `"digest":"sha256:${'A'.repeat(64)}"`) }),
  ],
  'country-that-is-none': ['wrong-value', () => threat({ release: { pack: 'QQ' } })],
};
