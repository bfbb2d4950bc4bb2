import { afterAll, beforeAll, test } from 'vitest';
import { damages, type SoundLog, soundLog } from './closed-log.ts';
import { stopAll } from './run-parlance.ts';

let log: SoundLog;
beforeAll(async () => {
  log = await soundLog();
});
afterAll(() => {
  log.remove();
});
afterAll(stopAll);

test.each(damages.slice(1))(
  'with $name a server says what is wrong, answers nothing, and gives people in distress their resources all the same (R9)',
  async (damage) => {
    await log.answersNothingWith(damage);
  },
);
