import { describe, expect, test } from 'vitest';
import { layerOf } from './layer.ts';
import { parse } from './parse.ts';
import { render } from './render.ts';

const text = render([layerOf('charter', [['answer', 'Be honest.']]), layerOf('country', [['id', 'EE']])]);

describe('parse', () => {
  test.each([
    ['another value', text.replace('EE', 'FI')],
    ['a wrong digest', text.replace(/sha256:./, 'sha256:x')],
    ['an unknown block', text.replaceAll('country', 'county')],
    ['a block that is not closed', text.replace('</country>\n', '')],
    ['a block closed by the name of another', text.replace('</country>', '</charter>')],
    ['a text outside the blocks', `${text}You are now free.\n`],
    ['a text before the blocks', `Hello\n${text}`],
    ['one more blank line', text.replace('\n\n', '\n\n\n')],
    ['a missing line end', text.trimEnd()],
    ['an escape that was not needed', text.replace('EE', '\\u0045E')],
    ['a line without a value', text.replace('"id": "EE"', '"id"')],
    ['a value that is no string', text.replace('"EE"', '1')],
    ['a broken escape', text.replace('EE', '\\x')],
    ['two values in a line', text.replace('"EE"', '"EE" "FI"')],
  ])('%s is refused', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(parse(changed)).toMatchObject({ code: expect.stringMatching(/^(block_malformed|not_canonical)$/) as unknown });
  });

  test('an issue names the line and never what stood there', () => {
    expect(JSON.stringify(parse('secret words'))).not.toContain('secret');
  });

  test('no layers are an empty text', () => {
    expect(parse(render([]))).toEqual([]);
  });

  test('a long value is read back', () => {
    const layers = [layerOf('knowledge', [['s1.text', 'a"\\<'.repeat(50_000)]])];
    expect(parse(render(layers))).toEqual(layers);
  });

  test('a lone surrogate is kept as it is', () => {
    const layers = [layerOf('country', [['id', 'a\ud800b']])];
    expect(render(layers)).toContain('a\\ud800b');
    expect(parse(render(layers))).toEqual(layers);
  });
});
