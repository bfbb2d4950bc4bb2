import { type Cause, type Ending } from '@parlance/charter';
import { type Disclosure } from '@parlance/disclosure';
import { type Fault } from '@parlance/wire';

/** Why a response stops here. */
export interface Stop {
  readonly ending: Ending;
  readonly fault: Fault | null;
}

export function endingOfFault(code: Fault['code']): Ending {
  return code === 'upstream_rate_limited' ? 'quota' : 'outage';
}

/** No law is known to restrict the rest: nobody could judge it. */
export const notJudged: Stop = {
  ending: 'outage',
  fault: { code: 'not_judged', message: 'a rule asks for a judgement of each sentence that could not be had at the moment' },
};

/** An answer that cannot carry its marker is refused whole, with the cause of the change. */
export function refusalFor({ cause, decidedBy }: Pick<Disclosure, 'cause' | 'decidedBy'>): Stop {
  return decidedBy === 'nobody' ? notJudged : refusals[cause];
}

const withheld = 'part of this answer had to be left out, and its format leaves no room to say so in place';
const refusals: Readonly<Record<Cause, Stop>> = {
  law: {
    ending: 'law',
    fault: {
      code: 'legal_refusal',
      message: 'part of this answer may not be given by law, and its format leaves no room to say so in place',
    },
  },
  charter: { ending: 'charter', fault: { code: 'charter_refusal', message: withheld } },
  privacy: { ending: 'charter', fault: { code: 'charter_refusal', message: withheld } },
  operator: { ending: 'operator', fault: { code: 'charter_refusal', message: withheld } },
};
