import { setMaxListeners } from 'node:events';
import { inLanguage, type Verdict } from '@parlance/disclosure';
import { type Country } from '../../country/country.ts';
import { type Judge } from '../../judging/judge.ts';
import { type Departure, Leaving } from '../../upstream/departure.ts';
import { type UpstreamEvent } from '../../upstream/upstream.ts';
import { minimisedTexts } from '../prepare.ts';
import { type Ask, hear, type Hearing, type HearingContext, release, startHearing, takeVerdict } from './hearing.ts';
import { Inbox } from './inbox.ts';
import { type JudgedEvent } from './judged-event.ts';

export interface JudgingTools extends HearingContext {
  /** Null: no safeguard is configured, and every judgement fails. */
  readonly judge: Judge | null;
  readonly country: Country;
  /** Of the reader: a policy in it goes before others. */
  readonly language: string;
  readonly departure: Departure;
  /** Told of what the upstream says, as it says it. */
  readonly heard: (events: readonly UpstreamEvent[]) => void;
}

type Arrival =
  | { readonly kind: 'said'; readonly events: readonly UpstreamEvent[] }
  | { readonly kind: 'verdict'; readonly id: number; readonly verdict: Verdict }
  | { readonly kind: 'over' }
  | { readonly kind: 'broken'; readonly error: unknown };

/** The reader has left. */
type Gone = { readonly kind: 'gone' };

/** So many events may wait for verdicts before the upstream has to. */
const mostWaiting = 256;

/**
 * What an upstream says, each sentence with its verdicts, in the order in which it was said. Sentences are judged side by side while the upstream goes on. Who stops reading,
 * or leaves, ends the exchange with the upstream and every question that is open.
 */
export async function* judgeAnswer(
  ask: (departure: Departure) => AsyncIterable<readonly UpstreamEvent[]>,
  tools: JudgingTools,
): AsyncGenerator<readonly JudgedEvent[]> {
  const inbox = new Inbox<Arrival | Gone>();
  const leaving = new Leaving();
  const stopListening = tools.departure.whenGone(() => {
    inbox.put({ kind: 'gone' });
  });
  const questions = new AbortController();
  // Each question that is open listens to it.
  setMaxListeners(0, questions.signal);
  const source = ask(leaving)[Symbol.asyncIterator]();
  let course: Course = { hearing: startHearing(tools), reading: 'idle' };
  try {
    while (course.reading !== 'over' || course.hearing.queue.length > 0) {
      if (course.reading === 'idle' && course.hearing.queue.length < mostWaiting) {
        readNext(source, inbox);
        course = { ...course, reading: 'waits' };
      }
      for (const arrival of await inbox.take()) {
        if (arrival.kind === 'gone') return;
        const [next, asks] = follow(course, arrival, tools);
        course = next;
        for (const each of asks) putQuestion(each, { tools, inbox, signal: questions.signal });
      }
      const [hearing, events] = release(course.hearing);
      course = { ...course, hearing };
      if (events.length > 0) yield events;
    }
  } finally {
    stopListening();
    questions.abort();
    if (course.reading !== 'over') {
      leaving.leave();
      // Its end is awaited by nobody, and what breaks in it has no reader any more.
      source.return?.().catch(() => undefined);
    }
  }
}

interface Course {
  readonly hearing: Hearing;
  readonly reading: 'idle' | 'waits' | 'over';
}

function readNext(source: AsyncIterator<readonly UpstreamEvent[]>, inbox: Inbox<Arrival | Gone>): void {
  source.next().then(
    (read) => {
      inbox.put(read.done === true ? { kind: 'over' } : { kind: 'said', events: read.value });
    },
    (error: unknown) => {
      inbox.put({ kind: 'broken', error });
    },
  );
}

function follow({ hearing, reading }: Course, arrival: Arrival, { heard }: JudgingTools): readonly [Course, readonly Ask[]] {
  switch (arrival.kind) {
    case 'said': {
      heard(arrival.events);
      const [next, asks] = hear(hearing, arrival.events);
      return [{ hearing: next, reading: 'idle' }, asks];
    }
    case 'verdict':
      return [{ hearing: takeVerdict(hearing, arrival.id, arrival.verdict), reading }, []];
    case 'over':
      return [{ hearing, reading: 'over' }, []];
    case 'broken':
      throw arrival.error;
  }
}

interface Asking {
  readonly tools: JudgingTools;
  readonly inbox: Inbox<Arrival | Gone>;
  readonly signal: AbortSignal;
}

function putQuestion({ id, role, before, sentence }: Ask, { tools, inbox, signal }: Asking): void {
  const { judge, country, language } = tools;
  const tell = (verdict: Verdict): void => {
    inbox.put({ kind: 'verdict', id, verdict });
  };
  if (judge === null) {
    tell('failed');
    return;
  }
  const [told = '', judged = ''] = minimisedTexts([before, sentence], country, judge.jurisdiction);
  const { rule, classifier } = role;
  const policy = inLanguage(classifier.policy, language).text;
  const question = { rule: rule.id, type: rule.type, policy, threshold: classifier.threshold ?? null, before: told, sentence: judged };
  judge.judge(question, signal).then(tell, () => {
    tell('failed');
  });
}
