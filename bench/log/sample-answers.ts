import { randomBytes } from 'node:crypto';
import { canonicalJson } from '@parlance/core';
import { type AnswerRecord } from '@parlance/log';
import { changed, unchanged } from '../../packages/log/src/testing/answers.ts';
import { type Answered, type Intent } from '../../apps/gateway/src/record/entry.ts';

export interface SampleAnswer {
  readonly intent: Intent;
  readonly answer: Answered;
}

const hour = '2026-11-21T13Z';
const hash = (): string => randomBytes(32).toString('base64');

/** Members as the gateway writes them. */
function inOrder(record: AnswerRecord): AnswerRecord {
  return JSON.parse(canonicalJson(record)) as AnswerRecord;
}

/** Answers as a gateway records them, each with its own id and commitments; one in so many was changed, by two rules. */
export function sampleAnswers(count: number, changedEvery: number): readonly SampleAnswer[] {
  return Array.from({ length: count }, (_, index) => {
    const record = inOrder({
      ...(index % changedEvery === 0 ? changed : unchanged),
      id: `chatcmpl-${randomBytes(16).toString('hex')}`,
      commitments: { request: hash(), upstream: hash(), delivered: hash() },
    });
    const { id, pack, charter, commitments } = record;
    return {
      intent: { id, pack, charter, request: commitments.request },
      answer: { record, language: 'et', size: '100-999', hour },
    };
  });
}
