/** So many may be inside at once; the others wait in the order in which they came. */
export class Places {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /** True: inside, until `leave`. False: the signal aborted first. */
  async enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.#free > 0) {
      this.#free--;
      return true;
    }
    return new Promise((resolve) => {
      const giveUp = (): void => {
        this.#waiting.delete(comeIn);
        resolve(false);
      };
      const comeIn = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      this.#waiting.add(comeIn);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** The place goes to whoever has waited longest. */
  leave(): void {
    const [first] = this.#waiting;
    if (first === undefined) {
      this.#free++;
      return;
    }
    this.#waiting.delete(first);
    first();
  }
}
