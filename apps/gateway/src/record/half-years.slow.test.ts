import { test } from 'vitest';
import { failDuringTurn } from './testing/turning-server.ts';

test.each(['fails', 'short', 'stops'] as const)(
  'whichever operation of the disk %s during the turn of a half-year, every promise is proved in the end, and both logs verify',
  async (kind) => {
    await failDuringTurn(kind, { first: 1, step: 1 });
  },
  600_000,
);
