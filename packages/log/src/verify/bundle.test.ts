import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const bundle = await build({
  entryPoints: [new URL('index.ts', import.meta.url).pathname],
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  conditions: ['source'],
  write: false,
  metafile: true,
});

test('what a browser loads to verify a receipt has at most 10 KB, compressed', () => {
  const [file] = bundle.outputFiles;
  expect(gzipSync(file!.contents, { level: 9 }).length).toBeLessThanOrEqual(10_000);
});

test('it needs nothing of Node, no schema library and no format but its own', () => {
  const inputs = Object.keys(bundle.metafile.inputs);
  expect(inputs.filter((path) => /zod|node:|\/node\/|\/witness\/|\/tile\//.test(path))).toEqual([]);
});
