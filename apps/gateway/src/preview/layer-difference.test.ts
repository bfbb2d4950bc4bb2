import { digestOfText } from '@parlance/core';
import { type Layer, type Line } from '@parlance/pack';
import { expect, test } from 'vitest';
import { layerDifference } from './layer-difference.ts';

const layer = (name: Layer['name'], lines: readonly Line[]): Layer => ({ name, lines, digest: digestOfText(JSON.stringify(lines)) });

test('lines that were changed, that have gone and that have come are told by layer and name', () => {
  const before = [
    layer('country', [['pack', 'EE 1']]),
    layer('knowledge', [
      ['s1.text', 'old'],
      ['s1.title', 'same'],
      ['s2.text', 'gone'],
    ]),
  ];
  const after = [
    layer('country', [['pack', 'EE 1']]),
    layer('knowledge', [
      ['s1.text', 'new'],
      ['s1.title', 'same'],
      ['term', 'come'],
    ]),
  ];
  expect(layerDifference(before, after)).toEqual([
    { layer: 'knowledge', key: 's1.text', before: 'old', after: 'new' },
    { layer: 'knowledge', key: 's2.text', before: 'gone', after: null },
    { layer: 'knowledge', key: 'term', before: null, after: 'come' },
  ]);
});
