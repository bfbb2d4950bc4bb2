import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type BuildOptions } from 'esbuild';
import { digestOf } from './digest-of.ts';

/** Scripts of the pages, as a browser loads them. */
export interface BrowserScripts {
  /** What a page needs around the verifier, served as `/assets/verify.js`. */
  readonly verify: string;
  /** Comfort around the conversation, served as `/assets/chat.js`. */
  readonly chat: string;
  /** `@parlance/log/verify` and nothing else, served as `/assets/verifier.js`, so that anybody can compare or keep it. */
  readonly verifier: string;
}

let made: BrowserScripts | null = null;

/**
 * Bundles the scripts from the sources when the server runs from sources, and from `dist` when it runs from there, so that no built file is kept that could be
 * another than the code. Takes a tenth of a second, once per process, and throws when they cannot be built.
 */
export function browserScripts(): BrowserScripts {
  const here = fileURLToPath(import.meta.url);
  return (made ??= bundleAll(dirname(here), here.endsWith('.ts')));
}

export const verifierPath = '/assets/verifier.js';

function bundleAll(folder: string, isSource: boolean): BrowserScripts {
  const conditions = isSource ? ['source'] : [];
  const [verifierModule, extension] = ['@parlance/log/verify', isSource ? 'ts' : 'js'];
  const verifier = bundle({ conditions, stdin: { contents: `export * from '${verifierModule}';`, resolveDir: folder } });
  const verifierAddress = `${verifierPath}?v=${digestOf(verifier)}`;
  return {
    verify: bundle({
      conditions,
      entryPoints: [`${folder}/browser/verify.${extension}`],
      alias: { [verifierModule]: verifierAddress },
      external: [verifierAddress],
    }),
    chat: bundle({
      conditions,
      entryPoints: [`${folder}/browser/chat/chat.${isSource ? 'tsx' : 'js'}`],
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
    verifier,
  };
}

function bundle(options: BuildOptions): string {
  const { outputFiles } = buildSync({
    ...options,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
