import { dsaCategories } from '@parlance/charter';
import { z } from 'zod';

export const unionCountries = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
export const areaCountries = [...unionCountries, 'IS', 'LI', 'NO'];

const visibilities = ['REMOVED', 'DISABLED', 'DEMOTED', 'AGE_RESTRICTED', 'INTERACTION_RESTRICTED', 'LABELLED'].map(
  (name) => `DECISION_VISIBILITY_CONTENT_${name}`,
);
const contentTypes = ['APP', 'AUDIO', 'IMAGE', 'PRODUCT', 'SYNTHETIC_MEDIA', 'TEXT', 'VIDEO', 'OTHER'].map(
  (name) => `CONTENT_TYPE_${name}`,
);
const sources = ['SOURCE_ARTICLE_16', 'SOURCE_TRUSTED_FLAGGER', 'SOURCE_TYPE_OTHER_NOTIFICATION', 'SOURCE_VOLUNTARY'];
const decisions = ['AUTOMATED_DECISION_FULLY', 'AUTOMATED_DECISION_PARTIALLY', 'AUTOMATED_DECISION_NOT_AUTOMATED'];

const text = (most: number) => z.string().min(1).max(most);
const oneOf = (allowed: readonly string[]) => z.string().refine((value) => allowed.includes(value), { error: 'one of the list' });
const someOf = (allowed: readonly string[]) => z.array(oneOf(allowed)).min(1);
const dayFrom = (first: string) =>
  z.iso.date().refine((day) => day >= first && day <= '2038-01-01', { error: `a day from ${first} to 2038-01-01` });

const other = 'DECISION_VISIBILITY_OTHER';

/**
 * A statement of reasons as the DSA Transparency Database takes it: its interface of July 2025, by its documentation for providers and the rules of its public source. What is
 * optional there and never told here is left out; whatever else stands in a statement is refused.
 */
export const statementSchema = z
  .strictObject({
    decision_visibility: someOf([...visibilities, other]),
    decision_visibility_other: text(500).optional(),
    decision_ground: z.enum(['DECISION_GROUND_ILLEGAL_CONTENT', 'DECISION_GROUND_INCOMPATIBLE_CONTENT']),
    decision_ground_reference_url: z.url().max(500).optional(),
    illegal_content_legal_ground: text(500).optional(),
    illegal_content_explanation: text(2000).optional(),
    incompatible_content_ground: text(500).optional(),
    incompatible_content_explanation: text(2000).optional(),
    incompatible_content_illegal: z.enum(['Yes', 'No']).optional(),
    content_type: someOf(contentTypes),
    content_type_other: text(500).optional(),
    category: z.enum(dsaCategories),
    category_addition: z.array(z.enum(dsaCategories)).optional(),
    territorial_scope: someOf(areaCountries),
    content_language: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    content_date: dayFrom('2000-01-01'),
    application_date: dayFrom('2020-01-01'),
    end_date_visibility_restriction: dayFrom('2020-01-01').optional(),
    decision_facts: text(5000),
    source_type: oneOf(sources),
    source_identity: text(500).optional(),
    automated_detection: z.enum(['Yes', 'No']),
    automated_decision: oneOf(decisions),
    puid: z.string().regex(/^[A-Za-z0-9_-]{1,500}$/),
  })
  .superRefine((statement, context) => {
    const isIllegal = statement.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT';
    const needs = (field: keyof typeof statement, isNeeded: boolean): void => {
      if ((statement[field] !== undefined) === isNeeded) return;
      context.addIssue({ code: 'custom', path: [field], message: isNeeded ? 'needed by another field' : 'not with this ground or value' });
    };
    needs('illegal_content_legal_ground', isIllegal);
    needs('illegal_content_explanation', isIllegal);
    needs('incompatible_content_ground', !isIllegal);
    needs('incompatible_content_explanation', !isIllegal);
    if (isIllegal) needs('incompatible_content_illegal', false);
    needs('decision_visibility_other', statement.decision_visibility.includes(other));
    needs('content_type_other', statement.content_type.includes('CONTENT_TYPE_OTHER'));
    const end = statement.end_date_visibility_restriction;
    if (end !== undefined && end < statement.application_date)
      context.addIssue({ code: 'custom', path: ['end_date_visibility_restriction'], message: 'not before the application date' });
  });

export type Statement = z.infer<typeof statementSchema>;
