import { type Dispatcher } from 'undici';
import { cohort } from '../../cohort.ts';
import { type Departure } from '../departure.ts';

export interface ReplyHead {
  readonly status: number;
  /** Empty when the upstream names none. */
  readonly contentType: string;
}

/** Bytes that may wait for us before the upstream is asked to pause. */
const mostWaiting = 256 * 1024;
/** What is still read of an answer that is over, in bytes and milliseconds: a connection whose body was read to its end can be used again. */
const farewell = { bytes: 64 * 1024, milliseconds: 1000 };

/**
 * One HTTP exchange whose body is read as it comes: what arrives together is read together. It handles undici's dispatch itself, because a Node stream between the two
 * costs as much as the request.
 */
export class Exchange implements Dispatcher.DispatchHandler, AsyncIterator<Buffer>, AsyncIterable<Buffer> {
  /** Rejects when no answer comes. */
  readonly head: Promise<ReplyHead>;

  readonly #departure: Departure;
  #stopListening = (): void => undefined;
  #controller: Dispatcher.DispatchController | null = null;
  #tellHead!: (head: ReplyHead) => void;
  #failHead!: (error: Error) => void;
  #wake: (() => void) | null = null;
  #waiting: Buffer[] = [];
  #size = 0;
  #isOver = false;
  #isLeft = false;
  #failure: Error | null = null;

  constructor(dispatcher: Dispatcher, options: Dispatcher.DispatchOptions, departure: Departure) {
    this.#departure = departure;
    this.head = new Promise((resolve, reject) => {
      this.#tellHead = resolve;
      this.#failHead = reject;
    });
    // Whoever leaves before the head has come waits for it no more.
    this.head.catch(() => undefined);
    this.#stopListening = departure.whenGone(this.#abort);
    if (!departure.hasGone) dispatcher.dispatch(options, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // Who left before a connection was there has been told already, but the request must not go out.
    if (this.#departure.hasGone || this.#isLeft) controller.abort(abortion());
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status >= 200) this.#tellHead({ status, contentType: String(headers['content-type'] ?? '') });
  }

  onResponseData(controller: Dispatcher.DispatchController, part: Buffer): void {
    this.#size += part.length;
    if (this.#isLeft) {
      if (this.#size > farewell.bytes) this.#abort();
      return;
    }
    this.#waiting.push(part);
    if (this.#size > mostWaiting) controller.pause();
    this.#rouse();
  }

  onResponseEnd(): void {
    this.#end(null);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error);
  }

  /** Everything that came since the last call. Throws when the connection broke. */
  async next(): Promise<IteratorResult<Buffer, undefined>> {
    while (this.#waiting.length === 0) {
      if (this.#failure !== null) throw this.#failure;
      if (this.#isOver) return { done: true, value: undefined };
      await new Promise<void>((resolve) => (this.#wake = resolve));
      await cohort();
    }
    const [first, ...more] = this.#waiting;
    const value = first !== undefined && more.length === 0 ? first : Buffer.concat(this.#waiting);
    this.#waiting = [];
    const isPaused = this.#size > mostWaiting;
    this.#size = 0;
    // More may come, and pause it again, before this call returns.
    if (isPaused) this.#controller?.resume();
    return { done: false, value };
  }

  /** Breaks the exchange off, unless its answer is over. */
  return(): Promise<IteratorResult<Buffer, undefined>> {
    if (!this.#isLeft) this.#abort();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** The answer is whole: only the end of its bytes is awaited, and not for long. */
  linger(): void {
    if (this.#isOver) return;
    this.#isLeft = true;
    this.#size = 0;
    this.#controller?.resume();
    setTimeout(this.#abort, farewell.milliseconds).unref();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly #abort = (): void => {
    if (this.#isOver) return;
    this.#isLeft = true;
    this.#controller?.abort(abortion());
    this.#fail(abortion());
  };

  #fail(error: Error): void {
    this.#failHead(error);
    this.#end(error);
  }

  #end(failure: Error | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#failure = failure;
    this.#stopListening();
    this.#rouse();
  }

  #rouse(): void {
    this.#wake?.();
    this.#wake = null;
  }
}

function abortion(): Error {
  return new DOMException('nobody waits for this answer', 'AbortError');
}
