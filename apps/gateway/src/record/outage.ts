import { type AnswerRecord } from '@parlance/log';
import { type Answered, type Intent } from './entry.ts';

/**
 * What is recorded of an answer that was asked for and never ended, because the server broke off. Nobody knows any more what was said: the commitments hold random
 * numbers, which nobody can open.
 */
export function outageOf({ id, pack, charter, request }: Intent, hour: string, random: () => Uint8Array): Answered {
  const unknown = (): string => Buffer.from(random()).toString('base64');
  const commitments = { request, upstream: unknown(), delivered: unknown() };
  const record: AnswerRecord = { v: 1, id, ending: 'outage', pack, charter, commitments, edits: [] };
  return { record, language: 'und', size: '0', hour };
}
