import { readFileSync } from 'node:fs';
import { browserScripts, verifierPath } from './browser-scripts.ts';
import { digestOf } from './digest-of.ts';
import { styleSheetUrl } from './style-sheet.ts';

/** A file that pages load. */
export interface PageAsset {
  readonly type: string;
  readonly content: string;
  /** Of the content, in 16 letters. */
  readonly digest: string;
}

export type AssetPath = '/assets/parlance.css' | '/assets/verify.js' | '/assets/chat.js' | typeof verifierPath;

let made: Readonly<Record<AssetPath, PageAsset>> | null = null;

/** Everything that pages load, made once per process. Throws when a script cannot be built or the style sheet is missing. */
export function pageAssets(): Readonly<Record<AssetPath, PageAsset>> {
  return (made ??= makeAssets());
}

function makeAssets(): Readonly<Record<AssetPath, PageAsset>> {
  const { verify, verifier, chat } = browserScripts();
  const script = (content: string): PageAsset => assetOf('text/javascript; charset=utf-8', content);
  return {
    '/assets/parlance.css': assetOf('text/css; charset=utf-8', readFileSync(styleSheetUrl, 'utf8')),
    '/assets/verify.js': script(verify),
    '/assets/chat.js': script(chat),
    [verifierPath]: script(verifier),
  };
}

function assetOf(type: string, content: string): PageAsset {
  return { type, content, digest: digestOf(content) };
}

/** With the digest of what stands there, so that a browser may keep it until it is another. */
export function assetAddress(path: AssetPath): string {
  return `${path}?v=${pageAssets()[path].digest}`;
}
