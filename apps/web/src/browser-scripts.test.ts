import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { browserScripts } from './browser-scripts.ts';
import { digestOf } from './digest-of.ts';

const { verify, verifier } = browserScripts();
const compressed = (script: string): number => gzipSync(script, { level: 9 }).length;

test('the verifier has at most 10 KB, compressed, and what the page needs around it at most 3', () => {
  expect(compressed(verifier)).toBeLessThanOrEqual(10_000);
  expect(compressed(verify)).toBeLessThanOrEqual(3_000);
});

test('the page loads the verifier from its own address and nothing else', () => {
  const loaded = [...verify.matchAll(/\bimport\b[^"]*"([^"]*)"/g)].map(([, address]) => address);
  expect(new Set(loaded)).toEqual(new Set([`/assets/verifier.js?v=${digestOf(verifier)}`]));
  expect(verifier).not.toMatch(/\bimport\b|https?:\/\//);
});

test('the verifier has no way to ask anybody', () => {
  expect(verifier).not.toMatch(/fetch|XMLHttpRequest|WebSocket|sendBeacon|document|EventSource/);
});

test('neither evaluates text as code or writes HTML', () => {
  expect(verify + verifier).not.toMatch(/innerHTML|insertAdjacentHTML|\beval\b|new Function/);
});
