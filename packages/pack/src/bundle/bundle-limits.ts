/** Files of a bundle; as many as a pack folder may have. */
export const mostLayers = 5000;
/** Bytes of one file, as in a pack folder. */
export const largestLayer = 1024 * 1024;
/** Bytes of all files together. */
export const largestBundle = 64 * 1024 * 1024;
/** Bytes of a manifest, the limit that the OCI distribution specification asks registries to accept. */
export const largestManifest = 4 * 1024 * 1024;
