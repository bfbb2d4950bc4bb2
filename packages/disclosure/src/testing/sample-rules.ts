import { type AddDisclosure } from '../disclosure.ts';
import { type Segment } from '../edit.ts';
import { finish, startPass, step } from '../pass.ts';
import { type PassContext } from '../pass-context.ts';
import { type AddRule, type OmitRule, type Rule } from '../rule.ts';
import { compile, type Screen } from '../screen.ts';
import { type Wording } from '../wording.ts';
import { type Output } from '../writer.ts';

/** Rules of every cause, for tests of this package. */
export const lawRule: OmitRule = {
  kind: 'omit',
  id: 'xx.law.1.words',
  version: '1',
  cause: 'law',
  type: 'advertising',
  matcher: { terms: ['forbidden phrase', 'keelatud sõna', 'запретное слово', '禁語'], patterns: ['code-\\d{3,6}'] },
  basis: { jurisdiction: 'XX', instrument: 'Act', article: '§ 1', url: 'https://law.example/1' },
  authority: { en: 'Office' },
  since: '2020-01-01',
  rationale: { en: 'Because the act says so.' },
  redress: 'https://redress.example',
};

export const privacyRule: OmitRule = {
  kind: 'omit',
  id: 'privacy.identifiers',
  version: '1',
  cause: 'privacy',
  type: 'personal-identifier',
  matcher: { identifiers: ['ee.isikukood', 'iban', 'phone', 'email'] },
  rationale: { en: 'It identifies a person.' },
};

export const noticeAddition: AddRule = {
  kind: 'add',
  id: 'xx.ai',
  version: '1',
  cause: 'law',
  purpose: 'ai-notice',
  place: 'start',
  when: 'always',
  text: { en: 'You are talking to a machine.' },
};

export const triggeredAddition: AddRule = {
  kind: 'add',
  id: 'xx.challenge',
  version: '1',
  cause: 'law',
  purpose: 'legal-notice',
  place: 'end',
  when: { terms: ['decision'] },
  text: { en: 'You can challenge it.' },
};

export const plainWording: Wording = {
  marker: (disclosure, number) => `${number}: left out, ${disclosure.type}`,
  notice: (disclosure, number) => `${number}. ${disclosure.type}, ${disclosure.cause}: ${disclosure.rationale.text}`,
  unjudged: (disclosure) => `${disclosure.sentences} unjudged, ${disclosure.type}, ${disclosure.cause}`,
  additionLabel: (disclosure: AddDisclosure) => `Added (${disclosure.purpose})`,
};

export const proseContext: PassContext = { choice: 0, channel: 'content', language: 'en', wording: plainWording, prose: true, typed: [] };

export function compiled(rules: readonly Rule[], exempt: readonly string[] = []): Screen {
  const { screen, issues } = compile(rules, { exempt });
  if (screen === null) throw new Error(JSON.stringify(issues));
  return screen;
}

/** Runs chunks through a fresh pass. */
export function run(screen: Screen, chunks: readonly string[], context: PassContext = proseContext): Output {
  let pass = startPass(screen, context);
  const outputs: Output[] = [];
  for (const chunk of chunks) {
    const [next, output] = step(pass, chunk);
    pass = next;
    outputs.push(output);
  }
  outputs.push(finish(pass));
  return { segments: outputs.flatMap((output) => output.segments), disclosures: outputs.flatMap((output) => output.disclosures) };
}

export function delivered(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}

export function screenText(rules: readonly Rule[], text: string, exempt: readonly string[] = []): string {
  return delivered(run(compiled(rules, exempt), [text]).segments);
}
