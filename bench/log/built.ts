import type * as app from '../../apps/gateway/src/app.ts';
import type * as drain from '../../apps/gateway/src/record/shard.ts';
import type * as entry from '../../apps/gateway/src/record/entry.ts';
import type * as recorder from '../../apps/gateway/src/record/recorder.ts';

interface Parts {
  readonly app: typeof app;
  readonly 'record/shard': typeof drain;
  readonly 'record/entry': typeof entry;
  readonly 'record/recorder': typeof recorder;
}

/** Parts of the gateway that it does not export, as they were built: what is measured is what runs. */
export async function built<Name extends keyof Parts>(name: Name): Promise<Parts[Name]> {
  return (await import(new URL(`../../apps/gateway/dist/${name}.js`, import.meta.url).href)) as Parts[Name];
}
