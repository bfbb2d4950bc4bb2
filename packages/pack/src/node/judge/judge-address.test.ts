import { expect, test } from 'vitest';
import { judgeAddress } from './judge-address.ts';

test.each([
  ['https://models.example/v1', 'https://models.example/v1/chat/completions'],
  ['https://models.example/v1///', 'https://models.example/v1/chat/completions'],
  ['https://models.example', 'https://models.example/chat/completions'],
  ['http://localhost:11434/v1', 'http://localhost:11434/v1/chat/completions'],
  ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1/chat/completions'],
  ['http://[::1]:8000/v1', 'http://[::1]:8000/v1/chat/completions'],
])('%s is asked at %s', (base, address) => {
  expect(judgeAddress(base)).toEqual({ ok: true, value: new URL(address) });
});

test.each([
  ['models.example/v1', 'no-address'],
  ['', 'no-address'],
  ['file:///etc/passwd', 'no-address'],
  ['http://models.example/v1', 'not-encrypted'],
  ['http://localhost.models.example/v1', 'not-encrypted'],
  ['http://127.0.0.1.models.example/v1', 'not-encrypted'],
  ['http://10.0.0.1/v1', 'not-encrypted'],
  ['https://user:password@models.example/v1', 'credentials'],
  ['http://localhost@models.example/v1', 'credentials'],
  ['https://models.example/v1?key=secret', 'query'],
  ['https://models.example/v1#a', 'query'],
])('%s is refused: %s', (base, code) => {
  expect(judgeAddress(base)).toEqual({ ok: false, code });
});
