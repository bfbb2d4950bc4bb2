const bits = 1024;

/**
 * How many different numbers were added, within a few per cent up to some hundreds, in 128 bytes: linear counting (Whang, Vander-Zanden and Taylor, 1990). What was added cannot be read from it.
 */
export class DistinctCount {
  readonly #bitmap = new Uint8Array(bits / 8);
  #set = 0;

  /** `hash`: 32 bits, evenly spread. */
  add(hash: number): void {
    const place = hash % bits;
    const byte = this.#bitmap[place >> 3] ?? 0;
    const mask = 1 << (place & 7);
    if ((byte & mask) !== 0) return;
    this.#bitmap[place >> 3] = byte | mask;
    this.#set++;
  }

  estimate(): number {
    const free = bits - this.#set;
    return free === 0 ? Infinity : Math.round(-bits * Math.log(free / bits));
  }
}
