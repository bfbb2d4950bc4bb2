export { decodeBase64 } from '@parlance/core';
export { encodeBase64 } from '@parlance/core/bytes';
