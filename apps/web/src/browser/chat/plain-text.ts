const blocks =
  'p, div, section, article, header, h1, h2, h3, h4, h5, h6, ul, ol, dl, dt, dd, blockquote, figure, figcaption, table, details, summary, hr';

/** An element as text: cells stand apart by tabs, rows, items and lines by new lines, and code keeps its spaces. */
export function plainText(element: Element): string {
  return textOf(element)
    .replace(/[ \u00A0]*\n[ \u00A0]*/gu, '\n')
    .replaceAll(codeSpace, ' ')
    .replaceAll(codeLine, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

// Private characters that stand for what code keeps until everything else is tidied.
const codeSpace = '\u{F0000}';
const codeLine = '\u{F0001}';

function textOf(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\s+/gu, ' ');
  if (!(node instanceof Element)) return '';
  if (node.matches('br')) return '\n';
  if (node.matches('pre')) return `\n${node.textContent.replaceAll(' ', codeSpace).replaceAll('\n', codeLine)}\n`;
  const inside = [...node.childNodes].map(textOf).join('');
  if (node.matches('th, td')) return `${inside.trim().replaceAll('\n', ' ')}${node.nextElementSibling === null ? '' : '\t'}`;
  if (node.matches('tr')) return `${inside}\n`;
  if (node.matches('li')) return `\n${markOf(node)} ${inside.trim()}\n`;
  return node.matches(blocks) ? `\n${inside}\n` : inside;
}

function markOf(item: Element): string {
  if (item.parentElement?.matches('ol') !== true) return '-';
  return `${item.getAttribute('value') ?? [...item.parentElement.children].indexOf(item) + 1}.`;
}
