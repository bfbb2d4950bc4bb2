import { type RegisterChange } from '../../apps/gateway/src/store/register-row.ts';
import { type FollowedLog } from '../../apps/gateway/src/register/projection/follow-log.ts';
import { keptView } from '../../apps/gateway/src/register/list/register-view.ts';
import { madeLeaves, writeLog } from '../../apps/gateway/src/register/testing/made-log.ts';
import { rebuildRegister } from '@parlance/gateway/register';
import { openStore, type Store } from '../../apps/gateway/src/store/store.ts';
import { startGateway } from '../../tests/gateway/running-gateway.ts';

/** Where a register is; without an address in the embedded database. */
export interface Place {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
}

/** What a process of this benchmark is for. Each is one of its own, so that none pays for what another has left in memory. */
export type Part =
  | { readonly role: 'log'; readonly folder: string; readonly mediations: number }
  | { readonly role: 'rebuild'; readonly place: Place; readonly log: FollowedLog }
  | { readonly role: 'server'; readonly place: Place; readonly log: FollowedLog };

export interface Rebuilt {
  readonly rebuild_s: number;
  readonly cells: number;
  readonly entries: number;
}

/** Changes between two looks at the log. */
const batch = 40;
const upstreamUrl = 'http://127.0.0.1:9/v1';

/** Does what it is for and tells that to the process that started it; a server goes on until that one is done. */
export async function work(part: Part): Promise<void> {
  process.on('disconnect', () => process.exit());
  process.setSourceMapsEnabled(false);
  switch (part.role) {
    case 'log': {
      tell(await writeLog(part.folder, madeLeaves(part.mediations)));
      return;
    }
    case 'rebuild': {
      tell(await rebuild(part.place, part.log));
      return;
    }
    case 'server':
      return serve(part.place, part.log);
  }
}

function tell(answer: unknown): void {
  process.send?.(answer);
}

async function rebuild({ dataFolder, databaseUrl }: Place, log: FollowedLog): Promise<Rebuilt> {
  const began = performance.now();
  const { cells, entries } = await rebuildRegister({ dataFolder, databaseUrl, logs: [log] });
  return { rebuild_s: (performance.now() - began) / 1000, cells, entries };
}

async function serve(place: Place, log: FollowedLog): Promise<void> {
  const store = await openStore(place);
  const gateway = await startGateway({ upstreamUrl, register: store.register });
  await keptView(store.register).refresh();
  const growth = await growthOf(store, log);
  let round = 0;
  // Told when the change is there, and again with the time when what keeps the register has read it, as in a running server.
  const grow = async (): Promise<void> => {
    if (!(await store.register.apply(growth(round++)))) throw new Error('somebody else writes to the register');
    const began = performance.now();
    const read = keptView(store.register).refresh();
    tell('grown');
    await read;
    tell(performance.now() - began);
  };
  process.on('message', () => void grow());
  tell(gateway.url);
}

/** A batch of changes, one each in cells of the newest month. */
async function growthOf(store: Store, log: FollowedLog): Promise<(round: number) => RegisterChange> {
  const all = await store.register.cells();
  const newest = all.reduce((month, cell) => (cell.month > month ? cell.month : month), '');
  const cells = all.filter(({ month }) => month === newest).slice(0, batch);
  return (round) => {
    const from = log.size + BigInt(round * cells.length);
    const places = cells.map((_, place) => from + BigInt(place));
    return {
      ...{ log: log.log, from, to: from + BigInt(cells.length), answers: new Map(), decisions: [], struck: null },
      added: cells.map(({ cell }, place) => ({ cell, positions: places.slice(place, place + 1) })),
      cells: cells.map((cell, place) => ({
        ...{ ...cell, count: cell.count + round + 1, changed: from + BigInt(place) + 1n },
        newest: [...cell.newest, from + BigInt(place)].slice(-cell.newest.length),
      })),
    };
  };
}
