import { z } from 'zod';
import { type CardSource, type Fact, type ServiceCard } from '../pack.ts';
import { closed, day, httpsUrl, inEveryLanguage, language, listOf, localized, name, oneOf, phone, text } from './fields.ts';

const sourceSchema: z.ZodType<CardSource> = closed({
  title: text(400),
  publisher: text(200),
  url: httpsUrl,
  language,
  read: day,
  published: day.optional(),
}).transform((facts) => ({ ...facts, published: facts.published ?? null }));

function factSchema(languages: readonly string[]): z.ZodType<Fact> {
  return closed({
    kind: oneOf(['who', 'fee', 'deadline', 'step', 'form', 'phone', 'note']),
    source: name,
    at: text(200).optional(),
    url: httpsUrl.optional(),
    number: phone.optional(),
    text: localized(languages, 600),
  })
    .refine((fact) => fact.url === undefined || fact.kind === 'form', { message: 'a url only on a fact of kind form', path: ['url'] })
    .refine((fact) => (fact.number === undefined) !== (fact.kind === 'phone'), {
      message: 'a number on a fact of kind phone and on no other',
      path: ['number'],
    })
    .transform((fact) => ({ ...fact, at: fact.at ?? null, url: fact.url ?? null, number: fact.number ?? null }));
}

/** `services/<id>.yaml`. */
export function serviceCardSchema(languages: readonly string[]): z.ZodType<ServiceCard> {
  const questions = listOf(text(300), { least: 1, most: 50 });
  return closed({
    id: name,
    title: localized(languages, 200),
    office: name,
    questions: inEveryLanguage(languages, questions),
    sources: z.record(name, sourceSchema, 'a map of sources').transform((sources) => new Map(Object.entries(sources))),
    facts: listOf(factSchema(languages), { least: 1, most: 60 }),
  });
}
