import { concatBytes } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '@parlance/core/bytes';

export { decodeText, hasControl, isWellFormed } from '@parlance/core';
export { concatBytes };

/** UTF-8 of a text without lone surrogates. */
export const encodeText = encodeUtf8;
