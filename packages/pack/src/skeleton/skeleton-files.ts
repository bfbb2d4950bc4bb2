import { charter, fallbackLanguages, messageIds } from '@parlance/charter';
import { identifierIds } from '@parlance/disclosure';
import { localeForms } from './skeleton-locale.ts';
import { noticeWords } from '../schema/notice-words.ts';
import { type SkeletonAnswers } from './skeleton-questions.ts';
import { skeletonWords } from './skeleton-words.ts';

export interface Skeleton {
  readonly country: string;
  readonly languages: readonly string[];
  readonly answers: SkeletonAnswers;
  readonly isExample: boolean;
}

/** The files of a new pack, by path. It passes the check but for notices in languages that the charter does not speak. */
export function skeletonFiles(skeleton: Skeleton): ReadonlyMap<string, string> {
  const { languages } = skeleton;
  return new Map([
    ['pack.yaml', manifest(skeleton)],
    ['safety.yaml', safety(skeleton)],
    ['privacy.yaml', privacy(skeleton)],
    ['sectors/citizen-services.yaml', sector(skeleton)],
    ...languages.map((tag): [string, string] => [`locale/${tag}.yaml`, locale(tag, skeleton.answers)]),
    ...languagesToTranslate(languages).map((tag): [string, string] => [
      `notices/${tag}.yaml`,
      messageIds.map((id) => `${id}: ""\n`).join(''),
    ]),
  ]);
}

/** Languages in which only the pack can word the charter's messages. */
export function languagesToTranslate(languages: readonly string[]): readonly string[] {
  const spoken: readonly string[] = fallbackLanguages;
  return languages.filter((tag) => !spoken.includes(tag));
}

/** For a translator, beside the pack: every message with its slots and its English wording. */
export function translationSheet(language: string): string {
  const messages = messageIds.map((id) => `## ${id}\n\n${noticeWords(['notices', id]) ?? ''}\n`);
  return `# Messages to translate into ${language}\n\nWrite each into notices/${language}.yaml.\n\n${messages.join('\n')}`;
}

function manifest({ country, languages, answers, isExample }: Skeleton): string {
  return `id: ${country}
version: 0.1.0
languages: [${languages.join(', ')}]
issuer:
${each(languages, 2, (tag) => answers.get(`issuer.${tag}`))}charter: ${charter.version}
status:
  review: ${isExample ? 'example' : 'none'}
  note:
${each(languages, 4, (tag) => answers.get(`note.${tag}`) ?? skeletonWords(tag)?.note)}general: general
contacts:
  general:
    name:
${each(languages, 6, (tag) => answers.get(`contact.name.${tag}`))}    url: ${quoted(answers.get('contact.url'))}
`;
}

function safety({ languages, answers }: Skeleton): string {
  const name = each(languages, 6, (tag) => answers.get(`emergency.name.${tag}`) ?? skeletonWords(tag)?.emergencyName);
  const what = each(languages, 6, (tag) => answers.get(`emergency.what.${tag}`) ?? skeletonWords(tag)?.emergencyWhat);
  return `resources:
  - id: emergency
    kind: emergency
    number: ${quoted(answers.get('emergency.number'))}
    languages: [${answers.get('emergency.language') ?? ''}]
    name:
${name}    what:
${what}    source:
      url: ${quoted(answers.get('emergency.source'))}
      publisher: ${quoted(answers.get('emergency.publisher'))}
      read: ${answers.get('emergency.read') ?? ''}
`;
}

function privacy({ country }: Skeleton): string {
  const own = identifierIds.filter((id) => id.startsWith(`${country.toLowerCase()}.`) || !id.includes('.'));
  return `identifiers: [${own.join(', ')}]
minimise: [${own.join(', ')}]
retention:
  max_days: 30
`;
}

function sector({ languages, answers }: Skeleton): string {
  return `id: citizen-services
title:
${each(languages, 2, (tag) => answers.get(`sector.${tag}`) ?? skeletonWords(tag)?.sector)}knobs: {}
services: all
`;
}

function locale(tag: string, answers: SkeletonAnswers): string {
  const { script, decimal, group, date } = localeForms(tag);
  return `language: ${tag}
script: ${script}
numbers:
  decimal: ${quoted(decimal)}
  group: ${quoted(group)}
date: ${quoted(date)}
currency: ${answers.get('currency') ?? ''}
`;
}

function each(languages: readonly string[], indent: number, wording: (tag: string) => string | undefined): string {
  return languages.map((tag) => `${' '.repeat(indent)}${tag}: ${quoted(wording(tag))}\n`).join('');
}

/** The only two escapes that a pack may have. */
function quoted(written: string | undefined): string {
  return `"${(written ?? '').replace(/["\\]/g, '\\$&')}"`;
}
