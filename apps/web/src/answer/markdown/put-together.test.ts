import { describe, expect, test } from 'vitest';
import { createMathematics } from './mathematics.ts';

const write = (tex: string): string | null => createMathematics().write(tex, false);

describe('a formula shows nothing that was not screened (R12)', () => {
  test.each([
    '494\\hspace{0pt}0313\\hspace{0pt}6526',
    '494\\color{red}{0313}6526',
    '\\text{tobac}\\color{red}{\\text{co}}',
    '494\\kern0pt 0313',
  ])('%s is shown as it was written', (tex) => {
    expect(write(tex)).toBeNull();
  });

  test.each([
    'c = 299\\,792\\,458',
    '\\alpha\\beta\\gamma\\delta\\epsilon = 2\\pi r',
    '\\iint f \\,\\mathrm{d}x\\,\\mathrm{d}y\\,\\mathrm{d}z',
    'E = mc^2 + \\frac{1}{2}mv^2',
    '\\text{if } x > 0 \\text{ then } \\sin x \\cos y \\tan z',
    'm_{\\text{rel}}\\,\\text{kg}\\,\\text{m}^2',
    '\\begin{pmatrix} 1000 & 2000 \\\\ 3000 & 4000 \\end{pmatrix}',
    '1{,}000{,}000',
    '\\sum_{i=1}^{100} 12345_{67890}',
    '\\mathbf{F} = \\mathrm{softmax}(\\mathbf{x})',
    '4940313{6526}',
  ])('%s is shown as a formula', (tex) => {
    expect(write(tex)).toMatch(/^<math/);
  });
});
