import { fileURLToPath } from 'node:url';
import { changesBetween, type PackFiles } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { beforeAll, expect, test } from 'vitest';
import { enTransparency } from '../../../web/src/interface/transparency/en.ts';
import { etTransparency } from '../../../web/src/interface/transparency/et.ts';
import { tellChange } from './tell-change.ts';

let before: PackFiles;
let after: PackFiles;

const edits: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  'pack.yaml': [['version: 0.1.0', 'version: 0.2.0']],
  'restrictions/gambling-invitation.yaml': [
    ['article: "§ 29²"', 'article: "§ 29² lg 3"'],
    ['review_by: 2027-11-01', 'review_by: 2028-11-01'],
    ['sectors: [citizen-services, education]', 'sectors: [citizen-services]'],
    ['- mängi kohe meie kasiinos', '- mängi täna meie kasiinos'],
  ],
  'additions/ai-notice.yaml': [
    ['You are talking to an AI system, not to a person.', 'A machine answers you, not a person.'],
    ['place: start', 'place: end'],
  ],
  'services/passport.yaml': [['en: Estonian passport', 'en: Passport of Estonia']],
};

beforeAll(async () => {
  before = await readPackFolder(fileURLToPath(new URL('../../../../packs/ee', import.meta.url)));
  const changed = new Map(before);
  for (const [file, pairs] of Object.entries(edits)) {
    let text = Buffer.from(before.get(file) ?? []).toString();
    for (const [from, to] of pairs) {
      expect(text.split(from).length, `${from} stands in ${file}`).toBeGreaterThan(1);
      text = text.replace(from, to);
    }
    changed.set(file, Buffer.from(text));
  }
  after = changed;
});

type Words = Readonly<Record<string, string>>;

/** As the page says it: the sentence, what was and what is. */
const told = (one: PackFiles, other: PackFiles, words: Words): readonly string[] =>
  changesBetween(one, other)
    .map((change) => tellChange(change, (message) => message))
    .map(({ sentence, slots, before: was, after: is, areWordsShown }) => {
      const said = (words[sentence] ?? sentence).replaceAll(/\{(\w+)\}/g, (_slot, name: string) => slots[name] ?? '?');
      return areWordsShown ? `${said} | ${was ?? ''} | ${is ?? ''}` : said;
    })
    .toSorted();

test('two versions of the Estonian pack differ in a restriction, an addition and a card in plain words, with what was and what is', () => {
  expect(told(before, after, enTransparency)).toMatchInlineSnapshot(`
    [
      "The day by which gambling-invitation has to be reviewed changed. | 2027-11-01 | 2028-11-01",
      "The law cited for gambling-invitation changed. | § 29² | § 29² lg 3",
      "The service card passport changed. | Estonian passport | Passport of Estonia",
      "The text that ai-notice adds changed. | You are talking to an AI system, not to a person. | A machine answers you, not a person.",
      "The version number changed. | 0.1.0 | 0.2.0",
      "What gambling-invitation looks for changed.",
      "Where and for whom gambling-invitation holds changed. | education | ",
      "Where or when ai-notice adds its text changed. | start | end",
    ]
  `);
});

test('the same in Estonian has a sentence for each, and none that only names a file and a field', () => {
  const [english, estonian] = [told(before, after, enTransparency), told(before, after, etTransparency)];
  expect(estonian).toHaveLength(english.length);
  expect(estonian.filter((line) => english.includes(line))).toEqual([]);
  for (const change of changesBetween(before, after)) expect(tellChange(change, String).sentence).not.toContain('general');
});

test('a restriction, an addition and a card that come are told with what they are about', () => {
  const files = ['restrictions/gambling-invitation.yaml', 'additions/ai-notice.yaml', 'services/passport.yaml'];
  const less = new Map([...before].filter(([path]) => !files.includes(path)));
  expect(told(less, before, enTransparency)).toMatchInlineSnapshot(`
    [
      "A restriction was added: type.gambling, under Reklaamiseadus, § 29². |  | ",
      "A service card was added: passport. |  | ",
      "A text that is added was added: purpose.ai-notice, under Regulation (EU) 2024/1689 (Artificial Intelligence Act), Article 50(1). |  | ",
    ]
  `);
});
