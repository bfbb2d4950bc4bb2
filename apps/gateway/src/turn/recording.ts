import { charter, publicSectorOf } from '@parlance/charter';
import { commitment, sizeBucketOf } from '@parlance/log';
import { type ReceiptObject, type TurnEvent } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { answerRecord, authoritiesOf, type Commitments, refuseTooLarge } from '../record/answer-record.ts';
import { ChannelTexts, requestTexts } from '../record/channel-texts.ts';
import { hourOf } from '../record/hour.ts';
import { type Recorder } from '../record/recorder.ts';
import { type JudgedEvent } from './judging/judged-event.ts';
import { type EndEvent } from './seal.ts';
import { type TurnInput } from './turn-input.ts';

/** What it takes to record a turn. */
export interface RecordingTools {
  readonly recorder: Recorder;
  readonly receiptId: (position: bigint, answer: string) => string;
  /** Random bytes for a nonce. */
  readonly nonce: () => Uint8Array;
  readonly now: () => Date;
}

/** Follows one turn so that it can be proved later what was said, without keeping it. */
export interface Recording {
  /** Before the upstream is asked. Rejects when it cannot be recorded: then nobody may be asked. */
  intend(country: Pick<Country, 'pack'>): Promise<void>;
  heard(said: readonly JudgedEvent[]): void;
  told(events: readonly TurnEvent[]): void;
  /** Before the last event is told: the same end with its receipt. Rejects when it cannot be recorded. */
  settle(end: EndEvent): Promise<EndEvent>;
}

/**
 * The reader gets the nonce of what was asked and of what was delivered. What the upstream said has a nonce of its own, which nobody keeps: with it a reader could try out
 * what was left out.
 */
export function startRecording(
  { id, request, sector }: Pick<TurnInput, 'id' | 'request' | 'sector'>,
  { recorder, receiptId, nonce: random, now }: RecordingTools,
): Recording {
  const nonce = random();
  const upstream = new ChannelTexts();
  const delivered = new ChannelTexts();
  const asked = base64(commitment(nonce, requestTexts(request.messages)));
  let authorities: ReadonlyMap<string, string> = new Map();
  let length = 0;
  const commitments = (): Commitments => ({
    delivered: base64(commitment(nonce, delivered.all())),
    request: asked,
    upstream: base64(commitment(random(), upstream.all())),
  });
  return {
    intend({ pack }) {
      authorities = authoritiesOf(pack);
      const versions = {
        pack: { id: pack.id, version: pack.version, digest: pack.digest },
        charter: { version: charter.version, digest: charter.digest },
      };
      return recorder.intend({ id, request: asked, ...versions });
    },
    heard(said) {
      for (const event of said) {
        if (event.kind === 'text') upstream.add(event.choice, event.channel, event.delta);
        else if (event.kind === 'tool') upstream.add(event.choice, 'tool', event.delta);
      }
    },
    told(events) {
      for (const event of events) {
        if (event.kind === 'text') {
          delivered.add(event.choice, event.channel, event.delta);
          length += event.delta.length;
        } else if (event.kind === 'tool') delivered.addCall(event.choice, event.call);
      }
    },
    async settle(end) {
      const record = answerRecord({ id, parlance: end.parlance, commitments: commitments(), authorities });
      refuseTooLarge(record);
      const { language } = end.parlance;
      const answer = { record, language, sector: publicSectorOf(sector), size: sizeBucketOf(length), hour: hourOf(now()) };
      const { position, promise, deadline } = await recorder.settle(answer);
      const receipt: ReceiptObject = {
        status: 'promised',
        id: receiptId(position, id),
        deadline,
        nonce: base64(nonce),
        record,
        promise,
      };
      return { ...end, parlance: { ...end.parlance, receipt } };
    },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
