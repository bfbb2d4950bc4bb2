import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { minimalPack } from '../../../../packages/pack/src/check/minimal-pack.ts';
import { type PackOnDisk, packOnDisk } from '../testing/pack-on-disk.ts';
import { checkFolder } from './check-folder.ts';
import { checkText } from './check-text.ts';
import { coloured, paletteFor, plain } from './palette.ts';

const today = '2026-11-21';
let pack: PackOnDisk;

beforeEach(() => {
  pack = packOnDisk();
});
afterEach(() => {
  pack.remove();
});

describe('the report for people', () => {
  test('says in how much nothing was found', async () => {
    const text = checkText([await checkFolder(pack.folder, today)], plain);
    const files = Object.keys(minimalPack).length;
    expect(text).toMatch(RegExp(`: 0 issues, 0 warnings in ${files} files, \\d{3,} texts and [1-9]\\d* rules\\n$`));
  });

  test('says nothing of how much was looked at beside an error', async () => {
    pack.change('pack.yaml', 'general: state-information', 'general: nowhere');
    expect(checkText([await checkFolder(pack.folder, today)], plain)).toMatch(/: 1 issue, 0 warnings\n$/);
  });

  test('names a file once, and each issue below it with line and column', async () => {
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    pack.change('privacy.yaml', 'minimise:', 'minimize:');
    const text = checkText([await checkFolder(pack.folder, today)], plain);
    expect(text.split('privacy.yaml\n')).toHaveLength(2);
    expect(text).toMatch(/\n {2}2:1 {2}error {2}S1 {2}minimize\n/);
    expect(text).toMatch(/\n {2}3:13 {2}error {2}S1 {2}retention\.max_days\n/);
  });

  test('sums up several folders', async () => {
    const checked = await checkFolder(pack.folder, today);
    expect(checkText([checked, checked], plain)).toMatch(/\n2 packs: 0 issues, 0 warnings\n$/);
  });

  test('lets no pack write to the terminal', async () => {
    pack.change('privacy.yaml', 'minimise:', '"\u001b[2Jmini\u202emise":');
    pack.write('\u001b]0;title\u0007.yaml', 'a: b\n');
    const text = checkText([await checkFolder(pack.folder, today)], plain);
    expect(text).toContain('U+001B[2Jmini');
    for (const hidden of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(hidden);
  });
});

describe('colours', () => {
  test('are used on a terminal and nowhere else', () => {
    expect(paletteFor({ isTTY: true }, {})).toBe(coloured);
    expect(paletteFor({}, {})).toBe(plain);
    expect(paletteFor({ isTTY: false }, {})).toBe(plain);
  });

  test('are not used where NO_COLOR asks for none; an empty one asks for nothing', () => {
    expect(paletteFor({ isTTY: true }, { NO_COLOR: '1' })).toBe(plain);
    expect(paletteFor({ isTTY: true }, { NO_COLOR: '' })).toBe(coloured);
    expect(paletteFor({ isTTY: true }, { TERM: 'dumb' })).toBe(plain);
  });

  test('change nothing that is said', async () => {
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    const checked = [await checkFolder(pack.folder, today)];
    const painted = checkText(checked, coloured);
    expect(painted.replaceAll('\u001b', '').replaceAll(/\[\d+m/g, '')).toBe(checkText(checked, plain));
    expect(painted).not.toBe(checkText(checked, plain));
  });
});
