import { causes, informationTypes, messageIds, messages } from '@parlance/charter';
import { createWording, type OmitDisclosure } from '@parlance/disclosure';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePack } from './format/parse-pack.ts';
import { readPackFolder } from './node/index.ts';

const { pack } = parsePack(await readPackFolder(join(import.meta.dirname, '..', '..', '..', 'packs', 'ee')));
const catalogues = [
  ...['ar', 'en', 'es', 'fr', 'ru', 'zh'].map((language) => ({
    name: `charter ${language}`,
    language,
    catalogue: (id: string) => wordingOf(id, language),
  })),
  ...[...(pack?.notices ?? [])].map(([language, notices]) => ({
    name: `pack ${language}`,
    language,
    catalogue: (id: string) => notices.get(id) ?? wordingOf(id, 'en'),
  })),
];

function wordingOf(id: string, language: string): string | null {
  const wordings: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
    Object.entries(messages).map(([name, { wording }]) => [name, wording]),
  );
  return wordings[id]?.[language] ?? null;
}

function disclosureFor(cause: OmitDisclosure['cause'], type: OmitDisclosure['type'], redress: string | null): OmitDisclosure {
  const basis = cause === 'law' ? { jurisdiction: 'EE', instrument: 'Act', article: '§ 1', url: 'https://law.example' } : null;
  const facts = { id: 'd1', choice: 0, channel: 'content', at: [0, 1], since: null, decidedBy: 'automated', rule: 'r@1' } as const;
  return {
    ...facts,
    kind: 'omit',
    cause,
    type,
    basis,
    authority: cause === 'law' ? 'Office' : null,
    rationale: { lang: 'en', text: 'Because.' },
    redress,
  };
}

describe('every footnote is words and never a message id (R3)', () => {
  test.each(catalogues)('$name', ({ language, catalogue }) => {
    const wording = createWording(language, catalogue);
    for (const cause of causes) {
      for (const type of informationTypes) {
        for (const redress of cause === 'law' ? ['https://redress.example'] : [null, 'https://redress.example']) {
          const disclosure = disclosureFor(cause, type, redress);
          for (const text of [wording.notice(disclosure, 1), wording.marker(disclosure, 1)]) {
            for (const id of messageIds) expect(text).not.toContain(id);
            expect(text.length).toBeGreaterThan(5);
          }
        }
      }
    }
  });
});
