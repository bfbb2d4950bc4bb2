import { expect } from 'vitest';
import { seededRandom } from '../../files/testing/random.ts';
import { type DiskFault, type SimulatedDisk, simulatedDisk } from '../../files/testing/simulated-disk.ts';
import { type Loss } from '../../files/testing/volume.ts';
import { type LogWriter } from '../log-writer.ts';
import { checkOn, leavesOf, textOf, writerOn } from './test-log.ts';

export const random = seededRandom(2026);
const total = 275;

/** As a server does: adds what comes after the cursor, in batches; opens the log anew after each failure; says what was acknowledged. */
export async function script(disk: SimulatedDisk): Promise<bigint> {
  let acknowledged = 0n;
  for (const limit of [3, 250, total - 1]) {
    const writer = await writerOn(disk).catch(() => null);
    if (writer === null) continue;
    await drain(writer, [limit - 2, limit]).catch(() => undefined);
    acknowledged = writer.size() > acknowledged ? writer.size() : acknowledged;
    await writer.removePartials().catch(() => undefined);
    await writer.close().catch(() => undefined);
  }
  return acknowledged;
}

async function drain(writer: LogWriter, limits: readonly number[]): Promise<void> {
  for (const limit of limits) {
    const from = Number(writer.cursor());
    if (from < limit) await writer.add(leavesOf(limit - from, from), { cursor: BigInt(limit) });
  }
}

export async function checkPromises(disk: SimulatedDisk, acknowledged: bigint): Promise<void> {
  const writer = await writerOn(disk);
  expect(writer.size() >= acknowledged).toBe(true);
  expect(writer.size()).toBe(writer.cursor());
  expect((await checkOn(disk)).issues).toEqual([]);
  await drain(writer, [total]);
  expect(await checkOn(disk)).toMatchObject({ issues: [], size: BigInt(total) });
  for (const position of [0n, acknowledged, BigInt(total) - 1n])
    expect(textOf(await writer.readEntry(position))).toBe(`leaf ${String(position)}`);
  await writer.close();
}

/** Makes one operation of the script fail, lets the machine or the process start anew, and looks at what is there. */
export async function failAtEach(fault: Omit<DiskFault, 'at'>, loss: Loss | 'nothing', step = 1): Promise<void> {
  const whole = simulatedDisk();
  expect(await script(whole)).toBe(BigInt(total - 1));
  const count = whole.operations();
  expect(count).toBeGreaterThan(250);
  for (let at = 1; at <= count; at += step) {
    const disk = simulatedDisk();
    disk.failAt({ ...fault, at });
    const acknowledged = await script(disk);
    disk.failAt(null);
    await checkPromises(disk.restart(loss, random), acknowledged).catch((error: unknown) => {
      throw new Error(`operation ${at} of ${count}`, { cause: error });
    });
  }
}
