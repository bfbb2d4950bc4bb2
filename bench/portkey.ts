import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LoadOrder } from './gateway/load.ts';
import { wholePath } from './gateway/mock-upstream.ts';
import { pinnable, startPinned } from './gateway/pinned-process.ts';
import { startPortkey } from './gateway/portkey-process.ts';
import { estimate } from './gateway/statistics.ts';
import { type Setup, work } from './gateway/worker.ts';

/**
 * Whole short answers per second: the gateway with the Estonian pack and its journal, and Portkey's gateway with nothing switched on, one after the other on the same core. Portkey's is not
 * installed with this repository: `npm install --ignore-scripts @portkey-ai/gateway@1.15.2` in a folder of its own, and
 * `npm run bench:portkey -- --folder <that folder> [--rounds 10] [--json]`; with `--json` the last line is one JSON object.
 */
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    rounds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    /** This process is a part of a run and not the run. */
    part: { type: 'string' },
  },
});

const order = { isGateway: true, isStream: false, connections: 32, chunks: 8, pace: 0 } as const;
const milliseconds = { warming: 4000, measured: 800 };

interface Arm {
  readonly target: Pick<LoadOrder, 'address' | 'key' | 'headers'>;
  readonly rates: number[];
}

async function main(portkeyFolder: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'));
  const stops: (() => Promise<void>)[] = [];
  const isPinned = pinnable();
  const [underTest, beside] = isPinned ? [0, 1] : [null, null];
  const start = async (core: number | null, role: Setup['role'], upstream = '') => {
    const started = await startPinned({ core, setup: { role, upstream, packs: join(folder, 'pack'), data: join(folder, 'data') } });
    stops.unshift(() => started.stop());
    return started;
  };
  try {
    cpSync(join(import.meta.dirname, '..', 'packs', 'ee'), join(folder, 'pack'), { recursive: true });
    mkdirSync(join(folder, 'data'));
    const mock = await start(beside, 'mock');
    const client = await start(beside, 'load');
    const { address, key } = await start(underTest, 'gateway', mock.address);
    const portkey = await startPortkey({ folder: portkeyFolder, core: underTest });
    stops.unshift(() => portkey.close());
    const headers = { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': `${mock.address}${wholePath}/v1` };
    const gatewayArm: Arm = { target: { address, key }, rates: [] };
    const portkeyArm: Arm = { target: { address: portkey.address, key: 'none', headers }, rates: [] };
    const rate = async ({ target }: Arm, time: number): Promise<number> => {
      const report = await client.load({ ...order, ...target, milliseconds: time });
      if (report.sound < report.requests) throw new Error(`wrong answers: ${report.faults.join('; ')}`);
      return (report.requests / report.milliseconds) * 1000;
    };
    for (const arm of [gatewayArm, portkeyArm]) await rate(arm, milliseconds.warming);
    for (let round = 0; round < Number(options.rounds); round++)
      for (const arm of round % 2 === 0 ? [gatewayArm, portkeyArm] : [portkeyArm, gatewayArm])
        arm.rates.push(await rate(arm, milliseconds.measured));
    print(gatewayArm.rates, portkeyArm.rates);
  } finally {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true });
  }
}

function print(ours: readonly number[], theirs: readonly number[]): void {
  const [gateway, portkey] = [estimate(ours), estimate(theirs)];
  const ratio = estimate(ours.map((rate, round) => rate / (theirs[round] ?? NaN)));
  for (const [name, { median, interval }] of Object.entries({ gateway, portkey, rps_ratio_portkey: ratio }))
    console.log(`${name.padEnd(20)} ${median.toFixed(3).padStart(10)}   95 %: ${interval.map((end) => end.toFixed(3)).join(' to ')}`);
  if (options.json)
    console.log(
      JSON.stringify({
        rps: gateway.median,
        rps_portkey: portkey.median,
        rps_ratio_portkey: ratio.median,
        interval: ratio.interval,
        rounds: ours.length,
      }),
    );
}

if (options.part !== undefined) await work(JSON.parse(options.part) as Setup);
else if (options.folder === undefined) console.error('say where @portkey-ai/gateway is installed: --folder <folder>');
else await main(options.folder);
