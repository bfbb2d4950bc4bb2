import { type ParlanceObject } from '@parlance/wire';
import { type Gateway } from '../gateway.ts';

/** Headers of every answer: its id, the pack in force and where to read it (S10). */
export function answerHeaders(gateway: Gateway, id: string): Record<string, string> {
  const { pack } = gateway.country;
  return {
    'parlance-request-id': id,
    'parlance-pack': `${pack.id}@${pack.version}; digest="${pack.digest}"`,
    link: packLink(gateway, 'describedby'),
  };
}

function packLink(gateway: Gateway, relation: 'describedby' | 'blocked-by'): string {
  const { id, digest } = gateway.country.pack;
  return `</packs/${id.toLowerCase()}/${digest}>; rel="${relation}"`;
}

/** Only a whole answer can say in its headers what was changed. */
export function changeHeaders(gateway: Gateway, parlance: ParlanceObject): Record<string, string> {
  const { omitted, added } = parlance.changes;
  const blockedBy = parlance.ending === 'law' ? { link: `${packLink(gateway, 'describedby')}, ${packLink(gateway, 'blocked-by')}` } : {};
  return { 'parlance-changes': `omitted=${omitted}, added=${added}`, ...blockedBy };
}
