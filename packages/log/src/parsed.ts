export { accept, type Accepted, type Parsed, refuse, type Refused } from '@parlance/core';
