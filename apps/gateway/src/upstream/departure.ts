/** Tells that nobody waits for an answer any more. An `AbortSignal` would do, at the price of a tenth of what all else about an answer costs. */
export interface Departure {
  readonly hasGone: boolean;
  /** The listener is told once, at once when it is too late already. Gives back how to stop listening. */
  whenGone(listener: () => void): () => void;
}

export class Leaving implements Departure {
  #hasGone = false;
  readonly #listeners = new Set<() => void>();

  get hasGone(): boolean {
    return this.#hasGone;
  }

  leave(): void {
    this.#hasGone = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }

  whenGone(listener: () => void): () => void {
    if (this.#hasGone) listener();
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
