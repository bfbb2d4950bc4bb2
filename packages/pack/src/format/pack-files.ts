/** The files of a pack by their path inside its folder, with `/` between names. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;
