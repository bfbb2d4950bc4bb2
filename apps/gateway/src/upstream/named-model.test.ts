import { expect, test } from 'vitest';
import { namedModel } from './named-model.ts';

test('a name that the server was asked for tells nothing, unless the server offers it', () => {
  expect(namedModel({ said: 'x-is-a-liar', asked: 'x-is-a-liar', offered: [] })).toBeNull();
  expect(namedModel({ said: 'mock-1', asked: 'mock-1', offered: ['mock-1'] })).toBe('mock-1');
});

test('a name of its own is told, and the folder of a file is not', () => {
  expect(namedModel({ said: 'org/m-7b:q4_0', asked: 'parlance', offered: [] })).toBe('org/m-7b:q4_0');
  expect(namedModel({ said: 'C:\\models\\m.gguf', asked: 'parlance', offered: [] })).toBe('m.gguf');
});
