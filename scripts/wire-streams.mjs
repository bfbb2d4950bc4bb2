// Makes vectors/wire/<language>.sse: text of the example packs in the form in which OpenAI-compatible servers stream it, 200 chunks of about four tokens each.
// A token is taken to be four letters, or two where a script is not Latin; no model was asked. The same text gives the same bytes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './install.mjs';

const chunks = 200;
const tokens = 4;
const streams = [
  { pack: 'ee', language: 'en', letters: 4 },
  { pack: 'ee', language: 'et', letters: 4 },
  { pack: 'ee', language: 'ru', letters: 2 },
  { pack: 'ma', language: 'ar', letters: 2 },
];

function textOf({ pack, language }) {
  const folder = join(root, 'packs', pack, 'services');
  const cards = readdirSync(folder)
    .sort()
    .map((file) => parse(readFileSync(join(folder, file), 'utf8')));
  return cards.flatMap(({ facts }) => facts.map(({ text }) => text[language]).filter((text) => text !== undefined)).join('\n\n');
}

function cut(text, size) {
  const letters = Array.from(text).slice(0, size * chunks);
  return Array.from({ length: chunks }, (_, index) => letters.slice(index * size, (index + 1) * size).join(''));
}

function chunkOf(delta, finish = null) {
  const facts = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1795132800, model: 'model' };
  return `data: ${JSON.stringify({ ...facts, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`;
}

mkdirSync(join(root, 'vectors', 'wire'), { recursive: true });
for (const stream of streams) {
  const deltas = cut(textOf(stream), stream.letters * tokens).map((content) => ({ content }));
  const events = [{ role: 'assistant', content: '' }, ...deltas].map((delta) => chunkOf(delta));
  writeFileSync(join(root, 'vectors', 'wire', `${stream.language}.sse`), [...events, chunkOf({}, 'stop'), 'data: [DONE]\n\n'].join(''));
}
