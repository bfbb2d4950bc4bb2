import { z } from 'zod';
import { type Curriculum, type CurriculumAssociation, type CurriculumItem } from '../pack.ts';
import { closed, day, httpsUrl, language, listOf, oneOf, text } from './fields.ts';

/**
 * `curriculum/<name>.json`: a subset of a CFPackage of CASE 1.1 (Competencies and Academic Standards Exchange, 1EdTech). Every field that is here has its name and
 * form from CASE; every other field of CASE is refused, since nothing here would read it: grouping, rubrics, definitions, concepts, licences by reference.
 */
const identifier = z
  .string('a UUID in small letters')
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'a UUID in small letters');

const moment = z
  .string('a moment as YYYY-MM-DDThh:mm:ssZ')
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'a moment as YYYY-MM-DDThh:mm:ssZ')
  .refine((written) => !Number.isNaN(Date.parse(written)), 'a moment that exists');

const named = { identifier, uri: httpsUrl, lastChangeDateTime: moment };

const documentSchema = closed({
  ...named,
  title: text(300),
  creator: text(200),
  publisher: text(200).optional(),
  caseVersion: oneOf(['1.1']),
  language,
  officialSourceURL: httpsUrl,
  adoptionStatus: oneOf(['Draft', 'Adopted', 'Deprecated']).optional(),
  notes: text(600).optional(),
  /** CASE leaves this to implementers; here it says on which day the source was read. */
  extensions: closed({ read: day }),
});

const itemSchema = closed({
  ...named,
  fullStatement: text(1000),
  humanCodingScheme: text(40).optional(),
  CFItemType: text(60).optional(),
  language: language.optional(),
  educationLevel: listOf(text(20), { least: 1, most: 20 }).optional(),
}).transform((item): CurriculumItem => ({
  id: item.identifier,
  uri: item.uri,
  statement: item.fullStatement,
  code: item.humanCodingScheme ?? null,
  type: item.CFItemType ?? null,
  language: item.language ?? null,
  levels: item.educationLevel ?? [],
}));

const node = closed({ title: text(1000), identifier, uri: httpsUrl });

const associationSchema = closed({
  ...named,
  associationType: oneOf(['isChildOf', 'precedes']),
  originNodeURI: node,
  destinationNodeURI: node,
  sequenceNumber: z.int('a whole number').min(1, 'a number from 1').max(100_000, 'a number of at most 100000').optional(),
}).transform((association): CurriculumAssociation => ({
  id: association.identifier,
  kind: association.associationType,
  from: association.originNodeURI.identifier,
  to: association.destinationNodeURI.identifier,
  place: association.sequenceNumber ?? null,
}));

export const curriculumSchema: z.ZodType<Curriculum> = closed({
  CFDocument: documentSchema,
  CFItems: listOf(itemSchema, { least: 1, most: 5000 }),
  CFAssociations: listOf(associationSchema, { least: 1, most: 20_000 }),
}).transform(({ CFDocument: facts, CFItems, CFAssociations }) => ({
  id: facts.identifier,
  title: facts.title,
  creator: facts.creator,
  publisher: facts.publisher ?? null,
  language: facts.language,
  status: facts.adoptionStatus ?? null,
  notes: facts.notes ?? null,
  source: { url: facts.officialSourceURL, read: facts.extensions.read },
  items: CFItems,
  associations: CFAssociations,
}));
