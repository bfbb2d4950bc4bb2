import { type ChatRequest, type EgressPolicy } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type Reranker } from '../embeddings/reranker.ts';
import { type Judge } from '../judging/judge.ts';
import { type TurnMetrics } from '../metrics/metrics.ts';
import { type Surface } from '../surfaces/surface.ts';
import { type Departure } from '../upstream/departure.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { type KeyAge, type ReaderHints } from './localize.ts';
import { type RecordingTools } from './recording.ts';
import { type EndEvent } from './seal.ts';
import { type StudyStep } from './study-step.ts';

export interface TurnInput {
  /** Of the answer. Nobody can guess it. */
  readonly id: string;
  readonly request: ChatRequest;
  /** Where the answer is told. What has no place there is not told. */
  readonly surface: Surface;
  readonly country: Country;
  readonly upstream: Upstream;
  /** Orders what was found by meaning; null or absent: the order of the words stands, and nothing is waited for. */
  readonly reranker?: Reranker | null;
  /** Judges what rules with a written policy ask to have judged; null: nobody can, and each rule says what is done then. */
  readonly judge: Judge | null;
  readonly sector: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the surface knows of the reader. */
  readonly hints?: ReaderHints | undefined;
  readonly keyAge?: KeyAge | undefined;
  /** Where somebody learns, how far the help goes; null or absent: nobody does. */
  readonly study?: StudyStep | null | undefined;
  /** Of the operator; `minimise` when absent. */
  readonly egress?: EgressPolicy | undefined;
  /** Of the client. */
  readonly departure: Departure;
  /** Where the turn is recorded, before the upstream is asked and before its end is told. */
  readonly recording: RecordingTools;
  /** Counts for the operator; null or absent: nobody does. */
  readonly metrics?: TurnMetrics | null | undefined;
  /** Told of what broke inside; gets errors, never text. */
  readonly onBroken: (error: unknown) => void;
  /** Settles what the answer used, and which of its sources its text cites: told once, before the end is delivered. Must not throw. */
  readonly onEnd: (end: EndEvent, cited: ReadonlySet<string>) => void;
}
