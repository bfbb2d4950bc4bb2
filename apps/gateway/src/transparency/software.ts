import { readFileSync } from 'node:fs';
import { z } from 'zod';

const manifest = z.looseObject({ version: z.string() });

/** Version of the program that runs. Read once, at start. */
export const software = manifest.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;
