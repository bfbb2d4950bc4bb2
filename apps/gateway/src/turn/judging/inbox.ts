/** What arrives from several sides, taken by one reader, in the order in which it came. */
export class Inbox<Arrival> {
  #arrived: Arrival[] = [];
  #wake: (() => void) | null = null;

  put(arrival: Arrival): void {
    this.#arrived.push(arrival);
    this.#wake?.();
    this.#wake = null;
  }

  /** Waits until something is there, and takes it all. */
  async take(): Promise<readonly Arrival[]> {
    if (this.#arrived.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#arrived.splice(0);
  }
}
