import { describe, expect, test } from 'vitest';
import { createKnownWriter, knownEmail, knownPhone, knownTexts, knownTitle } from './known-text.ts';
import { createAtoms } from './markdown/atoms.ts';

const known = knownTexts([
  knownPhone('+372 612 3000', []),
  knownPhone('115', ['Service desk, ', 'telephone ']),
  knownEmail('info@example.ee'),
  knownTitle('Pass'),
  knownTitle('Pass for a child'),
]);

function written(text: string, size = text.length): string {
  const atoms = createAtoms();
  const writer = createKnownWriter(known, atoms, (part) => atoms.html(part));
  const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, place) => text.slice(place * size, (place + 1) * size));
  return parts.map((part) => writer.write(part)).join('') + writer.close();
}

const phone = '<a class="reach" href="tel:+3726123000" dir="ltr">+372 612 3000</a>';
const email = '<a class="reach" href="mailto:info@example.ee" dir="ltr">info@example.ee</a>';

describe('what the pack knows in an answer of its own', () => {
  test('is a link with the same words', () => {
    expect(written('Office, +372 612 3000, info@example.ee, https://x.ee/')).toBe(`Office, ${phone}, ${email}, https://x.ee/`);
    expect(written('(\u2068+372 612 3000\u2069)')).toBe(`(\u2068${phone}\u2069)`);
  });

  test('is none inside another word, number or address', () => {
    for (const text of [
      'x+372 612 3000',
      '+372 612 30001',
      'minfo@example.ee',
      'info@example.eeu',
      'https://info@example.ee',
      '+372 612 300',
    ])
      expect(written(text)).toBe(text);
  });

  test('is a short number only after what says so', () => {
    expect(written('Service desk, 115, x')).toBe('Service desk, <a class="reach" href="tel:115" dir="ltr">115</a>, x');
    for (const text of ['§ 115', '115 euros', 'Other desk, 115']) expect(written(text)).toBe(text);
  });

  test('is a name to tap only where it is a whole line of a list', () => {
    const tapped = written('Which?\n\n- Pass\n- Pass for a child');
    expect(tapped).toContain('name="again" value="Pass"><span dir="auto">Pass</span></button>\n- <button');
    expect(tapped).toContain('value="Pass for a child"');
    for (const text of ['Pass', '\n- Pass costs 5', '\n- The Pass', '\n1. Pass', '\n## Pass']) expect(written(text)).toBe(text);
  });

  test('is the same however the text was cut', () => {
    const text = 'Which?\n\n- Pass\n- Pass for a child\n\nOffice, +372 612 3000, info@example.ee. Service desk, 115';
    for (let size = 1; size < text.length; size++) expect(written(text, size)).toBe(written(text));
  });
});
